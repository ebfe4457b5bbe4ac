/** SQLite in one file (`node:sqlite`, WAL): the store of a broker on one machine. */
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, SqlRow, SqlRunner, SqlValue } from './database.ts';
import { applyMigrations } from './migrations.ts';
import { isSqliteBusy, storeErrorOf } from './sqlite-error.ts';
import { prepareSqliteFile } from './sqlite-file.ts';

/** How long a lock of another process is waited for in all; the event loop is held only for moments of it. */
const LOCK_WAIT_MS = 3_000;
const LOCK_RETRY_MS = 50;
/** SQLite's own wait, which holds the event loop. */
const BUSY_TIMEOUT_MS = 20;

/**
 * Opens the file, or makes it when there is none.
 * @throws StoreUnavailableError when it is damaged, empty, not ours, locked or cannot be written
 */
export function openSqlite(file: string): Database {
  prepareSqliteFile(file);
  try {
    const connection = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
    connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
    return new SqliteDatabase(connection);
  } catch (error) {
    throw storeErrorOf(error);
  }
}

class SqliteDatabase implements Database {
  readonly kind = 'sqlite';
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  /** There is one connection: transactions and writes take turns, so that nothing slips into another's transaction. */
  #lastTurn: Promise<unknown> = Promise.resolve();
  #inTransaction = false;

  constructor(connection: DatabaseSync) {
    this.#connection = connection;
  }

  /** Queries outside of a transaction wait for no lock: WAL lets them read what was last committed. */
  async all(sql: string, params: readonly SqlValue[] = []): Promise<SqlRow[]> {
    const isQuery = sql.startsWith('SELECT');
    if (isQuery && !this.#inTransaction) return this.#judged(() => this.#all(sql, params));
    return this.#inTurn(() => this.#retryLocked(() => this.#all(sql, params)));
  }

  async run(sql: string, params: readonly SqlValue[] = []): Promise<number> {
    return this.#inTurn(() => this.#retryLocked(() => this.#run(sql, params)));
  }

  async transaction<Result>(work: (runner: SqlRunner) => Promise<Result>): Promise<Result> {
    return this.#inTurn(() => this.#transact(work));
  }

  migrate(): Promise<void> {
    return this.transaction((runner) => applyMigrations(runner));
  }

  async close(): Promise<void> {
    await this.#lastTurn;
    if (this.#connection.isOpen) this.#connection.close();
  }

  async #transact<Result>(work: (runner: SqlRunner) => Promise<Result>): Promise<Result> {
    await this.#retryLocked(() => this.#connection.exec('BEGIN IMMEDIATE'));
    this.#inTransaction = true;
    try {
      const result = await work({
        all: async (sql, params = []) => this.#judged(() => this.#all(sql, params)),
        run: async (sql, params = []) => this.#judged(() => this.#run(sql, params)),
      });
      this.#judged(() => this.#connection.exec('COMMIT'));
      return result;
    } catch (error) {
      if (this.#connection.isTransaction) this.#connection.exec('ROLLBACK');
      throw error;
    } finally {
      this.#inTransaction = false;
    }
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#lastTurn.then(work);
    this.#lastTurn = turn.catch(() => undefined);
    return turn;
  }

  #all(sql: string, params: readonly SqlValue[]): SqlRow[] {
    const rows: SqlRow[] = [];
    for (const row of this.#prepare(sql).iterate(...params)) rows.push(sqlRowOf(row));
    return rows;
  }

  #run(sql: string, params: readonly SqlValue[]): number {
    return Number(this.#prepare(sql).run(...params).changes);
  }

  /** Each statement is prepared once; there are a few dozen, all written in our code. */
  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  async #retryLocked<Result>(work: () => Result): Promise<Result> {
    for (let waitedMs = 0; ; waitedMs += LOCK_RETRY_MS) {
      try {
        return work();
      } catch (error) {
        if (!isSqliteBusy(error) || waitedMs >= LOCK_WAIT_MS) throw storeErrorOf(error);
      }
      await sleep(LOCK_RETRY_MS);
    }
  }

  #judged<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw storeErrorOf(error);
    }
  }
}

function sqlRowOf(row: Record<string, unknown>): SqlRow {
  const checked: SqlRow = {};
  for (const [name, value] of Object.entries(row)) checked[name] = sqlValueOf(value);
  return checked;
}

function sqlValueOf(value: unknown): SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError('a column of a type that the broker does not use');
}
