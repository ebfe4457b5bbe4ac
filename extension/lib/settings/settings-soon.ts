/**
 * The settings for what must not wait. In the first seconds after its start Chromium answers no question about an
 * administrator's policy; then the person's own settings count, with the policy as it was last time.
 */
import { getItems } from '../storage/item.ts';
import type { Settings } from './settings.ts';
import { managedCopyItem, settingsItem } from './settings-items.ts';
import { loadSettings, mergeSettings } from './settings-store.ts';

/** A browser that has read the policy answers in less. */
const SOON_MS = 200;

export interface SoonSettings {
  values: Settings;
  /** Whether the browser has told what the policy is now. */
  isPolicyKnown: boolean;
}

export async function settingsSoon(): Promise<SoonSettings> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), SOON_MS);
  const known = await Promise.race([loadSettings(), late]);
  clearTimeout(timer);
  if (known !== null) return { values: known.values, isPolicyKnown: true };
  const { own, copy } = await getItems({ own: settingsItem, copy: managedCopyItem });
  return { values: mergeSettings(own, copy).values, isPolicyKnown: false };
}
