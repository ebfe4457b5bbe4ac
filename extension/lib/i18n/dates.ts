/** Dates as a Canadian reader expects them. Calendar days (`YYYY-MM-DD…`) never pass through a time zone. */
import { type Language, localeOf } from './language.ts';

/**
 * In French the first of a month is an ordinal, and hours have no zero before them and stay on one line: "1er mai",
 * "6 h 05".
 */
function inWords(text: string, language: Language): string {
  return language === 'fr' ? text.replace(/^1 /, '1er ').replace(/\b0?(\d+)\sh\s/, '$1\u00a0h\u00a0') : text;
}

/** "May 12, 2027" / "12 mai 2027"; text that does not begin with a calendar day is returned as it is. */
export function formatDay(day: string, language: Language): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  if (parts === null) return day;
  const date = new Date(0);
  // `Date.UTC` takes the year 26 for 1926.
  date.setUTCFullYear(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  const format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  return inWords(format.format(date), language);
}

/** A moment in the reader's own zone, with its time, `medium` to the second. `at` is in seconds since 1970. */
export function formatMoment(
  at: number,
  language: Language,
  timeStyle: 'short' | 'medium' = 'short',
): string {
  const format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeStyle });
  return inWords(format.format(new Date(at * 1000)), language);
}

/** Whole days from `today` to `day` (both `YYYY-MM-DD…`); null when either is not a calendar day. */
export function daysUntil(day: string, today: string): number | null {
  const [from, to] = [Date.parse(today.slice(0, 10)), Date.parse(day.slice(0, 10))];
  return Number.isNaN(from) || Number.isNaN(to) ? null : Math.round((to - from) / 86_400_000);
}

/** The reader's own calendar day of a moment (milliseconds since 1970), as `YYYY-MM-DD`. */
export function localDay(nowMs: number): string {
  const date = new Date(nowMs);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
