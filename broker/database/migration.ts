/** A step from one version of the tables to the next. */

export interface Migration {
  /** Rises by one; never used twice. */
  id: number;
  name: string;
  /** In the SQL that SQLite and PostgreSQL share: TEXT, BIGINT and BYTEA (a blob in both), `?` nowhere. */
  statements: readonly string[];
}
