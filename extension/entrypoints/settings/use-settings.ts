/** The settings under change: shown and saved at once, and updated when another page changes them. */
import { useEffect, useState } from 'preact/hooks';
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
