/** PostgreSQL: the store of any number of brokers. */
import pg from 'pg';
import type { Database, SqlRow, SqlRunner, SqlValue } from './database.ts';
import { applyMigrations } from './migrations.ts';
import { isConnectionLost, storeErrorOf } from './postgres-error.ts';

const CONNECTIONS_MAX = 10;
const CONNECT_TIMEOUT_MS = 3_000;
const STATEMENT_TIMEOUT_MS = 5_000;
/** Any number, the same in all brokers: whoever holds this lock migrates, the others wait. */
const MIGRATION_LOCK = 5_125_379;
/** OID of BIGINT, which `pg` would give as text. */
const BIGINT_OID = 20;

export function openPostgres(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    application_name: 'contacts-for-envoke',
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === BIGINT_OID ? Number : pg.types.getTypeParser(oid, format === 'binary' ? 'text' : format),
    },
  });
  // A connection that breaks is replaced on next use, and what it was used for fails with a reason; without these
  // listeners, for idle ones and for those in use, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PostgresDatabase(pool);
}

interface Queryable {
  query(query: { text: string; values: readonly SqlValue[]; name?: string }): Promise<pg.QueryResult>;
}

class PostgresDatabase implements Database {
  readonly kind = 'postgres';
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** A query is repeated once when its connection turns out to be dead; a statement that changes rows never is. */
  async all(sql: string, params: readonly SqlValue[] = []): Promise<SqlRow[]> {
    try {
      return await queryRows(this.#pool, sql, params);
    } catch (error) {
      if (!isConnectionLost(error) || !/^\s*SELECT/i.test(sql)) throw storeErrorOf(error);
    }
    return judged(() => queryRows(this.#pool, sql, params));
  }

  async run(sql: string, params: readonly SqlValue[] = []): Promise<number> {
    return judged(() => queryCount(this.#pool, sql, params));
  }

  async transaction<Result>(work: (runner: SqlRunner) => Promise<Result>): Promise<Result> {
    const client = await judged(() => this.#pool.connect());
    let broken = false;
    try {
      await judged(() => client.query('BEGIN'));
      const result = await work({
        all: (sql, params = []) => judged(() => queryRows(client, sql, params)),
        run: (sql, params = []) => judged(() => queryCount(client, sql, params)),
      });
      await judged(() => client.query('COMMIT'));
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  migrate(): Promise<void> {
    return this.transaction(async (runner) => {
      await runner.all('SELECT pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
      await applyMigrations(runner);
    });
  }

  async close(): Promise<void> {
    if (!this.#pool.ended) await this.#pool.end();
  }
}

async function queryRows(target: Queryable, sql: string, params: readonly SqlValue[]): Promise<SqlRow[]> {
  return (await target.query({ text: numbered(sql), values: params })).rows;
}

async function queryCount(target: Queryable, sql: string, params: readonly SqlValue[]): Promise<number> {
  return (await target.query({ text: numbered(sql), values: params })).rowCount ?? 0;
}

/** `?` becomes `$1`, `$2`…; our statements have no `?` in texts. */
function numbered(sql: string): string {
  let position = 0;
  return sql.replaceAll('?', () => {
    position += 1;
    return `$${position}`;
  });
}

async function judged<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw storeErrorOf(error);
  }
}
