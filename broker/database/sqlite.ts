/** SQLite in one file (`node:sqlite`, WAL): the store of a broker on one machine. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { uptimeMs } from '../clock.ts';
import {
  type Database,
  type SqlRow,
  type SqlRunner,
  type SqlValue,
  StoreUnavailableError,
} from './database.ts';
import { applyMigrations } from './migrations.ts';
import { beginFileCheck, type FileCheck } from './sqlite-check.ts';
import { isSqliteBusy, storeErrorOf } from './sqlite-error.ts';
import { growOlder, prepareSqliteFile, watchFiles } from './sqlite-file.ts';

/**
 * How long a caller waits for a lock of another process, including its turn in the queue. The event loop is blocked
 * only for short parts of it.
 */
const LOCK_WAIT_MS = 3_000;
const LOCK_RETRY_MS = 50;
/** SQLite's own wait, which blocks the event loop. */
const BUSY_TIMEOUT_MS = 20;
/** A copy of the file that is older than this can be told from it. */
const GROWS_OLDER_EVERY_MS = 60_000;

/**
 * Opens the file, or creates it when there is none.
 * @param mayCheckLater whether the caller calls `checkWhole` for a file that is too large to be checked at once
 * @throws StoreUnavailableError when the file is damaged, empty, not ours, locked or cannot be written
 */
export function openSqlite(file: string, mayCheckLater = false): Database {
  const isChecked = prepareSqliteFile(file, mayCheckLater);
  try {
    const connection = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
    connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
    // The first query creates the files beside it.
    connection.exec('SELECT name FROM sqlite_master');
    return new SqliteDatabase(connection, watchFiles(file), isChecked ? undefined : file);
  } catch (error) {
    throw storeErrorOf(error);
  }
}

class SqliteDatabase implements Database {
  readonly kind = 'sqlite';
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, Prepared>();
  /**
   * There is one connection. Transactions and writes take turns, so that no statement runs inside the transaction of
   * another caller.
   */
  #lastTurn: Promise<unknown> = Promise.resolve();
  #inTransaction = false;
  /** The transaction in which the running code stands: its turn ends only after this code. */
  readonly #around = new AsyncLocalStorage<{ isOpen: boolean }>();
  #grewOlderAtMs = Number.NEGATIVE_INFINITY;
  /** Whether the last caller that tried found a lock of another process. */
  #isLocked = false;
  /** The file, when it is not checked yet. */
  readonly #unchecked: string | undefined;
  #check: FileCheck | undefined;
  readonly #checkFiles: () => void;

  /** @param checkFiles throws when this connection writes into files that no longer belong to the store */
  constructor(connection: DatabaseSync, checkFiles: () => void, unchecked: string | undefined) {
    this.#connection = connection;
    this.#checkFiles = checkFiles;
    this.#unchecked = unchecked;
  }

