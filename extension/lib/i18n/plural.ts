/** Puts parameters and the right plural form into a message. Pure. */
import type { Message, PluralMessage } from './messages.ts';

function chooseForm(message: PluralMessage, count: number, rules: Intl.PluralRules): string {
  return rules.select(count) === 'one' ? message.one : message.other;
}

/** The message with its `{names}` replaced; numbers are written as the language does, text is taken as it is. */
export function formatMessage(
  message: Message,
  params: Record<string, string | number>,
  tools: { plurals: Intl.PluralRules; numbers: Intl.NumberFormat },
): string {
  const text =
    typeof message === 'string' ? message : chooseForm(message, Number(params.count), tools.plurals);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? tools.numbers.format(value) : value;
  });
}
