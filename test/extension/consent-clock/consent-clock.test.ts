/** The reading of when consents end: only where it is wanted, bounded, paced, and by ids and days alone. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  CONSENT_CLOCK_ALARM,
  createConsentClock,
} from '../../../extension/lib/consent-clock/consent-clock.ts';
import {
  consentEndsItem,
  endingIn,
  endingSoon,
  monthsFrom,
  NOTHING_READ,
} from '../../../extension/lib/memory/consent-ends.ts';
import { forgetAccount, keepAccount } from '../../../extension/lib/session/accounts.ts';
import { saveSettings } from '../../../extension/lib/settings/settings-store.ts';
import type { ConsentEndsPage } from '../../../shared/schemas/contact.ts';
import { browser, resetBrowser } from '../fake-browser.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const NOW = new Date(2026, 10, 28, 12).getTime();
const DAY = 86_400_000;

/** Envoke's list of so many contacts, of which every one ends on its own day of December. */
function listOf(total: number) {
  const asked: number[] = [];
  const slept: number[] = [];
  let nowMs = NOW;
  const consentEnds = async (skip: number): Promise<ConsentEndsPage> => {
    asked.push(skip);
    const ids = Array.from({ length: Math.min(100, total - skip) }, (_, at) => skip + at);
    return {
      ends: ids.map((id) => ({
        id: String(id + 1),
        ends_on: `2026-12-${String((id % 28) + 1).padStart(2, '0')}`,
      })),
      next_skip: skip + 100 < total ? skip + 100 : null,
    };
  };
  const client = { consentEnds };
  const clock = createConsentClock({
    now: () => nowMs,
    sleep: async (ms) => {
      slept.push(ms);
    },
    clientOf: async () => client,
  });
  return { clock, client, asked, slept, wait: (ms: number) => (nowMs += ms) };
}

const kept = async () => (await consentEndsItem.get())['7'];

describe('the consent clock', () => {
  beforeEach(async () => {
    resetBrowser();
    await keepAccount({
      id: '7',
      name: 'Harbourview',
      brokerUrl: 'https://broker.example.ca',
      sessionToken: 'token',
      keyId: 'key',
      state: 'active',
      sessionExpiresAt: 0,
      connectionExpiresAt: 0,
    });
    await saveSettings({ consentClock: 'list' });
  });

  it('reads nothing, and forgets what it has read, where nobody wants it', async () => {
    const { clock, asked } = listOf(5);
    await clock.read();
    expect(await kept()).toBeDefined();
    await saveSettings({ consentClock: 'off' });
    await clock.read();
    expect(asked).toEqual([0]);
    expect(await consentEndsItem.get()).toEqual({});
    expect(await browser.alarms.get(CONSENT_CLOCK_ALARM)).toBeUndefined();
  });

  it('reads what was switched on while it looked', async () => {
    await saveSettings({ consentClock: 'off' });
    const { clock, asked } = listOf(5);
    const looking = clock.read();
    const switched = saveSettings({ consentClock: 'list' });
    void clock.read();
    await Promise.all([looking, switched, clock.read()]);
    expect(asked).toEqual([0]);
  });

  it('reads once a day', async () => {
    const { clock, asked, wait } = listOf(5);
    await clock.read();
    wait(DAY - 1);
    await clock.read();
    expect(asked).toEqual([0]);
    wait(1);
    await clock.read();
    expect(asked).toEqual([0, 0]);
    const alarm = await browser.alarms.get(CONSENT_CLOCK_ALARM);
    expect(alarm?.scheduledTime).toBe(NOW + 2 * DAY);
  });

  it('reads ten pages at a time with a pause between them, and goes on where it stopped', async () => {
    const { clock, asked, slept } = listOf(1_250);
    await clock.read();
    expect(asked).toHaveLength(10);
    expect(slept).toEqual(Array(9).fill(2_000));
    // What an earlier reading found stays until this one has ended.
    expect(await kept()).toMatchObject({ days: {}, readAtMs: 0, reading: { skip: 1_000 } });
    expect((await browser.alarms.get(CONSENT_CLOCK_ALARM))?.scheduledTime).toBe(NOW + 60_000);
    await clock.read();
    expect(asked.at(-1)).toBe(1_200);
    const ends = await kept();
    expect(ends).toMatchObject({ isWhole: true, reading: null });
    expect(Object.keys(ends?.days ?? {})).toHaveLength(1_250);
  });

  it('stops after 20,000 contacts, and knows that there may be more', async () => {
    const { clock, asked } = listOf(1_000_000);
    for (let run = 0; run < 25; run += 1) await clock.read();
    expect(asked).toHaveLength(200);
    expect(await kept()).toMatchObject({ isWhole: false, reading: null });
  });

  it('keeps ids and days of this month and the next, and no other', async () => {
    const days = ['2026-10-31', '2026-11-30', '2026-12-31', '2027-01-01'];
    const { clock, client } = listOf(0);
    client.consentEnds = async () => ({
      ends: days.map((ends_on, at) => ({ id: String(at), ends_on })),
      next_skip: null,
    });
    await clock.read();
    expect((await kept())?.days).toEqual({ 1: '2026-11-30', 2: '2026-12-31' });
  });

  it('waits after a failed call, and keeps what it has', async () => {
    const { clock, client } = listOf(0);
    client.consentEnds = async () => {
      throw new Error('no answer');
    };
    await clock.read();
    expect((await browser.alarms.get(CONSENT_CLOCK_ALARM))?.scheduledTime).toBe(NOW + 600_000);
    expect(await kept()).toMatchObject({ readAtMs: 0, reading: { skip: 0 } });
  });

  it('keeps nothing of an account that was signed out meanwhile', async () => {
    const { clock, client } = listOf(0);
    client.consentEnds = async () => {
      await forgetAccount('7');
      await consentEndsItem.update(({ 7: _forgotten, ...rest }) => rest);
      return { ends: [{ id: '1', ends_on: '2026-11-30' }], next_skip: null };
    };
    await clock.read();
    expect(await consentEndsItem.get()).toEqual({});
  });
});

describe('the consents that end soon', () => {
  const ends = {
    ...NOTHING_READ,
    days: { 1: '2026-12-09', 2: '2026-12-01', 3: '2026-12-31', 4: '2026-12-08', 5: '2027-01-02' },
  };

  it('are those of this month from today on, the soonest first', () => {
    expect(endingIn('2026-12', ends, '2026-12-08')).toEqual(['4', '1', '3']);
  });

  it.each([
    ['2026-12-08', { count: 3, month: 'this' }],
    ['2026-11-30', { count: 4, month: 'next' }],
    ['2027-03-01', { count: 0, month: 'this' }],
  ])('on %s are %o', (today, soon) => {
    expect(endingSoon(ends, today)).toEqual(soon);
  });

  it.each([
    ['2026-12-31', ['2026-12', '2027-01']],
    ['2026-01-31', ['2026-01', '2026-02']],
  ])('on %s are of the months %j', (today, months) => {
    expect(monthsFrom(today)).toEqual(months);
  });
});
