/** The built broker, one or several on one store, with a number of sessions in it. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../test/free-port.ts';
import { MEMORY_ENV } from '../../broker/build-broker.ts';
import { type Child, startChild } from '../../processes/child.ts';
import { createDatabase, fillPostgres, fillSqlite } from './fill-store.ts';
import { signIn, type Target } from './load.ts';

export interface Place {
  /** Folder for all files of the run. */
  folder: string;
  /** The built broker's file. */
  script: string;
  /** Registered with Envoke; the first broker listens there. */
  publicUrl: string;
  /** Variables that select the Envoke to use. */
  env: Readonly<Record<string, string>>;
  profileTo?: string;
}

export interface Case {
  store: 'SQLite' | 'PostgreSQL';
  sessions: number;
  brokers: number;
}

export interface Brokers extends Target {
  /** Time from the start of the first broker to its first answer. */
  startMs: number;
  stop(): Promise<void>;
}

const nameOf = ({ store, sessions, brokers }: Case): string =>
  `broker, ${store}, ${sessions.toLocaleString('en')} sessions${brokers === 1 ? '' : `, ${brokers} brokers`}`;

/** Filled first, then started again. */
export async function startBrokers(place: Place, wanted: Case): Promise<Brokers> {
  const dataDir = join(place.folder, nameOf(wanted).replace(/\W+/g, '-'));
  await mkdir(dataDir);
  const database =
    wanted.store === 'SQLite' ? undefined : await createDatabase(process.env.DATABASE_URL ?? '');
  const env = { DATA_DIR: dataDir, DATABASE_URL: database?.url };
  const first = await start(place, place.publicUrl, env);
  await signIn(place.publicUrl, 1);
  await first.child.stop();
  if (database === undefined) await fillSqlite(dataDir, wanted.sessions);
  else await fillPostgres(database.url, wanted.sessions);

  const started: Started[] = [];
  for (let at = 0; at < wanted.brokers; at += 1) {
    const url = at === 0 ? place.publicUrl : `http://127.0.0.1:${await freePort()}`;
    started.push(await start(place, url, { ...env, ...(at === 0 && profiled(place)) }));
  }
  return {
    name: nameOf(wanted),
    urls: started.map(({ url }) => url),
    pids: started.map(({ child }) => child.process.pid ?? 0),
    startMs: started[0]?.startMs ?? Number.NaN,
    async stop() {
      await Promise.all(started.map(({ child }) => child.stop()));
      await database?.drop();
    },
  };
}

interface Started {
  url: string;
  child: Child;
  startMs: number;
}

const POLL_MS = 5;

async function start(
  { folder, script, publicUrl, env }: Place,
  url: string,
  own: Record<string, string | undefined>,
): Promise<Started> {
  const startedAt = performance.now();
  const child = startChild({
    name: 'broker',
    script,
    logFile: join(folder, 'log'),
    env: {
      ...MEMORY_ENV,
      ...env,
      PUBLIC_URL: publicUrl,
      PORT: new URL(url).port,
      ENVOKE_REQUESTS_PER_SECOND: '100',
      ENVOKE_BURST: '1000',
      RATE_SESSION_PER_MINUTE: '1000000',
      RATE_ADDRESS_PER_MINUTE: '1000000',
      RATE_SIGN_IN_PER_MINUTE: '1000000',
      LOG_LEVEL: 'warn',
      ...own,
    },
  });
  while (!(await answers(`${url}/readyz`))) {
    if (child.process.exitCode !== null) throw new Error(`the broker does not start:\n${child.tail()}`);
    await sleep(POLL_MS);
  }
  return { url, child, startMs: performance.now() - startedAt };
}

const profiled = ({ profileTo }: Place) =>
  profileTo === undefined
    ? {}
    : { NODE_OPTIONS: `${MEMORY_ENV.NODE_OPTIONS} --cpu-prof --cpu-prof-dir=${profileTo}` };

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    async (answer) => (await answer.arrayBuffer()).byteLength >= 0 && answer.ok,
    () => false,
  );
}
