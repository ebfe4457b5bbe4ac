/** PostgreSQL: the store of any number of brokers. */
import { uptimeMs } from '../clock.ts';
import {
  type Database,
  type SqlRow,
  type SqlRunner,
  type SqlValue,
  StoreUnavailableError,
} from './database.ts';
import { applyMigrations } from './migrations.ts';
import { isConnectionLost, storeErrorOf } from './postgres-error.ts';
import {
  AnswerOverdueError,
  type Connection,
  createPostgresPool,
  type PostgresPool,
} from './postgres-pool.ts';

/** Any number, the same in all brokers: whoever holds this lock migrates, the others wait. */
const MIGRATION_LOCK = 5_125_379;
/** New tables over many rows take a while, and brokers that start together wait for one another. */
const MIGRATION_DEADLINE_MS = 60_000;
/** How long the transaction of a request may take. */
const REQUEST_DEADLINE_MS = 2_500;
/** How much longer than its own limit a server may say nothing. */
const SILENCE_MS = 1_000;
/** A broker that vanishes in the middle of a transaction holds its rows no longer than this. */
const IDLE_TIMEOUT_MS = 5_000;

export function openPostgres(url: string): Database {
  return new PostgresDatabase(createPostgresPool(url));
}

class PostgresDatabase implements Database {
  readonly kind = 'postgres';
  readonly #pool: PostgresPool;

  constructor(pool: PostgresPool) {
    this.#pool = pool;
  }

  /**
   * A query is repeated once when its connection turns out to be dead; a statement that changes rows never is. One that
   * went without an answer for the whole deadline is not repeated either: a person waits.
   */
  async all(sql: string, params: readonly SqlValue[] = []): Promise<SqlRow[]> {
    try {
      return await queryRows(this.#pool, sql, params);
    } catch (error) {
      if (error instanceof AnswerOverdueError || !isConnectionLost(error) || !/^\s*SELECT/i.test(sql))
        throw storeErrorOf(error);
    }
    return judged(() => queryRows(this.#pool, sql, params));
  }

  async run(sql: string, params: readonly SqlValue[] = []): Promise<number> {
    return judged(() => queryCount(this.#pool, sql, params));
  }

  transaction<Result>(
    work: (runner: SqlRunner) => Promise<Result>,
    deadlineMs = REQUEST_DEADLINE_MS,
  ): Promise<Result> {
    return this.#transact(work, deadlineMs);
  }

  migrate(): Promise<void> {
    return this.#transact(async (runner) => {
      await runner.all('SELECT pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
      await applyMigrations(runner);
    }, MIGRATION_DEADLINE_MS);
  }

  async #transact<Result>(work: (runner: SqlRunner) => Promise<Result>, deadlineMs: number): Promise<Result> {
    // One deadline for all of it. The server gives up first and says why; ours is for one that says nothing.
    const endsAtMs = uptimeMs() + deadlineMs + SILENCE_MS;
    const statementTimeoutMs = Math.min(deadlineMs, MIGRATION_DEADLINE_MS);
    const connection = await judged(() => this.#pool.connect());
    const query: Connection['query'] = async (statement) => {
      const leftMs = endsAtMs - uptimeMs();
      if (leftMs <= 0) throw new StoreUnavailableError('locked');
      return connection.query(statement, Math.min(leftMs, statementTimeoutMs + SILENCE_MS));
    };
    const inTransaction: Queryable = { query };
    let broken = false;
    try {
      await judged(() => query(begin(statementTimeoutMs)));
      const result = await work({
        all: (sql, params = []) => judged(() => queryRows(inTransaction, sql, params)),
        run: (sql, params = []) => judged(() => queryCount(inTransaction, sql, params)),
      });
      await judged(() => query('COMMIT'));
      return result;
    } catch (error) {
      await connection.query('ROLLBACK').catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      connection.release(broken);
    }
  }

  async clock(): Promise<number> {
    const [row] = await this.all(
      'SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) AS now_ms',
    );
    return Number(row?.now_ms);
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }
}

/** Limits are set inside the transaction, where every pooler passes them on. */
function begin(statementTimeoutMs: number): string {
  return `BEGIN; SET LOCAL statement_timeout = ${statementTimeoutMs}; SET LOCAL idle_in_transaction_session_timeout = ${IDLE_TIMEOUT_MS}`;
}

type Queryable = Pick<PostgresPool, 'query'>;

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
