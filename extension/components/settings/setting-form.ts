/**
 * What every section of the settings page needs: the values, which of them an administrator fixed, and how to change
 * one.
 */
import type { LoadedSettings, SettingKey, Settings } from '../../lib/settings/settings.ts';

export interface SettingForm {
  settings: LoadedSettings;
  /** Saves, and says so. */
  change: (changes: Partial<Settings>) => void;
  /** Saves what is still being typed: nothing is said, and the page may close at once. */
  keep: (changes: Partial<Settings>) => void;
}

export function isFixed({ settings }: SettingForm, key: SettingKey): boolean {
  return settings.managed.has(key);
}
