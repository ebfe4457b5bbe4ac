/** The last failed calls, by the broker's request ids, for the diagnostics. In memory only, without any content. */

import { isArrayOf, isNumber, isShaped, isString } from '../storage/guards.ts';
import { defineItem } from '../storage/item.ts';

export interface RecentFailure {
  /** Epoch milliseconds. */
  atMs: number;
  problem: string;
  requestId: string;
}

const MOST_KEPT = 10;

/** The latest first. */
export const recentFailuresItem = defineItem<readonly RecentFailure[]>({
  area: 'session',
  key: 'recentFailures',
  version: 1,
  fallback: [],
  parse: (stored) => (isFailures(stored) ? stored : undefined),
});

const isFailures = isArrayOf(
  isShaped<RecentFailure>({ atMs: isNumber, problem: isString, requestId: isString }),
);

export function keepFailure(failure: RecentFailure): void {
  void recentFailuresItem.update((kept) => [failure, ...kept].slice(0, MOST_KEPT));
}
