/**
 * The brokers that run on one store tell each other which keys they have. What is sealed or signed with a key is lost on a
 * broker that does not know it, and its people would be signed out: so no key becomes the active one before all know it,
 * and none goes while one of them still works with it.
 */
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import type { Database, SqlRunner } from '../database/database.ts';
import { lockStore } from '../database/migrations.ts';
import { KeyError } from './key-error.ts';
import type { BrokerKeys, KeySet } from './key-set.ts';
import { randomId } from './random-id.ts';

export const HEARTBEAT_SECONDS = 20;
/** A broker that was killed says nothing more; after this time it counts as gone. */
const GONE_AFTER_SECONDS = 60;
const KILLED = `One that was killed is forgotten after ${GONE_AFTER_SECONDS} seconds.`;

const KeyIds = Type.Object({ active: Type.String(), known: Type.Array(Type.String()) });
const RunningKeysSchema = Type.Object({ signing: KeyIds, vault: KeyIds });
export type RunningKeys = Static<typeof RunningKeysSchema>;

export interface BrokerHeartbeat {
  /** How many others run. @throws KeyError when one of them does not know a key that this one is about to use */
  join(): Promise<number>;
  /** Says that this broker still runs. */
  renew(): Promise<void>;
  leave(): Promise<void>;
}

/** @param now milliseconds */
export function createBrokerHeartbeat(
  database: Database,
  keys: BrokerKeys,
  now: () => number,
): BrokerHeartbeat {
  const id = randomId();
  const seconds = () => Math.floor(now() / 1000);
  const announce = (runner: SqlRunner) =>
    runner.run(
      'INSERT INTO running_brokers (id, keys, seen_at) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at',
      [id, JSON.stringify({ signing: idsOf(keys.signing), vault: idsOf(keys.vault) }), seconds()],
    );
  return {
    join: () =>
      database.transaction(async (runner) => {
        await lockStore(runner);
        await runner.run('DELETE FROM running_brokers WHERE seen_at <= ?', [seconds() - GONE_AFTER_SECONDS]);
        const others = await runningKeys(runner, now);
        for (const purpose of ['signing', 'vault'] as const)
          refuseUnknown(others, purpose, keys[purpose].activeKid);
        await announce(runner);
        return others.length;
      }),
    async renew() {
      await announce(database);
    },
    async leave() {
      await database.run('DELETE FROM running_brokers WHERE id = ?', [id]);
    },
  };
}

/** What the running brokers have said. */
export async function runningKeys(store: SqlRunner, now: () => number): Promise<RunningKeys[]> {
  const rows = await store.all('SELECT keys FROM running_brokers WHERE seen_at > ?', [
    Math.floor(now() / 1000) - GONE_AFTER_SECONDS,
  ]);
  return rows.map((row) => Value.Parse(RunningKeysSchema, JSON.parse(String(row.keys))));
}

/** @throws KeyError when this key may not become the active one */
export function refuseUnknown(running: readonly RunningKeys[], purpose: keyof BrokerKeys, kid: string): void {
  const count = running.filter((keys) => !keys[purpose].known.includes(kid)).length;
  if (count === 0) return;
  throw new KeyError(
    `${count} running broker(s) do not know the ${purpose} key "${kid}" yet. Let it be a retired key first, restart every broker, and then make it the active one. ${KILLED}`,
  );
}

/** @throws KeyError when this key may not go */
export function refuseActive(running: readonly RunningKeys[], purpose: keyof BrokerKeys, kid: string): void {
  const count = running.filter((keys) => keys[purpose].active === kid).length;
  if (count === 0) return;
  throw new KeyError(
    `${count} running broker(s) still have the ${purpose} key "${kid}" for their active one. Restart them first. ${KILLED}`,
  );
}

/**
 * A broker with another active key lays its own seal again over what was sealed anew.
 * @throws KeyError when sealing anew would not last
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
