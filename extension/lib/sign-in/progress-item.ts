/** The progress of a sign-in, for the views that show it. */

import { isObject, isString } from '../storage/guards.ts';
import { defineItem } from '../storage/item.ts';
import { IDLE, type SignInProgress } from './progress.ts';

export const signInProgressItem = defineItem<SignInProgress>({
  area: 'session',
  key: 'signInProgress',
  version: 1,
  fallback: IDLE,
  parse: (stored) => (isObject(stored) && isString(stored.status) ? (stored as SignInProgress) : undefined),
});
