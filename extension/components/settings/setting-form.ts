/** What every section of the settings page draws from: the values, who fixed them, and how to change one. */
import type { LoadedSettings, SettingKey, Settings } from '../../lib/settings/settings.ts';

export interface SettingForm {
  settings: LoadedSettings;
  change: (changes: Partial<Settings>) => void;
}

export function isFixed({ settings }: SettingForm, key: SettingKey): boolean {
  return settings.managed.has(key);
}
