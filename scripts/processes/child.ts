/** Processes that a script starts, watches and stops: the broker, the Envoke stand-in. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, writeSync } from 'node:fs';

/** How long a process may take to stop by itself before it is killed. */
const STOP_DEADLINE_MS = 5_000;
/** How much of what a process said last is kept, in characters, for the message that it died. */
const TAIL_MAX_CHARS = 4_000;

export interface ChildSettings {
  /** What a person calls it. */
  name: string;
  /** Path of the TypeScript file to run, from the project's folder. */
  script: string;
  env: Record<string, string | undefined>;
  /** Command that starts Node in its place, under limits of its own. */
  through?: readonly string[];
  /** Everything it prints goes here, replacing what an earlier run left. */
  logFile: string;
}

export interface Child {
  readonly name: string;
  readonly process: ChildProcess;
  /** What it printed last. */
  tail(): string;
  /** Asks it to stop, and insists after {@link STOP_DEADLINE_MS}; resolves when it is gone. */
  stop(): Promise<void>;
}

/** Starts a script with this Node; it stops by itself when this process is gone. */
export function startChild({ name, script, env, logFile, through = [] }: ChildSettings): Child {
  const [command = process.execPath, ...args] = [
    ...through,
    process.execPath,
    '--import',
    './scripts/processes/exit-with-parent.mjs',
    script,
  ];
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A group of its own: Ctrl-C in a terminal reaches it through stop() alone, once.
    detached: process.platform !== 'win32',
  });
  let tail = '';
  // Written at once: what is still in a buffer would land in the log of the next run.
  const log = openSync(logFile, 'w', 0o600);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      tail = (tail + text).slice(-TAIL_MAX_CHARS);
      writeSync(log, text);
    });
  }
  child.once('close', () => closeSync(log));
  return { name, process: child, tail: () => tail, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS);
  await gone;
  clearTimeout(insist);
}
