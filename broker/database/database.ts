/** What the broker needs of a SQL store. Statements are written once, in the SQL that SQLite and PostgreSQL share. */

export type SqlValue = string | number | null | Uint8Array;
export type SqlRow = Record<string, SqlValue>;

/** Runs statements; `?` marks a parameter in both stores. */
export interface SqlRunner {
  /** Rows of a query; integers come back as numbers, blobs as Uint8Array, in both stores. */
  all(sql: string, params?: readonly SqlValue[]): Promise<SqlRow[]>;
  /** Runs a statement; the number of rows it changed. */
  run(sql: string, params?: readonly SqlValue[]): Promise<number>;
}

/** @throws StoreUnavailableError when the store cannot be reached, is locked too long, full, read-only, or not whole any more */
export interface Database extends SqlRunner {
  readonly kind: 'sqlite' | 'postgres';
  /**
   * All or nothing. The runner is valid only inside `work`.
   * @param deadlineMs longest time of all of it on another machine; as long as a person waits, when not given
   */
  transaction<Result>(work: (runner: SqlRunner) => Promise<Result>, deadlineMs?: number): Promise<Result>;
  /** The store's own time, milliseconds since 1970; undefined where it has none but this machine's. */
  clock(): Promise<number | undefined>;
  /** Brings the tables up to date; safe when several brokers start at once. */
  migrate(): Promise<void>;
  close(): Promise<void>;
}

/** The store did not do what it was asked, and may do it later; neither `reason` nor `code` has data in it. */
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
  /** What the system, SQLite or PostgreSQL calls it, where they do: `ECONNREFUSED`, `SQLITE_CANTOPEN`, SQLSTATE `28P01`. */
  readonly code: string | undefined;

  constructor(reason: StoreUnavailableError['reason'], cause?: unknown, code = codeOf(cause)) {
    super(`the store is ${reason}${code === undefined ? '' : ` (${code})`}`, { cause });
    this.reason = reason;
    this.code = code;
  }
}

/** Node's own codes (`ERR_…`) say less than the reason. */
function codeOf(cause: unknown): string | undefined {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^(?!ERR_)[A-Z0-9_]+$/.test(code) ? code : undefined;
}
