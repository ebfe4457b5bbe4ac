/** "Today" of a consent: what the forms fill in, and the latest day that they take. */
import { begunDay } from '../../../shared/latest-day.ts';
import { localDay } from './dates.ts';

/** The reader's own day, `YYYY-MM-DD`; but none that has not begun in Canada, since the broker takes no such day. */
export function consentDay(nowMs: number): string {
  return begunDay(localDay(nowMs), nowMs);
}
