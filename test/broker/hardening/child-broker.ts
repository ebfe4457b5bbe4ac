/** A broker in a process of its own, so that it can be killed. */
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, startChild } from '../../../scripts/processes/child.ts';
import { untilAnswers } from '../../../scripts/processes/until-answers.ts';
import { createEnvoke, type Envoke } from '../../envoke/envoke.ts';
import { freePort } from '../../free-port.ts';
import { checkLog } from '../log-check.ts';

export interface ChildBroker {
  /** Its public URL. */
  readonly url: string;
  /** Where this very process listens; another than its public URL behind a balancer. */
  readonly origin: string;
  readonly dataDir: string;
  readonly clock: { now(): number };
  readonly envoke: Envoke;
  start(): Promise<void>;
  /** `kill -9`: the broker cannot finish or log anything. */
  kill(): Promise<void>;
  /** Asks it to stop and waits until it has; its exit code. */
  stop(): Promise<number | null>;
  /** Everything it has printed since its last start. */
  said(): string;
  /** The bytes of every file of its data folder. */
  files(): Buffer;
  /** @throws Error when anything was logged that must not be */
  remove(): Promise<void>;
}

export interface ChildBrokerOptions {
  env?: Record<string, string>;
  envoke: Envoke;
  port?: number;
  url?: string;
  /** No file that it writes may grow larger. */
  fileMaxKib?: number;
  /** Another file to start than the source. */
  script?: string;
}

export async function createChildBroker(options: ChildBrokerOptions): Promise<ChildBroker> {
  const { envoke } = options;
  const port = options.port ?? (await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const url = options.url ?? origin;
  const dataDir = mkdtempSync(join(tmpdir(), 'child-broker-'));
  const [client] = envoke.clients;
  const env = {
    PUBLIC_URL: url,
    PORT: String(port),
    ENVOKE_BASE_URL: envoke.url,
    ENVOKE_CLIENT_ID: client?.clientId,
    ENVOKE_CLIENT_SECRET: client?.clientSecret,
    ENVOKE_REQUESTS_PER_SECOND: '100',
    ENVOKE_BURST: '1000',
    DATA_DIR: join(dataDir, 'data'),
    LOG_LEVEL: 'debug',
    ...options.env,
  };
  let child: Child | undefined;
  const logFile = join(dataDir, 'said');
  let log = '';
  // Complete lines only: a killed broker may have cut the last one.
  const keepLog = () => {
    log += broker.said().replace(/[^\n]*$/, '');
  };

  const broker: ChildBroker = {
    url,
    origin,
    dataDir,
    envoke,
    clock: { now: Date.now },
    async start() {
      child = startChild({
        name: 'broker',
        script: options.script ?? 'broker/server.ts',
        env,
        logFile,
        ...(options.fileMaxKib !== undefined && { through: underFileLimit(options.fileMaxKib) }),
      });
      await untilAnswers(child, `${origin}/readyz`);
    },
    async kill() {
      if (child === undefined || child.process.exitCode !== null) return;
      const gone = once(child.process, 'exit');
      child.process.kill('SIGKILL');
      await gone;
      keepLog();
    },
    async stop() {
      if (child === undefined) return null;
      const gone = once(child.process, 'exit');
      child.process.kill('SIGTERM');
      await gone;
      keepLog();
      return child.process.exitCode;
    },
    said: () => readFileSync(logFile, 'utf8'),
    files: () =>
      Buffer.concat(
        readdirSync(join(dataDir, 'data')).map((name) => readFileSync(join(dataDir, 'data', name))),
      ),
    async remove() {
      await child?.stop();
      keepLog();
      rmSync(dataDir, { recursive: true, force: true });
      checkLog(log, envoke);
    },
  };
  return broker;
}

/** The shell counts files in blocks of 512 bytes. */
const underFileLimit = (kib: number) => ['sh', '-c', `ulimit -f ${kib * 2}; exec "$0" "$@"`];

/** A stand-in whose one client has its redirect URI at `url`. */
export function envokeFor(url: string): Promise<Envoke> {
  return createEnvoke({
    clients: [
      {
        clientId: 'a-client-of-envoke',
        clientSecret: 'canary-client-secret-4dbb0c2f',
        redirectUri: `${url}/oauth/callback`,
      },
    ],
  });
}
