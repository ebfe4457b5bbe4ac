/** A terminal for commands under test: it has its own settings in its own folder, and records all output. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Terminal } from '../../../broker/commands/command.ts';
import { runCommand } from '../../../broker/commands/main.ts';
import type { Environment } from '../../../broker/config/read-settings.ts';

export interface RecordedTerminal extends Terminal {
  readonly dataDir: string;
  /** Runs a command; its exit code. */
  run(...words: string[]): Promise<number>;
  /** What was printed since the last call. */
  printed(): string;
  complained(): string;
}

export const CLIENT_ID = '0123456789abcdef0123456789abcdef';
export const CLIENT_SECRET = 's3cret-of-the-client';

export function recordTerminal(settings: Environment = {}, now = Date.now): RecordedTerminal {
  const dataDir = mkdtempSync(join(tmpdir(), 'broker-command-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const printed: string[] = [];
  const complained: string[] = [];
  const terminal: RecordedTerminal = {
    dataDir,
    now,
    env: { ENVOKE_CLIENT_ID: CLIENT_ID, ENVOKE_CLIENT_SECRET: CLIENT_SECRET, DATA_DIR: dataDir, ...settings },
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
    run: (...words) => runCommand(words, terminal),
    printed: () => printed.splice(0).join('\n'),
    complained: () => complained.splice(0).join('\n'),
  };
  return terminal;
}
