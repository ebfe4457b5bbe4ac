/** Puts parameters and the right plural form into a message. Pure. */
import type { Message, PluralMessage } from './messages.ts';

/** Made when first used, since each takes milliseconds that the popup's first paint would wait for. */
export interface LanguageTools {
  plurals(): Intl.PluralRules;
  numbers(): Intl.NumberFormat;
}

export function createLanguageTools(locale: string): LanguageTools {
  let plurals: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  return {
    plurals: () => {
      plurals ??= new Intl.PluralRules(locale);
      return plurals;
    },
    numbers: () => {
      numbers ??= new Intl.NumberFormat(locale);
      return numbers;
    },
  };
}

function chooseForm(message: PluralMessage, count: number, rules: Intl.PluralRules): string {
  return rules.select(count) === 'one' ? message.one : message.other;
}

/** The message with its `{names}` replaced; numbers are written as the language does, text is taken as it is. */
export function formatMessage(
  message: Message,
  params: Record<string, string | number>,
  { plurals, numbers }: LanguageTools,
): string {
  const text = typeof message === 'string' ? message : chooseForm(message, Number(params.count), plurals());
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numbers().format(value) : value;
  });
}
