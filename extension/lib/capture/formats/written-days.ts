/** Days as people and programs write them; none is guessed where day and month could be swapped. */
import { cleanValue, fold } from '../text/clean-text.ts';
import type { Kinds, Row } from './row-name.ts';

const MONTHS: readonly RegExp[] = [
  /^jan/,
  /^fe[bv]/,
  /^mar/,
  /^a[pv]r/,
  /^ma[iy]/,
  /^(?:jun|juin)/,
  /^(?:jul|juil)/,
  /^ao?u/,
  /^sep/,
  /^oct/,
  /^nov/,
  /^dec/,
];
const monthOf = (word = ''): number => MONTHS.findIndex((pattern) => pattern.test(word)) + 1;

const ISO = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
/** "March 1st, 2025" */
const MONTH_FIRST = /\b(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/u;
/** "1er mars 2025", "1-Mar-2025" */
const DAY_FIRST = /(?<!\d)(\d{1,2}) ?(?:er|st|nd|rd|th)?[ -](?:of )?(\p{L}{3,9})\.?,?[ -](\d{4})\b/u;
const NUMBERS = /(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/;
/** "février 2026" */
const MONTH = /(?<![\d\p{L}]|\d[ -])(\p{L}{3,9})\.? (\d{4})\b/u;
/** "2026-02", "02/2026" */
const MONTH_IN_NUMBERS = /^(?:(\d{4})-(\d{1,2})|(\d{1,2})\/(\d{4}))$/;

const MAX_CHARACTERS = 60;

/** "T02:30:00Z", "2:30 AM +0000", "21:30 GMT-0500", "2:04 PM UTC−5" */
const TIME =
  /(?<!\d)(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)? ?([ap]\.?m\b\.?)? ?(?:(?:z|utc|gmt)(?! ?[+−-]\d)|(?:(?:utc|gmt) ?([+−-])(\d{1,2})|([+-])(\d{2})):?(\d{2})?(?!\d))/;
const MINUTES_OF_HOUR = 60;
/** The zones of Canada: Newfoundland in summer, British Columbia in winter. */
const FIRST_ZONE_MINUTES = -150;
const LAST_ZONE_MINUTES = -480;

/**
 * The day in Canada of a time in another zone: "2026-03-04T02:30:00Z" is the evening before. Where it is one day in the east
 * and another in the west, the earlier one: it has begun wherever somebody records it, and a clock that runs from it does not
 * end too late. A day with a time of Canada stays as written.
 */
function dayInCanada(day: string, text: string): string {
  const [found, hours, minutes, half = '', sign, zoneHours, mark, offset, zoneMinutes] =
    TIME.exec(text) ?? [];
  if (found === undefined || day.length < 10) return day;
  const ahead = Number(zoneHours ?? offset ?? 0) * MINUTES_OF_HOUR + Number(zoneMinutes ?? 0);
  const zone = (sign ?? mark ?? '+') === '+' ? ahead : -ahead;
  if (zone <= FIRST_ZONE_MINUTES && zone >= LAST_ZONE_MINUTES) return day;
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (half.startsWith('p') ? 12 : 0);
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCMinutes(hour * MINUTES_OF_HOUR + Number(minutes) - zone + LAST_ZONE_MINUTES);
  return instant.toISOString().slice(0, 10);
}

function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 1990 && year < 2100;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}

/**
 * "YYYY-MM-DD", or "YYYY-MM" where only the month is written; undefined where there is none, where day and month could be
 * either, and for a day that no calendar has.
 */
export function dayOf(value: string): string | undefined {
  const text = fold(cleanValue(value)).slice(0, MAX_CHARACTERS);
  const day = dayWrittenIn(text);
  return day === undefined ? undefined : dayInCanada(day, text);
}

function dayWrittenIn(text: string): string | undefined {
  const iso = ISO.exec(text);
  if (iso) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const english = MONTH_FIRST.exec(text);
  if (english && monthOf(english[1]))
    return isoDay(Number(english[3]), monthOf(english[1]), Number(english[2]));
  const french = DAY_FIRST.exec(text);
  if (french && monthOf(french[2])) return isoDay(Number(french[3]), monthOf(french[2]), Number(french[1]));
  const numbers = NUMBERS.exec(text);
  if (!numbers) return monthIn(text);
  const [one, two, year] = [Number(numbers[1]), Number(numbers[3]), Number(numbers[4])];
  if (one > 12) return isoDay(year, two, one);
  return two > 12 || one === two ? isoDay(year, one, two) : undefined;
}

function monthIn(text: string): string | undefined {
  const named = MONTH.exec(text);
  const numbers = MONTH_IN_NUMBERS.exec(text);
  const month = named ? monthOf(named[1]) : Number(numbers?.[2] ?? numbers?.[3]);
  const year = Number(named?.[2] ?? numbers?.[1] ?? numbers?.[4]);
  return month > 0 ? isoDay(year, month, 1)?.slice(0, 7) : undefined;
}

/** Whether a text has a day or part of one, which may not be one that can be read: "03/04/2026", "29 févr. 26". */
export const hasDay = (value: string): boolean => /\d\D{1,12}\d|\d{4}/.test(value);

/** What stands first in "03/04/2026", as another day of its column tells, such as "13/04/2026". */
function orderIn(cells: readonly string[]): 'day' | 'month' | undefined {
  const days = cells.map((cell) => NUMBERS.exec(cell));
  const [isDay, isMonth] = [1, 3].map((part) => days.some((day) => Number(day?.[part]) > 12));
  return isDay === isMonth ? undefined : isDay ? 'day' : 'month';
}

/** The rows with days that can be read wherever the other days of a column tell what stands first. */
export function withClearDays(rows: readonly Row[], kinds: Kinds): readonly Row[] {
  const columns = [...kinds.keys()].flatMap((column) => {
    if (kinds[column] !== 'consent_day' && kinds[column] !== 'submitted') return [];
    const order = orderIn(rows.map((row) => row[column] ?? ''));
    return order === undefined ? [] : [{ column, order }];
  });
  if (columns.length === 0) return rows;
  return rows.map((row) => {
    const clear = [...row];
    for (const { column, order } of columns)
      clear[column] = (clear[column] ?? '').replace(NUMBERS, (_, one, _sign, two, year) =>
        order === 'day' ? `${year}-${two}-${one}` : `${year}-${one}-${two}`,
      );
    return clear;
  });
}
