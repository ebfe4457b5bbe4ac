/** A command of the broker: a name, a line of help, and a function from arguments to an exit code. */
import type { Environment } from '../config/read-settings.ts';

/** The parts of its process that a command may use. */
export interface Terminal {
  readonly env: Environment;
  /** Milliseconds since 1970. */
  now(): number;
  /** Writes a line to standard output: the result. */
  print(line: string): void;
  /** Writes a line to standard error: an error or a warning. */
  complain(line: string): void;
}

export interface Command {
  /** The arguments, as written after `npm run broker -- `. */
  readonly usage: string;
  readonly summary: string;
  /** @throws UsageError when the arguments do not match {@link Command.usage} */
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** 0: success. 1: the command found a problem or failed. 2: the arguments were wrong. */
export type ExitCode = 0 | 1 | 2;

/** The arguments of a command are wrong; the message names the wrong word. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
