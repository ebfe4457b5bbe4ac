/**
 * The brokers on one store tell each other which keys they have, and how far their clocks differ from the store's. A
 * broker cannot read what is sealed or signed with a key that it does not know, and would sign those people out. So a
 * key becomes active only when all brokers know it, and a key is not removed while a broker still works with it.
 */
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import type { Database, SqlRow, SqlRunner } from '../database/database.ts';
import { lockStore } from '../database/migrations.ts';
import { readStoreClock, type StoreClock } from '../database/store-clock.ts';
import { KeyError } from './key-error.ts';
import type { BrokerKeys, KeySet } from './key-set.ts';
import { randomId } from './random-id.ts';

export const HEARTBEAT_SECONDS = 20;
/** A broker that was killed sends nothing more; after this time it counts as stopped. */
const GONE_AFTER_SECONDS = 60;
const KILLED = `One that was killed is forgotten after ${GONE_AFTER_SECONDS} seconds.`;

const KeyIds = Type.Object({ active: Type.String(), known: Type.Array(Type.String()) });
const RunningKeysSchema = Type.Object({ signing: KeyIds, vault: KeyIds });
export type RunningKeys = Static<typeof RunningKeysSchema>;

/** Seconds that this clock is ahead of the store's, and of the broker's clock that differs most. */
export interface ClockDifference {
  store: number;
  brokers: number;
}

export interface BrokerHeartbeat {
  /**
   * Returns how many other brokers run. @throws KeyError when one of them does not know a key that this one will use
   */
  join(): Promise<number>;
  /** Records that this broker still runs; returns how its clock differs. */
  renew(): Promise<ClockDifference>;
  leave(): Promise<void>;
}

export function createBrokerHeartbeat(
  database: Database,
  keys: BrokerKeys,
  readClock: () => Promise<StoreClock>,
): BrokerHeartbeat {
  const id = randomId();
  const announce = (runner: SqlRunner, { nowMs, aheadMs }: StoreClock) =>
    runner.run(
      `INSERT INTO running_brokers (id, keys, seen_at, ahead_ms) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, ahead_ms = excluded.ahead_ms`,
      [
        id,
        JSON.stringify({ signing: idsOf(keys.signing), vault: idsOf(keys.vault) }),
        Math.floor(nowMs / 1000),
        aheadMs,
      ],
    );
  return {
    async join() {
      const clock = await readClock();
      return database.transaction(async (runner) => {
        await lockStore(runner);
        await runner.run('DELETE FROM running_brokers WHERE seen_at <= ?', [goneBefore(clock)]);
        const others = keysOf(await rowsOf(runner, clock));
        for (const purpose of ['signing', 'vault'] as const)
          refuseUnknown(others, purpose, keys[purpose].activeKid);
        await announce(runner, clock);
        return others.length;
      });
    },
    async renew() {
      const clock = await readClock();
      await announce(database, clock);
      return differenceOf(clock, await rowsOf(database, clock));
    },
    async leave() {
      await database.run('DELETE FROM running_brokers WHERE id = ?', [id]);
    },
  };
}

/** What the running brokers have reported. */
export async function runningKeys(database: Database, now: () => number): Promise<RunningKeys[]> {
  return keysOf(await rowsOf(database, await readStoreClock(database, now)));
}

/** How this machine's clock differs from those of the store and of the running brokers. */
export async function clockDifference(database: Database, now: () => number): Promise<ClockDifference> {
  const clock = await readStoreClock(database, now);
  return differenceOf(clock, await rowsOf(database, clock));
}

function rowsOf(store: SqlRunner, clock: StoreClock): Promise<SqlRow[]> {
  return store.all('SELECT keys, ahead_ms FROM running_brokers WHERE seen_at > ?', [goneBefore(clock)]);
}

/** Uses the store's clock: a broker does not count as stopped because another one's clock is ahead. */
function goneBefore({ nowMs }: StoreClock): number {
  return Math.floor(nowMs / 1000) - GONE_AFTER_SECONDS;
}

function keysOf(rows: readonly SqlRow[]): RunningKeys[] {
  return rows.map((row) => Value.Parse(RunningKeysSchema, JSON.parse(String(row.keys))));
}

function differenceOf({ aheadMs }: StoreClock, rows: readonly SqlRow[]): ClockDifference {
  const apart = rows
    .filter((row) => row.ahead_ms !== null)
    .map((row) => Math.round((aheadMs - Number(row.ahead_ms)) / 1000))
    .sort((a, b) => Math.abs(b) - Math.abs(a));
  return { store: Math.round(aheadMs / 1000), brokers: apart[0] ?? 0 };
}

/** @throws KeyError when this key may not become the active one */
export function refuseUnknown(running: readonly RunningKeys[], purpose: keyof BrokerKeys, kid: string): void {
  const count = running.filter((keys) => !keys[purpose].known.includes(kid)).length;
  if (count === 0) return;
  throw new KeyError(
    `${count} running broker(s) do not know the ${purpose} key "${kid}" yet. Let it be a retired key first, restart every broker, and then make it the active one. ${KILLED}`,
  );
}

/** @throws KeyError when this key may not be removed */
export function refuseActive(running: readonly RunningKeys[], purpose: keyof BrokerKeys, kid: string): void {
  const count = running.filter((keys) => keys[purpose].active === kid).length;
  if (count === 0) return;
  throw new KeyError(
    `${count} running broker(s) still have the ${purpose} key "${kid}" for their active one. Restart them first. ${KILLED}`,
  );
}

/**
 * A broker with another active key would seal again, with its own key, the rows that were just resealed.
 * @throws KeyError when a reseal would not last
 */
export function refuseOtherActive(
  running: readonly RunningKeys[],
  purpose: keyof BrokerKeys,
  kid: string,
): void {
  const count = running.filter((keys) => keys[purpose].active !== kid).length;
  if (count === 0) return;
  throw new KeyError(
    `${count} running broker(s) have another active ${purpose} key than "${kid}". Restart them first. ${KILLED}`,
  );
}

function idsOf({ activeKid, keys }: KeySet<unknown>): RunningKeys['vault'] {
  return { active: activeKid, known: [...keys.keys()] };
}
