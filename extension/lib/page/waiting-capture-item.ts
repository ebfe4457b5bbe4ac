/** The source taken from a page, which waits for the popup. */

import { isObject, isString } from '../storage/guards.ts';
import { defineItem } from '../storage/item.ts';
import type { WaitingCapture } from './page-source.ts';

/** What a context menu or a command took from a page, for the add form to open with. */
export const waitingCaptureItem = defineItem<WaitingCapture>({
  area: 'session',
  key: 'waitingCapture',
  version: 1,
  fallback: { status: 'none' },
  parse: (stored) => (isObject(stored) && isString(stored.status) ? (stored as WaitingCapture) : undefined),
});
