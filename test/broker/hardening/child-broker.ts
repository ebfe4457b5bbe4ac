/** A broker in a process of its own, so that it can be killed. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, startChild } from '../../../scripts/processes/child.ts';
import { untilAnswers } from '../../../scripts/processes/until-answers.ts';
import type { Envoke } from '../../envoke/envoke.ts';
import { freePort } from '../../free-port.ts';
import { envokeFor, settingsFor } from '../broker-settings.ts';
import { checkLog } from '../log-check.ts';

/** Longest time for a broker that ends by itself. */
const RUN_MAX_MS = 50_000;

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
  /** Another broker's stand-in; by default one of its own, which is closed with it. */
  envoke?: Envoke;
  port?: number;
  url?: string;
  /** No file that it writes may grow larger. */
  fileMaxKib?: number;
  /** Another file to start than the source. */
  script?: string;
}

export async function createChildBroker(options: ChildBrokerOptions = {}): Promise<ChildBroker> {
  const port = options.port ?? (await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const url = options.url ?? origin;
  const envoke = options.envoke ?? (await envokeFor(url));
  const dataDir = mkdtempSync(join(tmpdir(), 'child-broker-'));
  const env = { ...settingsFor(url, port, envoke, join(dataDir, 'data')), ...options.env };
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
      const gone = once(child.process, 'close');
      child.process.kill('SIGKILL');
      await gone;
      keepLog();
    },
    async stop() {
      if (child === undefined) return null;
      const gone = once(child.process, 'close');
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
      if (options.envoke === undefined) await envoke.close();
      rmSync(dataDir, { recursive: true, force: true });
      checkLog(log, envoke);
    },
  };
  return broker;
}

/** The shell counts files in blocks of 512 bytes. */
const underFileLimit = (kib: number) => ['sh', '-c', `ulimit -f ${kib * 2}; exec "$0" "$@"`];

/**
 * Runs a broker, or one of its commands, until it ends by itself.
 * @param env all its settings
 */
export function runBroker(
  env: Record<string, string>,
  { words = [], user = {} }: { words?: readonly string[]; user?: { uid?: number; gid?: number } } = {},
): { status: number | null; stdout: string; stderr: string } {
  const options = { env, encoding: 'utf8', timeout: RUN_MAX_MS, ...user } as const;
  return spawnSync(process.execPath, ['broker/server.ts', ...words], options);
}
