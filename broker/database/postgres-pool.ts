/**
 * Connections to PostgreSQL. Each wait has a deadline by our own clock: after a firewall change or a failover, a
 * connection can stay open although nothing answers, and neither `pg` nor TCP would notice for many minutes.
 */
import pg from 'pg';
import { uptimeMs } from '../clock.ts';
import { StoreUnavailableError } from './database.ts';

const CONNECTIONS_MAX = 10;
const CONNECT_DEADLINE_MS = 2_500;
/** Longest wait for a free connection: its present users may themselves wait for an answer or a lock. */
const FREE_DEADLINE_MS = 1_000;
/**
 * Longest wait for one answer, including the wait for a connection. It is longer than the server's own limit for a
 * statement inside a transaction (see `postgres.ts`), so that a server that is only slow reports it itself.
 */
const ANSWER_DEADLINE_MS = 4_000;
/** Longest wait for the close of a connection, since the server may be gone. */
const CLOSE_DEADLINE_MS = 1_000;
const KEEP_ALIVE_AFTER_MS = 10_000;
/** OID of BIGINT, which `pg` would give as text. */
const BIGINT_OID = 20;

interface Query {
  text: string;
  values: readonly unknown[];
}

/** A statement to send, and the promise of who asked for it. */
interface Asked extends PromiseWithResolvers<pg.QueryResult> {
  query: Query;
}

const asked = (query: Query): Asked => ({ query, ...Promise.withResolvers<pg.QueryResult>() });

/** One connection, for a transaction. */
export interface Connection {
  /** @throws AnswerOverdueError */
  query(query: Query | string, deadlineMs?: number): Promise<pg.QueryResult>;
  /** `broken`: a statement on this connection has an unknown outcome, so no other caller may use it. */
  release(broken: boolean): void;
}

export interface PostgresPool {
  connect(): Promise<Connection>;
  /** Runs on any free connection. @throws AnswerOverdueError */
  query(query: Query): Promise<pg.QueryResult>;
  /**
   * As `query`, for statements that wait for no lock. Those of one turn of the event loop share a connection and reach the
   * system in one piece, since writing to a socket costs more than all else about them. Each succeeds or fails by itself.
   * @throws AnswerOverdueError
   */
  read(query: Query): Promise<pg.QueryResult>;
  /** Closes the session with the server, and drops the connection when it does not answer. */
  close(): Promise<void>;
}

/** The connection was closed; it is unknown whether the statement was carried out. */
export class AnswerOverdueError extends Error {
  override readonly name = 'AnswerOverdueError';
  readonly code = 'ETIMEDOUT';

  constructor() {
    super('PostgreSQL did not answer in time');
  }
}

/**
 * No parameter is sent when a connection starts: a pooler (PgBouncer in transaction mode) would refuse it, or pass it
 * on to other clients.
 */
export function createPostgresPool(url: string): PostgresPool {
  let generation = createGeneration(url);

  /** Closes idle connections too, since they probably fail like the one that did not answer. */
  const leave = (silent: Generation) => {
    if (silent === generation) generation = createGeneration(url);
    silent.retire();
  };
  const connect = async (): Promise<Connection> => {
    const own = generation;
    const client = await take(own.pool);
    let isOverdue = false;
    return {
      query: async (query, deadlineMs = ANSWER_DEADLINE_MS) => {
        try {
          return await inTime(ask(client, query), deadlineMs);
        } catch (error) {
          if (error instanceof AnswerOverdueError) {
            isOverdue = true;
            cut(client);
            leave(own);
          }
          throw error;
        }
      },
      release: (broken) => client.release(broken || isOverdue),
    };
  };
  /** All are sent before the first is answered. The server carries them out one after the other. */
  const run = async (all: readonly Asked[]): Promise<void> => {
    const endsAtMs = uptimeMs() + ANSWER_DEADLINE_MS;
    const own = generation;
    let isBroken = false;
    const fail = (error: unknown) => {
      // After an error that the server itself sent, the connection still works.
      isBroken ||= !(error instanceof pg.DatabaseError);
      return error;
    };
    let client: pg.PoolClient;
    try {
      client = await take(own.pool);
    } catch (error) {
      for (const { reject } of all) reject(error);
      return;
    }
    const answers = askTogether(client, all);
    for (const [at, { resolve, reject }] of all.entries())
      answers[at]?.then(resolve, (error: unknown) => reject(fail(error)));
    try {
      await inTime(Promise.allSettled(answers), endsAtMs - uptimeMs());
    } catch (error) {
      // Before the connection is cut: who waited for the whole deadline must not ask again.
      for (const { reject } of all) reject(fail(error));
      cut(client);
      leave(own);
    } finally {
      client.release(isBroken);
    }
  };
  /** Reads of the present turn of the event loop. */
  let reads: Asked[] = [];
  return {
    connect,
    query(query) {
      const one = asked(query);
      void run([one]);
      return one.promise;
    },
    read(query) {
      const one = asked(query);
      if (reads.push(one) === 1)
        setImmediate(() => {
          const all = reads;
          reads = [];
          void run(all);
        });
      return one.promise;
    },
    close: () => generation.close(),
  };
}

