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
 * The administrator's settings when last read. Only the first paint uses them, because reading them again takes
 * Chromium seconds after its start. Everything else asks the browser.
 */
export const managedCopyItem = defineItem<Partial<Settings>>({
  area: 'local',
  key: 'managedCopy',
  version: 1,
  fallback: {},
  parse: (stored) => parseSettings(stored).values,
});
