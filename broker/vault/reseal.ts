/** Seals the outer layer of every session with the active vault key, so that a retired key can be removed. */
import type { Database, SqlRow } from '../database/database.ts';
import { activeKey, type KeySet, type VaultKey } from '../keys/key-set.ts';
import { resealToken } from './sealed-token.ts';

/**
 * How many rows are read at once: few enough to keep in memory, and to lose little work when the command is stopped.
 */
const BATCH_ROWS = 200;

export interface ResealOutcome {
  resealed: number;
  /** Rows that their own vault key does not open: they are damaged, and their session cannot use them either. */
  unreadable: number;
}

/**
 * May be stopped at any time and run again: each row changes in one step, and is skipped once it has the active key.
 * Sessions continue to work meanwhile.
 */
export async function resealSessions(database: Database, keys: KeySet<VaultKey>): Promise<ResealOutcome> {
  const outcome = { resealed: 0, unreadable: 0 };
  for (let after = ''; ; ) {
    const rows = await database.all(
      'SELECT id, account_id, vault_kid, sealed FROM sessions WHERE vault_kid <> ? AND id > ? ORDER BY id LIMIT ?',
      [keys.activeKid, after, BATCH_ROWS],
    );
    for (const row of rows) {
      const sealed = resealRow(row, keys);
      if (sealed === undefined) outcome.unreadable += 1;
      else outcome.resealed += await replace(database, row, sealed, keys.activeKid);
    }
    if (rows.length < BATCH_ROWS) return outcome;
    after = String(rows.at(-1)?.id);
  }
}

function resealRow(row: SqlRow, keys: KeySet<VaultKey>): Uint8Array | undefined {
  const vaultKid = String(row.vault_kid);
  const key = keys.keys.get(vaultKid);
  if (key === undefined || !(row.sealed instanceof Uint8Array)) return undefined;
  const context = { sessionId: String(row.id), accountId: String(row.account_id), vaultKid };
  return resealToken(row.sealed, { key, context }, { key: activeKey(keys), kid: keys.activeKid });
}

/** Skips a row that its session has sealed again in the meantime. */
function replace(database: Database, row: SqlRow, sealed: Uint8Array, kid: string): Promise<number> {
  return database.run('UPDATE sessions SET sealed = ?, vault_kid = ? WHERE id = ? AND vault_kid = ?', [
    sealed,
    kid,
    String(row.id),
    String(row.vault_kid),
  ]);
}
