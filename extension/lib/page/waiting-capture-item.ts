/** The source taken from a page, which waits for the popup. */

import { isNumber, isObject, isString } from '../storage/guards.ts';
import { defineItem, orUndefined } from '../storage/item.ts';
import type { WaitingCapture } from './page-source.ts';

/** What a context menu or a command took from a page, for the add form to open with. */
export const waitingCaptureItem = defineItem<WaitingCapture>({
  area: 'session',
  key: 'waitingCapture',
  version: 1,
  fallback: { status: 'none' },
  parse: (stored) => (isObject(stored) && isString(stored.status) ? (stored as WaitingCapture) : undefined),
});

/** When memory had no room for what a page holds, in milliseconds; on disk, since memory has no room for this either. */
export const captureLostItem = defineItem<number>({
  area: 'local',
  key: 'captureLost',
  version: 1,
  fallback: 0,
  parse: orUndefined(isNumber),
});
