/**
 * What the broker needs from a SQL store. Each statement is written once, in the SQL that SQLite and PostgreSQL share.
 */

export type SqlValue = string | number | null | Uint8Array;
export type SqlRow = Record<string, SqlValue>;

/** Runs statements; `?` marks a parameter in both stores. */
export interface SqlRunner {
  /** Rows of a query; integers come back as numbers, blobs as Uint8Array, in both stores. */
  all(sql: string, params?: readonly SqlValue[]): Promise<SqlRow[]>;
  /** Runs a statement; the number of rows it changed. */
  run(sql: string, params?: readonly SqlValue[]): Promise<number>;
}

/** @throws StoreUnavailableError when the store cannot be reached, is locked too long, full, read-only or damaged */
export interface Database extends SqlRunner {
  readonly kind: 'sqlite' | 'postgres';
  /**
   * Runs all of `work` or nothing, in a transaction. The runner is valid only inside `work`.
   * @param deadlineMs longest duration of the whole transaction on a database server; by default as long as a person
   * waits
   */
  transaction<Result>(work: (runner: SqlRunner) => Promise<Result>, deadlineMs?: number): Promise<Result>;
  /** The store's own time, milliseconds since 1970; undefined when the store has no clock other than this machine's. */
  clock(): Promise<number | undefined>;
  /** Brings the tables up to date; safe when several brokers start at once. */
  migrate(): Promise<void>;
  /**
   * Checks the whole store where opening it has put that off. A database server checks its own files.
   * @throws StoreUnavailableError 'corrupt'
   */
  checkWhole?(): Promise<void>;
  close(): Promise<void>;
}

/** The store could not do what it was asked, but may do it later. Neither `reason` nor `code` contains data. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
  readonly reason:
    | 'locked'
    | 'busy'
    | 'full'
    | 'read-only'
    | 'unreachable'
    | 'corrupt'
    | 'incomplete'
    | 'replaced';
  /**
   * The code that the system, SQLite or PostgreSQL gives, if any: `ECONNREFUSED`, `SQLITE_CANTOPEN`, SQLSTATE `28P01`.
   */
  readonly code: string | undefined;

  constructor(reason: StoreUnavailableError['reason'], cause?: unknown, code = codeOf(cause)) {
    super(`the store is ${reason}${code === undefined ? '' : ` (${code})`}`, { cause });
    this.reason = reason;
    this.code = code;
  }
}

/** Node's own codes (`ERR_…`) are less precise than the reason. */
function codeOf(cause: unknown): string | undefined {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^(?!ERR_)[A-Z0-9_]+$/.test(code) ? code : undefined;
}
