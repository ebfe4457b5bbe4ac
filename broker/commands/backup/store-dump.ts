/**
 * The store as lines of JSON: a heading, one line for each row, and an end line with the number of rows. Both kinds of
 * store use the same format, so that a backup of one can be restored into the other.
 */
import type { SqlRow, SqlRunner, SqlValue } from '../../database/database.ts';
import { MIGRATIONS } from '../../database/migrations.ts';

const FORMAT = 'contacts-for-envoke-store';
/** Rows of one query. */
const PAGE = 1_000;

/** The tables that a restored broker needs, each with its primary key. Rows are read in the order of that key. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  key_marks: ['purpose', 'kid'],
  sessions: ['id'],
  spent_codes: ['code_hash'],
  write_claims: ['account_id', 'key_hash'],
  activity: ['id'],
  search_levels: ['account_id'],
  withdrawals: ['account_id', 'digest'],
};
/**
 * Tables whose rows only matter for some minutes, only to the brokers that are running, or only to this store; a backup
 * leaves them out.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'seen_proofs',
  'rate_counts',
  'running_brokers',
  'store_identity',
  'migrations',
]);

/** Longest time to write or to restore a backup of a store with millions of rows. */
export const COPY_DEADLINE_MS = 6 * 3_600_000;

/** A backup cannot be made or used; the message says why and what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** @throws BackupError for a table that is in neither list */
export async function* dumpLines(runner: SqlRunner, tables: readonly string[]): AsyncGenerator<string> {
  const unknown = tables.filter((table) => !(table in KEPT) && !LEFT_OUT.has(table));
  if (unknown.length > 0)
    throw new BackupError(`the store has tables that are not known: ${unknown.join(', ')}`);
  yield line({ format: FORMAT, migrations: MIGRATIONS.map(({ id }) => id) });
  let rows = 0;
  for (const [table, key] of Object.entries(KEPT)) {
    for await (const row of rowsOf(runner, table, key)) {
      yield line({ table, row: encoded(row) });
      rows += 1;
    }
  }
  yield line({ end: rows });
}

/**
 * Each page starts after the last row of the page before. The store finds that row by its key, so it does not read the
 * earlier rows again.
 */
async function* rowsOf(runner: SqlRunner, table: string, key: readonly string[]): AsyncGenerator<SqlRow> {
  const names = key.join(', ');
  const behind = `WHERE (${names}) > (${key.map(() => '?').join(', ')})`;
  let last: SqlRow | undefined;
  do {
    const values = last === undefined ? [] : key.map((name) => last?.[name] ?? null);
    const page = await runner.all(
      `SELECT * FROM ${table} ${last === undefined ? '' : behind} ORDER BY ${names} LIMIT ${PAGE}`,
      values,
    );
    yield* page;
    last = page.length < PAGE ? undefined : page.at(-1);
  } while (last !== undefined);
}

/**
 * Fills an empty, migrated store. Returns the number of rows. @throws BackupError when the file is incomplete or not a
 * backup
 */
export async function restoreLines(runner: SqlRunner, lines: AsyncIterable<string>): Promise<number> {
  let rows = 0;
  let state: 'begin' | 'rows' | 'end' = 'begin';
  for await (const text of lines) {
    const entry = parse(text);
    if (state === 'begin') {
      checkHeading(entry);
      state = 'rows';
    } else if (state === 'rows' && entry.end !== undefined) {
      if (entry.end !== rows) throw notWhole();
      state = 'end';
    } else if (state === 'rows' && typeof entry.table === 'string' && entry.table in KEPT) {
      await insert(runner, entry.table, entry.row);
      rows += 1;
    } else throw notWhole();
  }
  if (state !== 'end') throw notWhole();
  return rows;
}

export async function isEmptyStore(runner: SqlRunner): Promise<boolean> {
  for (const table of Object.keys(KEPT)) {
    if ((await runner.all(`SELECT 1 AS found FROM ${table} LIMIT 1`)).length > 0) return false;
  }
  return true;
}

async function insert(runner: SqlRunner, table: string, row: unknown): Promise<void> {
  if (typeof row !== 'object' || row === null) throw notWhole();
  const names = Object.keys(row);
  if (names.some((name) => !/^[a-z_]{1,40}$/.test(name))) throw notWhole();
  const marks = names.map(() => '?').join(', ');
  const values = Object.values(row).map(decoded);
  await runner.run(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`, values);
}

function checkHeading({ format, migrations }: Record<string, unknown>): void {
  if (format !== FORMAT || !Array.isArray(migrations))
    throw new BackupError('this file is no copy of a store.');
  if (migrations.some((id) => !MIGRATIONS.some((known) => known.id === id)))
    throw new BackupError('this copy was made by a newer version of the broker. Install that version first.');
}

function encoded(row: SqlRow): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
    ]),
  );
}

function decoded(value: unknown): SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'object' && 'base64' in value) return Buffer.from(String(value.base64), 'base64');
  throw notWhole();
}

function parse(text: string): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null) return { ...json };
  } catch {
    // The file was cut off in the middle of a line.
  }
  throw notWhole();
}

const line = (entry: object) => `${JSON.stringify(entry)}\n`;
const notWhole = () =>
  new BackupError('this copy is not whole, so nothing of it was restored. Take another one.');
