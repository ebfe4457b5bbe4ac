/** The translator of a page in a language that may change, with the page's language and colours to match. */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { loadTranslator, resolveLanguage, type Translator } from '../lib/i18n/index.ts';
import type { Settings } from '../lib/settings/settings.ts';
import { putOnLook } from './page-look.ts';

/** The full catalogue loads after the first paint, for which `first` is enough; a new language is loaded at once. */
export function useTranslator(first: Translator, settings: Pick<Settings, 'language' | 'theme'>): Translator {
  const [translator, setTranslator] = useState(first);
  const language = resolveLanguage(settings.language, browser.i18n.getUILanguage());
  useEffect(() => {
    let current = true;
    void loadTranslator(language).then((loaded) => {
      if (current) setTranslator(loaded);
    });
    return () => {
      current = false;
    };
  }, [language]);
  // Before the paint: a screen reader must not read the words of one language as those of the other.
  useLayoutEffect(
    () => putOnLook(translator.language, settings.theme),
    [translator.language, settings.theme],
  );
  return translator;
}
