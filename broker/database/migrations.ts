/** All migrations in order. A released one is never changed: add a new one instead. */
import type { SqlRunner } from './database.ts';
import type { Migration } from './migration.ts';
import { sessions } from './migrations/0001-sessions.ts';
import { contacts } from './migrations/0002-contacts.ts';
import { settledCodes } from './migrations/0003-settled-codes.ts';
import { runningBrokers } from './migrations/0004-running-brokers.ts';
import { codeBearers } from './migrations/0005-code-bearers.ts';
import { withdrawals } from './migrations/0006-withdrawals.ts';
import { proof } from './migrations/0007-proof.ts';
import { sessionKeys } from './migrations/0008-session-keys.ts';
import { brokerClocks } from './migrations/0009-broker-clocks.ts';
import { idleSessions } from './migrations/0010-idle-sessions.ts';
import { sessionOwners } from './migrations/0011-session-owners.ts';
import { storeIdentity } from './migrations/0012-store-identity.ts';

export const MIGRATIONS: readonly Migration[] = [
  sessions,
  contacts,
  settledCodes,
  runningBrokers,
  codeBearers,
  withdrawals,
  proof,
  sessionKeys,
  brokerClocks,
  idleSessions,
  sessionOwners,
  storeIdentity,
];

/** Every table that the migrations create. */
const TABLES = MIGRATIONS.flatMap(({ statements }) =>
  statements.flatMap((statement) => /^CREATE TABLE (\w+)/.exec(statement)?.[1] ?? []),
);

/** A later version of the broker created the tables; this version would damage them. */
export class NewerStoreError extends Error {
  override readonly name = 'NewerStoreError';

  constructor() {
    super(
      'The store was last used by a newer version of the broker. Start that version, or restore a backup.',
    );
  }
}

/**
 * Runs inside one transaction that blocks other brokers.
 * @throws NewerStoreError, and StoreUnavailableError 'incomplete' when a table that was created before is missing
 */
export async function applyMigrations(runner: SqlRunner, migrations = MIGRATIONS): Promise<void> {
  await runner.run('CREATE TABLE IF NOT EXISTS migrations (id BIGINT PRIMARY KEY, name TEXT NOT NULL)');
  const applied = await appliedMigrations(runner, migrations);
  for (const migration of migrations) {
    if (applied.has(migration.id)) continue;
    for (const statement of migration.statements) await runner.run(statement);
    await runner.run('INSERT INTO migrations (id, name) VALUES (?, ?)', [migration.id, migration.name]);
  }
  await checkTables(runner);
}

/** @throws StoreUnavailableError 'incomplete' when a table is missing */
export async function checkTables(runner: SqlRunner): Promise<void> {
  await runner.all(`SELECT ${TABLES.map((table) => `(SELECT 1 FROM ${table} WHERE 1 = 0)`).join(', ')}`);
}

/**
 * Ids of the migrations that the store already has. @throws NewerStoreError when this version does not know one of them
 */
export async function appliedMigrations(
  runner: SqlRunner,
  known = MIGRATIONS,
): Promise<ReadonlySet<unknown>> {
  const applied = new Set((await runner.all('SELECT id FROM migrations')).map((row) => row.id));
  if ([...applied].some((id) => !known.some((migration) => migration.id === id))) throw new NewerStoreError();
  return applied;
}

/**
 * Blocks every other broker until the transaction of this runner ends, so that a check and a write form one step. In
 * both stores, a written row stays locked by its writer.
 */
export async function lockStore(runner: SqlRunner): Promise<void> {
  await runner.run('UPDATE migrations SET name = name WHERE id = ?', [MIGRATIONS[0]?.id ?? 1]);
}
