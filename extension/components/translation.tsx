/** Text for every component, in the language that the page has loaded. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translator } from '../lib/i18n/index.ts';

const TranslationContext = createContext<Translator | null>(null);

export const TranslationProvider = TranslationContext.Provider;

/** The translator of the page. Throws outside a provider: there is no text without one. */
export function useTranslation(): Translator {
  const translator = useContext(TranslationContext);
  if (translator === null) throw new Error('a component was drawn outside TranslationProvider');
  return translator;
}
