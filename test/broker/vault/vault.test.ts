/** What is stored, and what is needed to decrypt it: one suite for both stores. */
import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { KeySet, VaultKey } from '../../../broker/keys/key-set.ts';
import { createVault, type NewSession } from '../../../broker/vault/vault.ts';
import { describeBothStores } from '../database/both-stores.ts';
import { createTestClock } from '../running-broker.ts';

const TOKEN = 'canary-envoke-token-5f1d';
const keySet = (activeKid: string, ...names: string[]): KeySet<VaultKey> => ({
  activeKid,
  keys: new Map(names.map((name) => [name, Buffer.alloc(32, name)])),
});

describeBothStores('the vault', (store) => {
  const clock = createTestClock(1_800_000_000_000);
  const limits = { ttlSeconds: 1_000_000, idleSeconds: 3_600 };
  const vaultWith = (keys: KeySet<VaultKey>) =>
    createVault({ database: store.database, keys, limits, now: clock.now });
  const seconds = () => Math.floor(clock.now() / 1000);
  const secret = randomBytes(32);
  const session = (id: string, changes: Partial<NewSession> = {}): NewSession => ({
    id,
    accountId: '1042',
    accountName: 'Harbourview',
    browser: 'Firefox on Linux',
    deviceName: '',
    ownerHash: null,
    signingKid: 'sign',
    createdAt: seconds(),
    expiresAt: seconds() + limits.ttlSeconds,
    connectionExpiresAt: seconds() + limits.ttlSeconds,
    ...changes,
  });

  it('opens what it sealed, and stores nothing readable', async () => {
    const vault = vaultWith(keySet('a', 'a'));
    await vault.add(session('one'), secret, TOKEN);
    expect(await vault.open('one', secret)).toMatchObject({ accountId: '1042', envokeToken: TOKEN });
    const [row] = await store.database.all('SELECT * FROM sessions');
    expect(Buffer.from(row?.sealed as Uint8Array).toString('latin1')).not.toContain('canary');
    expect(JSON.stringify(row)).not.toContain('canary');
  });

  it('does not open with another secret, even with all keys of the broker', async () => {
    const vault = vaultWith(keySet('a', 'a'));
    await vault.add(session('one'), secret, TOKEN);
    expect(await vault.open('one', randomBytes(32))).toBe('damaged');
  });

  it('does not open when one byte was changed', async () => {
    const vault = vaultWith(keySet('a', 'a'));
    await vault.add(session('one'), secret, TOKEN);
    const [row] = await store.database.all('SELECT sealed FROM sessions');
    const sealed = row?.sealed as Uint8Array;
    for (let index = 0; index < sealed.length; index += 1) {
      const spoiled = Uint8Array.from(sealed, (byte, at) => (at === index ? byte ^ 1 : byte));
      await store.database.run('UPDATE sessions SET sealed = ?', [spoiled]);
      expect(await vault.open('one', secret)).toBe('damaged');
    }
  });

  it.each(['id', 'account_id', 'vault_kid'])('does not open a row whose %s was changed', async (column) => {
    const vault = vaultWith(keySet('a', 'a'));
    await vault.add(session('one'), secret, TOKEN);
    await store.database.run(`UPDATE sessions SET ${column} = ?`, ['other']);
    expect(await vault.open(column === 'id' ? 'other' : 'one', secret)).toBe('damaged');
  });

  it('does not open a row with the bytes of another row', async () => {
    const vault = vaultWith(keySet('a', 'a'));
    await vault.add(session('one'), secret, TOKEN);
    await vault.add(session('two'), secret, TOKEN);
    await store.database.run(
      'UPDATE sessions SET sealed = (SELECT sealed FROM sessions WHERE id = ?) WHERE id = ?',
      ['one', 'two'],
    );
    expect(await vault.open('two', secret)).toBe('damaged');
  });

  it('reseals under the new key on the next use, and then does not need the old one', async () => {
    await vaultWith(keySet('a', 'a')).add(session('one'), secret, TOKEN);
    const rotated = vaultWith(keySet('b', 'a', 'b'));
    const opened = await rotated.open('one', secret);
    if (typeof opened !== 'object') throw new Error('not opened');
    await Promise.all([rotated.keep(opened, secret), rotated.keep(opened, secret)]);
    const [row] = await store.database.all('SELECT vault_kid FROM sessions');
    expect(row?.vault_kid).toBe('b');
    expect(await vaultWith(keySet('b', 'b')).open('one', secret)).toMatchObject({ envokeToken: TOKEN });
  });

  it('never seals the same token to the same bytes', async () => {
    const vault = vaultWith(keySet('a', 'a'));
    for (let index = 0; index < 50; index += 1) await vault.add(session(`s${index}`), secret, TOKEN);
    const rows = await store.database.all('SELECT sealed FROM sessions');
    const starts = rows.map(({ sealed }) =>
      Buffer.from(sealed as Uint8Array)
        .subarray(0, 12)
        .toString('hex'),
    );
    expect(new Set(starts).size).toBe(50);
  });

  it('sweeps any number of sessions, leaves those within their limits, and counts them before and after', async () => {
    const vault = vaultWith(keySet('a', 'a'));
    await vault.add({ ...session('ended'), expiresAt: 1 }, secret, TOKEN);
    const copied =
      'account_id, account_name, browser, sealed, vault_kid, signing_kid, created_at, last_used_at, expires_at, connection_expires_at';
    await store.database.run(
      `INSERT INTO sessions (id, ${copied}) SELECT 'ended-' || i, ${copied} FROM sessions,
       (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) SELECT i FROM n) AS numbers`,
    );
    await vault.add(session('kept'), secret, TOKEN);
    expect(await vault.count()).toBe(1);
    expect(await vault.sweep()).toBe(1_001);
    expect(await vault.sweep()).toBe(0);
    expect(await vault.count()).toBe(1);
    expect(await vault.open('kept', secret)).toMatchObject({ id: 'kept' });
  });

  it('opens until the idle limit and not after, and sweeps what is past its limits', async () => {
    const vault = vaultWith(keySet('a', 'a'));
    await vault.add(session('idle'), secret, TOKEN);
    await vault.add(session('short', { expiresAt: seconds() + 60 }), secret, TOKEN);
    clock.advance(3_599);
    expect(await vault.open('idle', secret)).toBeDefined();
    expect(await vault.open('short', secret)).toBeUndefined();
    expect(await vault.sweep()).toBe(1);
    clock.advance(1);
    expect(await vault.open('idle', secret)).toBeUndefined();
    expect(await vault.sweep()).toBe(1);
  });

  it('writes the time of use rarely, and never backwards', async () => {
    const vault = vaultWith(keySet('a', 'a'));
    await vault.add(session('one'), secret, TOKEN);
    const lastUsed = async () =>
      (await store.database.all('SELECT last_used_at FROM sessions'))[0]?.last_used_at;
    const start = await lastUsed();
    clock.advance(60);
    const early = await vault.open('one', secret);
    if (typeof early !== 'object') throw new Error('not opened');
    await vault.keep(early, secret);
    expect(await lastUsed()).toBe(start);
    clock.advance(300);
    await vault.keep(early, secret);
    expect(await lastUsed()).toBe(Number(start) + 360);
  });

  it('lists and ends the sessions of one account alone', async () => {
    const vault = vaultWith(keySet('a', 'a'));
    await vault.add(session('mine'), secret, TOKEN);
    await vault.add(session('other', { accountId: '7' }), secret, TOKEN);
    expect((await vault.list('1042')).map(({ id }) => id)).toEqual(['mine']);
    expect(await vault.end('other', '1042')).toBe(false);
    expect(await vault.endAll('1042')).toBe(1);
    expect(await vault.open('other', secret)).toBeDefined();
  });

  it('ends and names for one person neither what is a colleague’s, nor another account’s, nor nobody’s', async () => {
    const vault = vaultWith(keySet('a', 'a'));
    const mine = session('here', { ownerHash: 'mine' });
    await vault.add(mine, secret, TOKEN);
    await vault.add(session('there', { ownerHash: 'mine' }), secret, TOKEN);
    await vault.add(session('colleague', { ownerHash: 'theirs' }), secret, TOKEN);
    await vault.add(session('unknown'), secret, TOKEN);
    await vault.add(session('elsewhere', { accountId: '7', ownerHash: 'mine' }), secret, TOKEN);
    for (const id of ['colleague', 'unknown', 'elsewhere']) {
      expect(await vault.rename(id, 'taken', mine)).toBe(false);
    }
    expect(await vault.rename('there', 'Front desk', mine)).toBe(true);
    expect((await vault.list('1042')).map(({ deviceName }) => deviceName).sort()).toEqual([
      '',
      '',
      '',
      'Front desk',
    ]);
    expect(await vault.endOthers(mine)).toBe(1);
    expect((await vault.list('1042')).map(({ id }) => id).sort()).toEqual(['colleague', 'here', 'unknown']);
    expect(await vault.open('elsewhere', secret)).toBeDefined();
  });

  it('takes a session without an owner for nobody’s but its own', async () => {
    const vault = vaultWith(keySet('a', 'a'));
    const [one, two] = [session('one'), session('two')];
    await vault.add(one, secret, TOKEN);
    await vault.add(two, secret, TOKEN);
    expect(await vault.endOthers(one)).toBe(0);
    expect(await vault.rename('two', 'taken', one)).toBe(false);
    expect(await vault.rename('one', 'Front desk', one)).toBe(true);
  });
});
