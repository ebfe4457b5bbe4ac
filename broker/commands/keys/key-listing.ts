/** The keys as `keys list` shows them: purpose, id, state, and how many sessions still need each. Contains no key. */
import type { SqlRunner } from '../../database/database.ts';
import type { BrokerKeys } from '../../keys/key-set.ts';
import type { KeyPurpose } from './key-changes.ts';

export interface ListedKey {
  purpose: KeyPurpose;
  kid: string;
  state: 'active' | 'retired';
  /** Rows of the store that cannot be used without this key. */
  sessions: number;
}

const COLUMNS = { signing: 'signing_kid', vault: 'vault_kid' } as const;

export async function listKeys(keys: BrokerKeys, store: SqlRunner): Promise<ListedKey[]> {
  const listed: ListedKey[] = [];
  for (const purpose of ['signing', 'vault'] as const) {
    const column = COLUMNS[purpose];
    const rows = await store.all(
      `SELECT ${column} AS kid, COUNT(*) AS sessions FROM sessions GROUP BY ${column}`,
    );
    const needed = new Map(rows.map((row) => [String(row.kid), Number(row.sessions)]));
    for (const kid of keys[purpose].keys.keys())
      listed.push({
        purpose,
        kid,
        state: kid === keys[purpose].activeKid ? 'active' : 'retired',
        sessions: needed.get(kid) ?? 0,
      });
  }
  return listed;
}

export function listingLines(listed: readonly ListedKey[]): string[] {
  const rows = listed.map(({ purpose, kid, state, sessions }) => [purpose, kid, state, String(sessions)]);
  const table = [['purpose', 'key id', 'state', 'sessions that need it'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}
