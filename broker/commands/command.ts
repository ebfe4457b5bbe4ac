/** What a command of the broker is: a name, a line of help, and a function from arguments to an exit code. */
import type { Environment } from '../config/read-settings.ts';

/** Everything that a command may reach of the process it runs in. */
export interface Terminal {
  readonly env: Environment;
  /** Milliseconds since 1970. */
  now(): number;
  /** A line to standard output: the result. */
  print(line: string): void;
  /** A line to standard error: an error or a warning. */
  complain(line: string): void;
}

export interface Command {
  /** How it is called, after `npm run broker -- `. */
  readonly usage: string;
  readonly summary: string;
  /** @throws UsageError when the arguments are not of the form {@link Command.usage} */
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** 0: done, all well. 1: it found or met something wrong. 2: it was called in a way it does not know. */
export type ExitCode = 0 | 1 | 2;

/** The command was called in a way it does not know; the message says which word. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
