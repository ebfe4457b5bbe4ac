/** No key changes while a broker does not know of it: this uses what the running brokers announce, in both stores. */
import { beforeEach, expect, it } from 'vitest';
import { readStoreClock } from '../../../broker/database/store-clock.ts';
import type { BrokerKeys, SigningKey } from '../../../broker/keys/key-set.ts';
import {
  createBrokerHeartbeat,
  refuseActive,
  refuseOtherActive,
  refuseUnknown,
  runningKeys,
} from '../../../broker/keys/running-brokers.ts';
import { describeBothStores } from '../database/both-stores.ts';
import { createTestClock, type TestClock } from '../running-broker.ts';

/** Only ids are announced, so the keys themselves may be anything. */
const keysOf = (active: string, ...known: string[]): BrokerKeys => ({
  signing: { activeKid: 's', keys: new Map<string, SigningKey>([['s', {} as SigningKey]]) },
  vault: { activeKid: active, keys: new Map(known.map((kid) => [kid, new Uint8Array(32)])) },
});

describeBothStores('the brokers on a store', (store) => {
  let clock: TestClock;
  beforeEach(() => {
    clock = createTestClock();
  });
  const broker = (active: string, ...known: string[]) =>
    createBrokerHeartbeat(store.database, keysOf(active, ...known), () =>
      readStoreClock(store.database, clock.now),
    );
  const running = () => runningKeys(store.database, clock.now);
  /** Time passes for what the store holds; its own clock cannot be set. */
  const pass = (seconds: number) =>
    store.database.run('UPDATE running_brokers SET seen_at = seen_at - ?', [seconds]);

  it('stop a broker whose active key another one does not know', async () => {
    await broker('a', 'a').join();
    await broker('a', 'a', 'b').join();
    await expect(broker('b', 'a', 'b').join()).rejects.toThrow(
      /1 running broker\(s\) do not know the vault key "b"/,
    );
    expect(await running()).toHaveLength(2);
  });

  it('let a broker start once all know its active key, or those without it are gone', async () => {
    const [old, fresh] = [broker('a', 'a'), broker('a', 'a', 'b')];
    expect([await old.join(), await fresh.join()]).toEqual([0, 1]);
    await old.leave();
    await broker('b', 'a', 'b').join();
    expect(await running()).toHaveLength(2);
  });

  it('forget a killed broker after a minute, and never a running one', async () => {
    const [killed, alive] = [broker('a', 'a'), broker('a', 'a')];
    await killed.join();
    await alive.join();
    await pass(45);
    await alive.renew();
    await pass(45);
    expect(await running()).toHaveLength(1);
    await expect(broker('b', 'a', 'b').join()).rejects.toThrow(/1 running broker/);
    await pass(60);
    await broker('b', 'a', 'b').join();
  });

  it('keep a key that one of them uses', async () => {
    await broker('a', 'a', 'b').join();
    await broker('a', 'a', 'b').join();
    const all = await running();
    expect(() => refuseActive(all, 'vault', 'a')).toThrow(/2 running broker/);
    expect(() => refuseActive(all, 'vault', 'b')).not.toThrow();
    expect(() => refuseUnknown(all, 'vault', 'c')).toThrow(/2 running broker/);
    expect(() => refuseOtherActive(all, 'vault', 'b')).toThrow(/2 running broker/);
    expect(() => refuseOtherActive(all, 'vault', 'a')).not.toThrow();
  });

  it('announce key ids, never keys', async () => {
    await broker('a', 'a').join();
    const rows = await store.database.all('SELECT keys FROM running_brokers');
    expect(rows.map(({ keys }) => JSON.parse(String(keys)))).toEqual([
      { signing: { active: 's', known: ['s'] }, vault: { active: 'a', known: ['a'] } },
    ]);
  });
});
