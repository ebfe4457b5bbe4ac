/**
 * Reads when consents end: once a day, a few pages at a time, and only where a person has asked for it. The broker lets
 * every other request go first.
 */
import { browser } from 'wxt/browser';
import type { ConsentEndsPage } from '../../../shared/schemas/contact.ts';
import type { BrokerClient } from '../broker-client/broker-client.ts';
import { localDay } from '../i18n/index.ts';
import { type ConsentEnds, consentEndsItem, monthsFrom, NOTHING_READ } from '../memory/consent-ends.ts';
import { loadAccounts } from '../session/accounts.ts';
import { loadSettings } from '../settings/settings-store.ts';

export const CONSENT_CLOCK_ALARM = 'consent-clock';

const EVERY_MS = 86_400_000;
/** Between two parts of one reading, and after a failed call. */
const GO_ON_MS = 60_000;
const AFTER_FAILURE_MS = 600_000;
/** A worker lives half a minute; the alarm goes on where it stopped. */
const PAGES_AT_ONCE = 10;
/** Half of the calls that Envoke takes: the other half stays for what a person does meanwhile. */
const PAUSE_MS = 2_000;
/** The newest ones. What a larger account says is "at least". */
const CONTACTS_MAX = 20_000;

export interface ClockEffects {
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  /** Null when the account has no session. */
  clientOf: (accountId: string) => Promise<Pick<BrokerClient, 'consentEnds'> | null>;
}

export interface ConsentClock {
  /** Reads what is due. A call during a run is followed up after it, since the settings may have changed. Never rejects. */
  read(): Promise<void>;
}

export function createConsentClock(effects: ClockEffects): ConsentClock {
  let run: Promise<void> | null = null;
  let isAskedAgain = false;
  const readUntilDone = async () => {
    do {
      isAskedAgain = false;
      // The alarm of an earlier run comes again.
      await readAll(effects).catch(() => undefined);
    } while (isAskedAgain);
    run = null;
  };
  return {
    read: () => {
      isAskedAgain = run !== null;
      run ??= readUntilDone();
      return run;
    },
  };
}

async function isWanted(): Promise<boolean> {
  return (await loadSettings()).values.consentClock !== 'off';
}

async function readAll(effects: ClockEffects): Promise<void> {
  const { accounts } = await loadAccounts();
  const due: number[] = [];
  for (const { id, state } of accounts) {
    if (state === 'active' && (await isWanted())) due.push(await readSome(id, effects));
  }
  if (await isWanted()) {
    if (due.length > 0) await browser.alarms.create(CONSENT_CLOCK_ALARM, { when: Math.min(...due) });
  } else {
    await browser.alarms.clear(CONSENT_CLOCK_ALARM);
    await consentEndsItem.remove();
  }
}

/** Returns when it is due again, in milliseconds since 1970. */
async function readSome(accountId: string, { now, sleep, clientOf }: ClockEffects): Promise<number> {
  for (let page = 0; page < PAGES_AT_ONCE; page += 1) {
    const { reading, readAtMs } = (await consentEndsItem.get())[accountId] ?? NOTHING_READ;
    if (reading === null && now() < readAtMs + EVERY_MS) return readAtMs + EVERY_MS;
    if (page > 0) await sleep(PAUSE_MS);
    const client = await clientOf(accountId);
    if (client === null) return now() + AFTER_FAILURE_MS;
    if (reading === null) await begin(accountId);
    try {
      const answer = await client.consentEnds(reading?.skip ?? 0);
      await consentEndsItem.update((all) => {
        const ends = all[accountId];
        // Signed out meanwhile: nothing of the account is kept.
        return ends === undefined ? all : { ...all, [accountId]: withPage(ends, answer, now()) };
      });
    } catch {
      return now() + AFTER_FAILURE_MS;
    }
  }
  return now() + GO_ON_MS;
}

async function begin(accountId: string): Promise<void> {
  await consentEndsItem.update((all) => ({
    ...all,
    [accountId]: { ...(all[accountId] ?? NOTHING_READ), reading: { skip: 0, days: {} } },
  }));
}

/** Pure. */
function withPage(
  ends: ConsentEnds,
  { ends: found, next_skip }: ConsentEndsPage,
  nowMs: number,
): ConsentEnds {
  const months = monthsFrom(localDay(nowMs));
  const before = ends.reading?.days ?? {};
  const soon = found.filter(({ ends_on }) => months.some((month) => ends_on.startsWith(month)));
  const days = { ...before, ...Object.fromEntries(soon.map(({ id, ends_on }) => [id, ends_on])) };
  const isOver = next_skip === null || next_skip >= CONTACTS_MAX;
  return isOver
    ? { days, isWhole: next_skip === null, readAtMs: nowMs, reading: null }
    : { ...ends, reading: { skip: next_skip, days } };
}
