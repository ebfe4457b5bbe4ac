/** The translator in the chosen language. The full catalogue loads after the first paint; a new language at once. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { putOnLook } from '../../../components/page-look.ts';
import { loadTranslator, resolveLanguage, type Translator } from '../../../lib/i18n/index.ts';
import type { Settings } from '../../../lib/settings/settings.ts';

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
  useEffect(() => putOnLook(translator.language, settings.theme), [translator.language, settings.theme]);
  return translator;
}