  /** Queries outside a transaction wait for no lock: with WAL they read the last committed state. */
  async all(sql: string, params: readonly SqlValue[] = []): Promise<SqlRow[]> {
    const isQuery = sql.startsWith('SELECT');
    if (isQuery && !this.#inTransaction) return this.#judged(() => this.#all(sql, params));
    return this.#inTurn((deadlineMs) => this.#write(() => this.#all(sql, params), deadlineMs));
  }

  async run(sql: string, params: readonly SqlValue[] = []): Promise<number> {
    return this.#inTurn((deadlineMs) => this.#write(() => this.#run(sql, params), deadlineMs));
  }

  async transaction<Result>(work: (runner: SqlRunner) => Promise<Result>): Promise<Result> {
    return this.#inTurn((deadlineMs) => this.#transact(work, deadlineMs));
  }

  migrate(): Promise<void> {
    return this.transaction((runner) => applyMigrations(runner));
  }

  async clock(): Promise<undefined> {}

  async checkWhole(): Promise<void> {
    if (this.#unchecked === undefined) return;
    this.#check ??= beginFileCheck(this.#unchecked);
    await this.#check.done;
  }

  async close(): Promise<void> {
    await this.#lastTurn;
    // The last to close the file removes its log: without it, the next start need not check first.
    await this.#check?.stop();
    if (this.#connection.isOpen) this.#connection.close();
  }

  async #transact<Result>(work: (runner: SqlRunner) => Promise<Result>, deadlineMs: number): Promise<Result> {
    await this.#retryLocked(() => this.#connection.exec('BEGIN IMMEDIATE'), deadlineMs);
    this.#inTransaction = true;
    const transaction = { isOpen: true };
    let hasChanged = false;
    const runner: SqlRunner = {
      all: async (sql, params = []) => this.#judged(() => this.#all(sql, params)),
      run: async (sql, params = []) => {
        const changes = this.#judged(() => this.#run(sql, params));
        hasChanged ||= changes > 0;
        return changes;
      },
    };
    try {
      const result = await this.#around.run(transaction, () => work(runner));
      this.#checkFiles();
      this.#judged(() => {
        if (hasChanged) this.#growOlder();
        this.#connection.exec('COMMIT');
      });
      return result;
    } catch (error) {
      if (this.#connection.isTransaction) this.#connection.exec('ROLLBACK');
      throw error;
    } finally {
      this.#inTransaction = false;
      transaction.isOpen = false;
    }
  }

  #inTurn<Result>(work: (deadlineMs: number) => Promise<Result>): Promise<Result> {
    if (this.#around.getStore()?.isOpen === true)
      throw new Error(
        'inside a transaction, only its own runner may be used: the store would wait for itself',
      );
    const deadlineMs = uptimeMs() + LOCK_WAIT_MS;
    const turn = this.#lastTurn.then(() => {
      this.#checkFiles();
      return work(deadlineMs);
    });
    this.#lastTurn = turn.catch(() => undefined);
    return turn;
  }

  #write<Result>(work: () => Result, deadlineMs: number): Promise<Result> {
    return this.#retryLocked(() => {
      this.#growOlder();
      return work();
    }, deadlineMs);
  }

  /** With a write only: a start that fails leaves the file as it is. */
  #growOlder(): void {
    const nowMs = uptimeMs();
    if (nowMs - this.#grewOlderAtMs < GROWS_OLDER_EVERY_MS) return;
    growOlder(this.#connection);
    this.#grewOlderAtMs = nowMs;
  }

  #all(sql: string, params: readonly SqlValue[]): SqlRow[] {
    const { statement, columns } = this.#prepare(sql);
    const rows: unknown[] = statement.all(...params);
    return rows.map((values) => rowOf(columns, values));
  }

  #run(sql: string, params: readonly SqlValue[]): number {
    return Number(this.#prepare(sql).statement.run(...params).changes);
  }

  /** Each statement is prepared once; there are a few dozen, all in our code. */
  #prepare(sql: string): Prepared {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#connection.prepare(sql);
    // A damaged row may hold a number that JavaScript cannot represent.
    statement.setReadBigInts(true);
    statement.setReturnArrays(true);
    const prepared = { statement, columns: statement.columns().map(({ name }) => name) };
    this.#statements.set(sql, prepared);
    return prepared;
  }

  /** Callers whose time ran out in the queue do not try again what the caller before them has just tried. */
  async #retryLocked<Result>(work: () => Result, deadlineMs: number): Promise<Result> {
    for (;;) {
      if (this.#isLocked && uptimeMs() >= deadlineMs) throw new StoreUnavailableError('locked');
      try {
        const result = work();
        this.#isLocked = false;
        return result;
      } catch (error) {
        this.#isLocked = isSqliteBusy(error);
        if (!this.#isLocked) throw storeErrorOf(error);
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

interface Prepared {
  statement: StatementSync;
  columns: readonly string[];
}

/** From a list of values: the object that `node:sqlite` makes for a row is of a kind that is slow to make and to read. */
function rowOf(columns: readonly string[], values: unknown): SqlRow {
  const row: SqlRow = {};
  for (const [at, name] of columns.entries()) {
    const value: unknown = Array.isArray(values) ? values[at] : undefined;
    if (typeof value === 'bigint') row[name] = Number(value);
    else if (isSqlValue(value)) row[name] = value;
    else throw new TypeError('a column of a type that the broker does not use');
  }
  return row;
}

const isSqlValue = (value: unknown): value is SqlValue =>
  value === null || typeof value === 'string' || typeof value === 'number' || value instanceof Uint8Array;