interface Generation {
  pool: pg.Pool;
  /** No new statement starts on it; running ones finish. */
  retire(): void;
  close(): Promise<void>;
}

function createGeneration(url: string): Generation {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS_MAX,
    pipeline: true,
    connectionTimeoutMillis: CONNECT_DEADLINE_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    application_name: 'contacts-for-envoke',
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === BIGINT_OID ? Number : pg.types.getTypeParser(oid, format === 'binary' ? 'text' : format),
    },
  });
  const open = new Set<pg.PoolClient>();
  const busy = new Set<pg.PoolClient>();
  // A broken connection is replaced at its next use, and its statement fails with a reason. Without these listeners,
  // for idle connections and for those in use, the error would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    open.add(client);
    client.on('error', () => undefined);
  });
  pool.on('acquire', (client) => busy.add(client));
  pool.on('release', (_error, client) => busy.delete(client));
  pool.on('remove', (client) => open.delete(client));
  const end = () => (pool.ended || pool.ending ? Promise.resolve() : pool.end());
  return {
    pool,
    retire() {
      for (const client of open) if (!busy.has(client)) cut(client);
      void end().catch(() => undefined);
    },
    async close() {
      const timer = setTimeout(() => {
        for (const client of open) cut(client);
      }, CLOSE_DEADLINE_MS);
      await end().finally(() => clearTimeout(timer));
    },
  };
}

async function take(pool: pg.Pool): Promise<pg.PoolClient> {
  const isBusy = pool.idleCount === 0 && pool.totalCount >= CONNECTIONS_MAX;
  const connecting = pool.connect();
  if (!isBusy) return connecting;
  try {
    return await inTime(connecting, FREE_DEADLINE_MS);
  } catch (error) {
    if (!(error instanceof AnswerOverdueError)) throw error;
    connecting.then((client) => client.release()).catch(() => undefined);
    throw new StoreUnavailableError('busy');
  }
}

function ask(client: pg.PoolClient, query: Query | string): Promise<pg.QueryResult> {
  return typeof query === 'string'
    ? client.query(query)
    : client.query({ text: query.text, values: [...query.values] });
}

function askTogether(client: pg.PoolClient, all: readonly Asked[]): Promise<pg.QueryResult>[] {
  const stream = client instanceof pg.Client ? client.connection.stream : undefined;
  stream?.cork();
  try {
    return all.map(({ query }) => ask(client, query));
  } finally {
    stream?.uncork();
  }
}

async function inTime<Result>(answer: Promise<Result>, deadlineMs: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const overdue = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AnswerOverdueError()), deadlineMs);
  });
  answer.catch(() => undefined);
  try {
    return await Promise.race([answer, overdue]);
  } finally {
    clearTimeout(timer);
  }
}

/** Closes the socket without a message: `pg` would wait for the server's answer to it. */
function cut(client: pg.PoolClient): void {
  if (client instanceof pg.Client) client.connection.stream.destroy();
}
