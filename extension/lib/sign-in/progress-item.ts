/** The progress of a sign-in, for the views that show it. */

import { isNumber, isObject, isString } from '../storage/guards.ts';
import { defineItem } from '../storage/item.ts';
import { IDLE, type SignInProgress } from './progress.ts';

export const signInProgressItem = defineItem<SignInProgress>({
  area: 'session',
  key: 'signInProgress',
  version: 1,
  fallback: IDLE,
  parse: (stored) => (isProgress(stored) ? stored : undefined),
});

function isProgress(stored: unknown): stored is SignInProgress {
  return isObject(stored) && isString(stored.status) && (stored.status !== 'failed' || isNumber(stored.atMs));
}
