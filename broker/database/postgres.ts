/** PostgreSQL: a store that any number of brokers can share. */
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

/** Any number, the same in all brokers: the broker that holds this lock migrates, the others wait. */
const MIGRATION_LOCK = 5_125_379;
/** New tables over many rows take time, and brokers that start together wait for one another. */
const MIGRATION_DEADLINE_MS = 60_000;
/** How long the transaction of a request may take. */
const REQUEST_DEADLINE_MS = 2_500;
/** How much longer than its own limit the broker waits for a silent server. */
const SILENCE_MS = 1_000;
/** When a broker disappears during a transaction, the server releases its rows after this time. */
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
   * A query is repeated once when its connection turns out to be dead. A statement that changes rows is never repeated.
   * A query without an answer for the whole deadline is not repeated either, because a person waits for it.
   */
  async all(sql: string, params: readonly SqlValue[] = []): Promise<SqlRow[]> {
    if (!/^\s*SELECT/i.test(sql)) return judged(() => queryRows(this.#pool, sql, params));
    const reads: Queryable = { query: this.#pool.read };
    try {
      return await queryRows(reads, sql, params);
    } catch (error) {
      if (error instanceof AnswerOverdueError || !isConnectionLost(error)) throw storeErrorOf(error);
    }
    return judged(() => queryRows(reads, sql, params));
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
    // One deadline for the whole transaction. The server's limit comes first and gives a reason; ours is for a silent
    // server.
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

/** Limits are set inside the transaction, because every pooler passes them on there. */
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

/** `?` becomes `$1`, `$2`…; our statements contain no `?` in texts. */
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
