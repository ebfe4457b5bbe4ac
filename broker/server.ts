/** The broker's process: settings in, one line for each start and stop, exit code 1 and one message when it cannot start. */
import type { AddressInfo } from 'node:net';
import { buildApp } from './app.ts';
import { runCommand } from './commands/main.ts';
import { ConfigError, loadConfig } from './config.ts';
import { StoreUnavailableError } from './database/database.ts';
import { NewerStoreError } from './database/migrations.ts';
import { KeyError } from './keys/key-error.ts';
import { createMetrics } from './metrics/metrics.ts';
import { startMetricsServer } from './metrics/metrics-server.ts';

/** What a load balancer allows; requests under way have ended or timed out by then. */
const SHUTDOWN_MAX_MS = 15_000;

const words = process.argv.slice(2);
await (words.length === 0 ? start() : command(words)).catch((error: unknown) => {
  console.error(startProblem(error));
  process.exitCode = 1;
});

async function command(args: readonly string[]): Promise<void> {
  process.exitCode = await runCommand(args, {
    env: process.env,
    now: Date.now,
    print: (line) => console.log(line),
    complain: (line) => console.error(line),
  });
}

async function start(): Promise<void> {
  const config = loadConfig(process.env);
  const metrics = createMetrics();
  const app = await buildApp(config, { now: Date.now, metrics });
  try {
    if (config.metrics !== undefined) {
      const figures = await startMetricsServer(metrics, config.metrics);
      app.addHook('onClose', figures.close);
    }
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await app.close();
    throw error;
  }
  stopOnSignals(() => app.close());
  const { port } = app.server.address() as AddressInfo;
  console.log(`broker listens on http://${config.host}:${port}, known as ${config.publicUrl}`);
}

/** Finishes what is under way; a second signal ends it at once. */
function stopOnSignals(close: () => Promise<void>): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), SHUTDOWN_MAX_MS).unref();
    close().catch(() => process.exit(1));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function startProblem(error: unknown): string {
  if (error instanceof ConfigError || error instanceof KeyError || error instanceof NewerStoreError) {
    return `broker: ${error.message}`;
  }
  if (error instanceof StoreUnavailableError) return `broker: ${error.message}. ${storeAdvice(error.reason)}`;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'broker: the port is taken. Stop what listens there, or set PORT.';
  }
  return `broker: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown error'}`;
}

function storeAdvice(reason: StoreUnavailableError['reason']): string {
  const advice: Record<typeof reason, string> = {
    locked: 'Another process holds it; stop that one.',
    full: 'Free some space.',
    'read-only': 'Let the broker write to the data folder (DATA_DIR, DATABASE_URL).',
    unreachable: 'Check DATABASE_URL, and that the database server runs.',
    corrupt: 'Restore it from a backup; the broker never replaces a damaged store by an empty one.',
  };
  return advice[reason];
}
