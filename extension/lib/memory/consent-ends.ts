/** When consents end, as last read from Envoke: ids and days, nothing that names a person. */
import { addMonths } from '../../../shared/consent.ts';
import { isBoolean, isNullOr, isNumber, isObject, isShaped, isString } from '../storage/guards.ts';
import { defineItem, recordOf } from '../storage/item.ts';

/** The last day of consent, `YYYY-MM-DD`, by contact id; only of this month and the next. */
type Days = Readonly<Record<string, string>>;

export interface ConsentEnds {
  days: Days;
  /** False for an account that is larger than what is read: there may be more. */
  isWhole: boolean;
  /** When the last reading ended, in milliseconds since 1970; 0 before the first. */
  readAtMs: number;
  /** A reading that has not ended: where it goes on, and what it found so far. */
  reading: { skip: number; days: Days } | null;
}

export const NOTHING_READ: ConsentEnds = { days: {}, isWhole: false, readAtMs: 0, reading: null };

const isDays = (value: unknown): value is Days => isObject(value) && Object.values(value).every(isString);

/** By account id. On disk, since reading a large account anew takes many calls. */
export const consentEndsItem = defineItem<Readonly<Record<string, ConsentEnds>>>({
  area: 'local',
  key: 'consentEnds',
  version: 1,
  fallback: {},
  parse: recordOf(
    isShaped<ConsentEnds>({
      days: isDays,
      isWhole: isBoolean,
      readAtMs: isNumber,
      reading: isNullOr(isShaped<NonNullable<ConsentEnds['reading']>>({ skip: isNumber, days: isDays })),
    }),
  ),
});

/** This month and the next, as `YYYY-MM`. @param today `YYYY-MM-DD` */
export function monthsFrom(today: string): readonly [string, string] {
  const month = today.slice(0, 7);
  return [month, addMonths(`${month}-01`, 1).slice(0, 7)];
}

/** Ids of the contacts whose consent ends in that month and has not ended yet, the soonest first. */
export function endingIn(month: string, { days }: ConsentEnds, today: string): string[] {
  return Object.entries(days)
    .filter(([, day]) => day.startsWith(month) && day >= today)
    .sort(([, one], [, other]) => (one < other ? -1 : Number(one > other)))
    .map(([id]) => id);
}

/** What the list and the badge say: how many this month, else how many the next. */
export function endingSoon(ends: ConsentEnds, today: string): { count: number; month: 'this' | 'next' } {
  const [count = 0, next = 0] = monthsFrom(today).map((month) => endingIn(month, ends, today).length);
  return count > 0 || next === 0 ? { count, month: 'this' } : { count: next, month: 'next' };
}
