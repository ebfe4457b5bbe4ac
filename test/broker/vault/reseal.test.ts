/** Sealing everything again under another vault key, in as many runs as it takes, whatever stops a run. */
import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Database } from '../../../broker/database/database.ts';
import type { KeySet, VaultKey } from '../../../broker/keys/key-set.ts';
import { resealSessions } from '../../../broker/vault/reseal.ts';
import { createVault } from '../../../broker/vault/vault.ts';
import { describeBothStores } from '../database/both-stores.ts';

const SESSIONS = 450;
const TOKEN = 'canary-envoke-token-77aa';
const OLD = Buffer.alloc(32, 'old');
const NEW = Buffer.alloc(32, 'new');
const before: KeySet<VaultKey> = { activeKid: 'old', keys: new Map([['old', OLD]]) };
const during: KeySet<VaultKey> = { activeKid: 'new', keys: new Map([...before.keys, ['new', NEW]]) };
const after: KeySet<VaultKey> = { activeKid: 'new', keys: new Map([['new', NEW]]) };

describeBothStores('sealing anew', (store) => {
  const secret = randomBytes(32);
  const limits = { ttlSeconds: 1_000, idleSeconds: 1_000 };
  const now = () => 1_800_000_000_000;
  const vaultWith = (keys: KeySet<VaultKey>) => createVault({ database: store.database, keys, limits, now });
  const ids = Array.from({ length: SESSIONS }, (_, index) => `session ${index}`);

  async function fill(): Promise<void> {
    const vault = vaultWith(before);
    const createdAt = now() / 1_000;
    const end = { expiresAt: createdAt + 1_000, connectionExpiresAt: createdAt + 1_000 };
    for (const id of ids)
      await vault.add(
        {
          id,
          accountId: '7',
          accountName: '',
          browser: '',
          deviceName: '',
          ownerHash: null,
          signingKid: 's',
          createdAt,
          ...end,
        },
        secret,
        TOKEN,
      );
  }

  /** A store that fails for good after so many writes, as a killed process would. */
  const failingAfter = (writes: number): Database => ({
    ...store.database,
    all: (sql, params) => store.database.all(sql, params),
    run: async (sql, params) => {
      if (writes <= 0) throw new Error('killed');
      writes -= 1;
      return store.database.run(sql, params);
    },
  });

  it('continues where another run was stopped, and skips no session', async () => {
    await fill();
    await expect(resealSessions(failingAfter(150), during)).rejects.toThrow('killed');
    await expect(resealSessions(failingAfter(100), during)).rejects.toThrow('killed');
    for (const id of [ids[0] ?? '', ids.at(-1) ?? ''])
      expect(await vaultWith(during).open(id, secret)).toMatchObject({ envokeToken: TOKEN });
    expect(await resealSessions(store.database, during)).toEqual({ resealed: SESSIONS - 250, unreadable: 0 });
    expect(await resealSessions(store.database, during)).toEqual({ resealed: 0, unreadable: 0 });
    for (const id of ids)
      expect(await vaultWith(after).open(id, secret)).toMatchObject({ envokeToken: TOKEN });
  });

  it('reports sessions that it cannot read, and reseals the others', async () => {
    await fill();
    await store.database.run('UPDATE sessions SET sealed = ? WHERE id = ?', [randomBytes(60), ids[3] ?? '']);
    expect(await resealSessions(store.database, during)).toEqual({ resealed: SESSIONS - 1, unreadable: 1 });
  });
});
