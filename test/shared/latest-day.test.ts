/** The latest day of a consent: one that has begun somewhere in Canada, by the clock of the broker. */
import { describe, expect, it } from 'vitest';
import { checkProof } from '../../broker/contacts/writes/consent-proof.ts';
import { begunDay, latestDay } from '../../shared/latest-day.ts';

describe('the latest day', () => {
  it.each([
    ['2026-07-15T02:29:59Z', '2026-07-14', 'one second before midnight in St. John’s'],
    ['2026-07-15T02:30:00Z', '2026-07-15', 'midnight in St. John’s'],
    ['2026-12-01T03:01:00Z', '2026-12-01', 'evening of the day before in Toronto'],
    ['2026-12-02T00:00:00Z', '2026-12-01', 'midnight in Greenwich'],
  ])('is at %s %s: %s', (moment, day) => {
    expect(latestDay(Date.parse(moment))).toBe(day);
  });

  it('is the latest that the broker takes, whatever the clock of the person says', () => {
    const nowMs = Date.parse('2026-12-01T03:01:00Z');
    const check = (happened_on: string) => () => checkProof({ happened_on }, nowMs);
    expect(check('2026-12-01')).not.toThrow();
    expect(check('2026-12-02')).toThrow('is still to come');
  });

  it.each([
    ['Vancouver', '2026-12-01', '2026-12-01'],
    ['Toronto', '2026-12-02', '2026-12-02'],
    ['Tokyo', '2026-12-02', '2026-12-02'],
    ['an hour after midnight in Greenwich', '2026-12-03', '2026-12-02'],
  ])('is the reader’s own day, unless that has not begun in Canada: %s', (_where, own, day) => {
    expect(begunDay(own, Date.parse('2026-12-03T01:00:00Z'))).toBe(day);
  });

  it('has begun for the broker when a clock that is a little ahead says so', () => {
    expect(() => checkProof({ happened_on: '2026-07-15' }, Date.parse('2026-07-15T02:27:00Z'))).not.toThrow();
  });
});
