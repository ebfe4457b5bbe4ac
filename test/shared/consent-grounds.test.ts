/** The clock of each ground: month ends, leap days, and the last day itself. */
import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { checkProof } from '../../broker/contacts/writes/consent-proof.ts';
import { mailable, needsDescription } from '../../shared/consent.ts';
import {
  GROUND_RULES,
  GROUNDS,
  groundEndsOn,
  isDay,
  isGroundDay,
  isGroundOver,
} from '../../shared/consent-grounds.ts';
import { begunDay } from '../../shared/latest-day.ts';
import { ContactDraftSchema } from '../../shared/schemas/contact.ts';

describe('a ground with a clock', () => {
  it.each([
    ['inquired', '2026-08-31', '2027-02-28'],
    ['inquired', '2027-08-31', '2028-02-29'],
    ['inquired', '2026-03-31', '2026-09-30'],
    ['inquired', '2026-01-01', '2026-07-01'],
    ['client', '2024-02-29', '2026-02-28'],
    ['client', '2026-12-31', '2028-12-31'],
    ['former-member', '2025-06-30', '2027-06-30'],
    ['donor', '2026-02-28', '2028-02-28'],
  ] as const)('%s on %s allows sending until %s, that day included', (ground, day, end) => {
    expect(groundEndsOn(ground, day)).toBe(end);
    expect(isGroundOver(ground, day, end)).toBe(false);
    const next = new Date(Date.parse(end) + 86_400_000).toISOString().slice(0, 10);
    expect(isGroundOver(ground, day, next)).toBe(true);
    const status = GROUND_RULES[ground].status ?? '';
    expect([mailable(status, end, end), mailable(status, end, next)]).toEqual(['yes', 'no']);
  });

  it.each([-12, -3.5, 0, 5.75, 14])('ends by the day of the reader, at UTC%s', (hours) => {
    const local = Date.parse('2026-07-01T12:00:00Z') + hours * 3_600_000;
    const today = new Date(local).toISOString().slice(0, 10);
    expect(isGroundOver('inquired', '2026-01-01', today)).toBe(today > '2026-07-01');
  });
});

it.each(GROUNDS)(
  'the ground %s is whole: a clock has a day, and what allows mailing names its section',
  (ground) => {
    const { status, months, asksDay, section } = GROUND_RULES[ground];
    if (months === null) expect(groundEndsOn(ground, '2026-01-01')).toBeNull();
    else expect(asksDay).not.toBeNull();
    expect(section).toMatch(status !== null && needsDescription(status) ? /^10\(/ : /^$/);
  },
);

it.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '', '2026-01-01T00:00'])(
  '%j is no day',
  (text) => expect(isDay(text)).toBe(false),
);

describe('the earliest day of a ground', () => {
  it.each([
    ['asked', '1970-12-31', false],
    ['asked', '1971-01-01', true],
    ['client', '1926-03-15', false],
    ['member', '1926-03-15', true],
    ['member', '1899-12-31', false],
    [undefined, '1926-03-15', true],
    [undefined, '1899-12-31', false],
    ['asked', '2026-02-30', false],
  ] as const)('of %s: %s', (ground, day, isPossible) => {
    expect(isGroundDay(ground, day)).toBe(isPossible);
  });

  it.each(GROUNDS)('of %s is in no year of which two digits were typed', (ground) => {
    for (const day of ['0026-03-15', '0099-12-31', '0202-06-01']) {
      expect(isGroundDay(ground, day)).toBe(false);
      expect(Check(ContactDraftSchema.properties.happened_on, day)).toBe(false);
      const proof = { basis: ground, happened_on: day, consent_status: 'Not Provided' } as const;
      expect(() => checkProof(proof, Date.parse('2026-11-30'))).toThrow('is before');
    }
  });
});

describe('the clock table: ground, day and today', () => {
  const DAYS = ['2023-12-31', '2024-01-01', '2024-01-31', '2024-02-28', '2024-02-29', '2025-02-28'];
  const OTHERS = ['2025-08-30', '2025-08-31', '2025-12-31', '2026-03-31', '2026-06-15'];
  const table = GROUNDS.flatMap((ground) => [...DAYS, ...OTHERS].map((day) => [ground, day] as const));

  it.each(table)('%s on %s may be emailed until the end of its clock, and not after it', (ground, day) => {
    const { months, status } = GROUND_RULES[ground];
    const endsOn = groundEndsOn(ground, day);
    expect(endsOn).toBe(months === null ? null : lastDay(day, months));
    for (const today of [...DAYS, ...OTHERS, '2026-08-31', '2027-12-31', '2028-02-29', endsOn ?? day]) {
      const isOver = endsOn !== null && Date.parse(today) > Date.parse(endsOn);
      expect(isGroundOver(ground, day, today)).toBe(isOver);
      const sends = status !== null && needsDescription(status);
      expect(mailable(status ?? 'Not Provided', endsOn, today)).toBe(sends && !isOver ? 'yes' : 'no');
    }
  });

  const ZONES = Array.from({ length: 27 }, (_, at) => at - 12);

  it.each(ZONES)('takes at UTC%s what the reader can choose by their own day, and nothing later', (hours) => {
    for (const instant of ['2026-02-28T23:59:59Z', '2026-03-01T00:00:00Z', '2028-02-29T12:00:00Z']) {
      const nowMs = Date.parse(instant);
      const localDay = begunDay(new Date(nowMs + hours * 3_600_000).toISOString().slice(0, 10), nowMs);
      for (const ground of GROUNDS) {
        const { status, conditions } = GROUND_RULES[ground];
        const proof = { basis: ground, happened_on: localDay, conditions: [...conditions] };
        const consent_status = status ?? ('Express' as const);
        expect(() => checkProof({ ...proof, consent_status }, nowMs)).not.toThrow();
        const later = new Date(Date.parse(localDay) + 3 * 86_400_000).toISOString().slice(0, 10);
        expect(() => checkProof({ ...proof, happened_on: later, consent_status }, nowMs)).toThrow();
      }
    }
  });
});

/** Worked out apart: the same day so many months on, or the last day of that month. */
function lastDay(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const [ofYear, ofMonth] = [year + Math.floor((month - 1 + months) / 12), ((month - 1 + months) % 12) + 1];
  const isLeap = (ofYear % 4 === 0 && ofYear % 100 !== 0) || ofYear % 400 === 0;
  const longest = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][ofMonth - 1] ?? 31;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${ofYear}-${two(ofMonth)}-${two(Math.min(date, longest))}`;
}
