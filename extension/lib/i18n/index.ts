/** Text in the person's language, in two parts: what the popup needs to start comes with it, the rest is loaded. */
import type { en as enMore } from './en/more.ts';
import { en as enStart } from './en/start.ts';
import { fr as frStart } from './fr/start.ts';
import { type Language, localeOf } from './language.ts';
import type { Message, Params } from './messages.ts';
import { createLanguageTools, formatMessage } from './plural.ts';

export { daysUntil, formatDay, formatMoment, localDay } from './dates.ts';
export { type Language, localeOf, resolveLanguage } from './language.ts';

type English = typeof enStart & typeof enMore;
export type MessageKey = keyof English;

/** The text of a key with its parameters put in. */
export type Translate = <Key extends MessageKey>(key: Key, ...params: Params<English[Key]>) => string;

export interface Translator {
  language: Language;
  t: Translate;
  /** Whether all views' text is here, or only what the popup needs to start. */
  complete: boolean;
}

type Loaded = Readonly<Record<string, Message>>;

const startCatalogue = (language: Language): Loaded => (language === 'fr' ? frStart : enStart);

async function loadMore(language: Language): Promise<Loaded> {
  return language === 'fr' ? (await import('./fr/more.ts')).fr : (await import('./en/more.ts')).en;
}

function createTranslator(language: Language, catalogue: Loaded, complete: boolean): Translator {
  const tools = createLanguageTools(localeOf(language));
  return {
    language,
    complete,
    t: (key, ...[params]) => formatMessage(catalogue[key] ?? key, params ?? {}, tools),
  };
}

/** What the popup needs to start, without a file more to wait for. */
export function startTranslator(language: Language): Translator {
  return createTranslator(language, startCatalogue(language), false);
}

/** Loads the whole catalogue of one language. */
export async function loadTranslator(language: Language): Promise<Translator> {
  return createTranslator(language, { ...startCatalogue(language), ...(await loadMore(language)) }, true);
}
