/** The settings under change: shown and saved at once, and updated when another page changes them. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { putOnLook } from '../../components/page-look.ts';
import { loadTranslator, resolveLanguage, type Translator } from '../../lib/i18n/index.ts';
import type { LoadedSettings, Settings } from '../../lib/settings/settings.ts';
import { saveSettings, watchSettings } from '../../lib/settings/settings-store.ts';

interface SettingsControl {
  settings: LoadedSettings;
  /** Rejects when the browser could not store them. */
  change: (changes: Partial<Settings>) => Promise<void>;
}

export function useSettings(first: LoadedSettings): SettingsControl {
  const [settings, setSettings] = useState(first);
  useEffect(() => watchSettings(setSettings), []);
  return {
    settings,
    change: async (changes) => setSettings(await saveSettings(changes)),
  };
}

/** Applies the settings' language and colours to the page. */
export function usePageLook(first: Translator, { language, theme }: Settings): Translator {
  const [translator, setTranslator] = useState(first);
  const wanted = resolveLanguage(language, browser.i18n.getUILanguage());
  useEffect(() => {
    let current = true;
    void loadTranslator(wanted).then((loaded) => {
      if (current) setTranslator(loaded);
    });
    return () => {
      current = false;
    };
  }, [wanted]);
  useEffect(() => {
    putOnLook(translator.language, theme);
    document.title = translator.t('settings.page');
  }, [translator, theme]);
  return translator;
}
