/** The broker's commands: finds the requested one, and turns an error into a line of text and an exit code. */
import { ConfigError } from '../config.ts';
import { StoreUnavailableError } from '../database/database.ts';
import { NewerStoreError } from '../database/migrations.ts';
import { KeyError } from '../keys/key-error.ts';
import { backupCommand } from './backup/backup-command.ts';
import { restoreCommand } from './backup/restore-command.ts';
import { BackupError } from './backup/store-dump.ts';
import { checkAccountCommand } from './check-account/check-account-command.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from './command.ts';
import { doctorCommand } from './doctor/doctor-command.ts';
import { keysCommand } from './keys/keys-command.ts';
import { openApiCommand } from './openapi/openapi-command.ts';
import { registrationCommand } from './registration/registration-command.ts';

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['doctor', doctorCommand],
  ['check-account', checkAccountCommand],
  ['registration', registrationCommand],
  ['keys', keysCommand],
  ['backup', backupCommand],
  ['restore', restoreCommand],
  ['openapi', openApiCommand],
]);

/** @param args what follows `npm run broker --`; the first is the command */
export async function runCommand(
  [name = '', ...args]: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  if (['help', '--help', '-h'].includes(name)) {
    terminal.print(help());
    return 0;
  }
  const command = COMMANDS.get(name);
  if (command === undefined) {
    terminal.complain(`There is no command "${name}".\n\n${help()}`);
    return 2;
  }
  try {
    return await command.run(args, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.complain(`${error.message}\n\nUsage: npm run broker -- ${command.usage}`);
      return 2;
    }
    if (!isExpected(error)) throw error;
    terminal.complain(error.message);
    return 1;
  }
}

/** Errors whose message is written for the person at the terminal. */
function isExpected(error: unknown): error is Error {
  return [ConfigError, KeyError, StoreUnavailableError, NewerStoreError, BackupError].some(
    (kind) => error instanceof kind,
  );
}

function help(): string {
  const lines = [...COMMANDS.values()].map(
    ({ usage, summary }) => `  npm run broker -- ${usage}\n      ${summary}`,
  );
  return ['  npm run broker\n      Starts the broker.', ...lines].join('\n');
}
