/**
 * The broker's process: reads the settings, logs one line for each start and stop, and exits with code 1 and one
 * message when it cannot start.
 */
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import { idleSettings } from './config/idle-settings.ts';
import { describeNearMiss, nearMisses } from './config/near-misses.ts';
import { type Config, loadConfig } from './config.ts';
import type { StoreUnavailableError } from './database/database.ts';
import type { Metrics } from './metrics/metrics.ts';
import { startMetricsServer } from './metrics/metrics-server.ts';
import { ListenError, startProblem } from './start-problem.ts';
import { createTracing } from './tracing/tracing.ts';

/** The time that a load balancer allows; requests in progress have ended or timed out by then. */
const SHUTDOWN_MAX_MS = 15_000;

const words = process.argv.slice(2);
(words.length === 0 ? start() : command(words)).catch((error: unknown) => {
  console.error(startProblem(error));
  process.exitCode = 1;
});

async function command(args: readonly string[]): Promise<void> {
  const { runCommand } = await import('./commands/main.ts');
  process.exitCode = await runCommand(args, {
    env: process.env,
    now: Date.now,
    print: (line) => console.log(line),
    complain: (line) => console.error(line),
  });
}

async function start(): Promise<void> {
  const config = loadConfig(process.env);
  const metrics = await metricsFor(config);
  const tracing = config.traces && (await createTracing(config.traces));
  const app = await buildApp(config, {
    now: Date.now,
    onDamage: endOnDamage,
    ...(metrics !== undefined && { metrics }),
    ...(tracing !== undefined && { tracing }),
  });
  endOnSurprise(app);
  for (const miss of nearMisses(process.env)) app.log.warn(describeNearMiss(miss));
  for (const sentence of idleSettings(process.env)) app.log.warn(sentence);
  try {
    if (metrics !== undefined) await serveFigures(app, metrics, config.metrics);
    await listen(app, config);
  } catch (error) {
    await app.close();
    throw error;
  }
  stopOnSignals(app);
}

/** @throws ListenError */
async function listen(app: FastifyInstance, { host, port, publicUrl }: Config): Promise<void> {
  const listenTextResolver = (address: string) => `broker listens on ${address}, known as ${publicUrl}`;
  try {
    await app.listen({ host, port, listenTextResolver });
  } catch (error) {
    throw isSystemError(error) ? new ListenError(`${host}:${port}`, 'HOST, PORT', error) : error;
  }
}

/** Counted only where somebody reads them. */
async function metricsFor({ metrics }: Config): Promise<Metrics | undefined> {
  return metrics && (await import('./metrics/metrics.ts')).createMetrics();
}

/** @throws ListenError */
async function serveFigures(app: FastifyInstance, metrics: Metrics, place: Config['metrics']): Promise<void> {
  if (place === undefined) return;
  try {
    const { close } = await startMetricsServer(metrics, place);
    app.addHook('onClose', close);
  } catch (error) {
    throw new ListenError(`${place.host}:${place.port}`, 'METRICS_HOST, METRICS_PORT', error);
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/** Finishes the requests in progress; a second signal ends the process immediately. */
function stopOnSignals(app: FastifyInstance): void {
  let isStopping = false;
  const giveUp = () => {
    app.log.error('broker ends with requests under way');
    endOnceLogged(1);
  };
  const stop = (signal: string) => {
    if (isStopping) giveUp();
    isStopping = true;
    app.log.info({ signal }, 'broker stops: takes no more requests, finishes those under way');
    setTimeout(giveUp, SHUTDOWN_MAX_MS).unref();
    app.close().then(() => {
      app.log.info('broker has stopped');
      // What the exporter of traces still tries, though nobody waits for it any more, would hold the process.
      endOnceLogged(0);
    }, giveUp);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

const LAST_LINES_MS = 500;

/**
 * Ends when the last lines had time to be written. The logger, asked when the process ends, would try for ever to write
 * them where nobody reads them any more.
 */
function endOnceLogged(code: number): void {
  setTimeout(() => {
    process.removeAllListeners('exit');
    process.exit(code);
  }, LAST_LINES_MS);
}

/** Ends at once, since more writes could damage more. The next start checks the store first, and refuses it. */
function endOnDamage(error: StoreUnavailableError): void {
  console.error(startProblem(error));
  process.exit(1);
}

/**
 * After an uncaught error the state of the process is unknown: log one line without the data that the error may quote,
 * and exit.
 */
function endOnSurprise(app: FastifyInstance): void {
  process.on('uncaughtException', (err) => {
    app.log.fatal({ err }, 'broker ends: unexpected error');
    process.exit(1);
  });
}
