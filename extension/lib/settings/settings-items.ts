/** The settings on disk: the person's own, and a copy of the administrator's. */

import { defineItem } from '../storage/item.ts';
import { parseSettings } from './parse-settings.ts';
import type { Settings } from './settings.ts';

/** The person's own settings; read them merged, by `loadSettings`. */
export const settingsItem = defineItem<Partial<Settings>>({
  area: 'local',
  key: 'settings',
  version: 1,
  fallback: {},
  parse: (stored) => parseSettings(stored).values,
});

/**
 * What an administrator had set when it was last read: the first paint does not wait for the browser to read it anew, which
 * takes Chromium seconds after its start. Everything but that paint asks the browser.
 */
export const managedCopyItem = defineItem<Partial<Settings>>({
  area: 'local',
  key: 'managedCopy',
  version: 1,
  fallback: {},
  parse: (stored) => parseSettings(stored).values,
});
