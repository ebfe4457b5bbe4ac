/** The clock of each ground: month ends, leap days, and the last day itself. */
import { describe, expect, it } from 'vitest';
import { mailable, needsDescription } from '../../shared/consent.ts';
import { GROUND_RULES, GROUNDS, groundEndsOn, isDay, isGroundOver } from '../../shared/consent-grounds.ts';

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
