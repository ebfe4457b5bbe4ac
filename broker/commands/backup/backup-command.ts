/**
 * `backup`: writes the store into one file while brokers run. Never includes keys: they must be kept in another place.
 */
import { closeSync, fsyncSync, mkdtempSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { type Config, loadConfig } from '../../config.ts';
import type { Database, SqlRunner } from '../../database/database.ts';
import { appliedMigrations, MIGRATIONS } from '../../database/migrations.ts';
import { openDatabase } from '../../database/open-database.ts';
import { readArguments } from '../arguments.ts';
import { type Command, UsageError } from '../command.ts';
import { BackupError, COPY_DEADLINE_MS, dumpLines } from './store-dump.ts';

export const backupCommand: Command = {
  usage: 'backup FILE',
  summary: 'Copies the store into a file, for its owner alone, while brokers run; without the keys.',
  async run(args, terminal) {
    const [file] = readArguments(args, {}, 1).words;
    if (file === undefined) throw new UsageError('Name the file to write.');
    const rows = await withStore(loadConfig(terminal.env), (database) => dump(database, file));
    terminal.print(`${file}: ${rows} rows. Keep the keys in another place.`);
    return 0;
  },
};

/** A SQLite file is copied first, so that a long read does not block the brokers. */
async function withStore<Result>(
  config: Config,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const place = config.database;
  if (place.kind === 'postgres') return closing(await openDatabase(place), work);
  const folder = mkdtempSync(join(tmpdir(), 'broker-backup-'));
  try {
    const source = new DatabaseSync(place.file, { readOnly: true });
    const file = join(folder, 'copy.sqlite');
    await backup(source, file).finally(() => source.close());
    return await closing(await openDatabase({ kind: 'sqlite', file }), work);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function closing<Result>(
  database: Database,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  return work(database).finally(() => database.close());
}

/** The file gets its final name only when it is complete. */
async function dump(database: Database, file: string): Promise<number> {
  const draft = join(dirname(file), `.${process.pid}.${Date.now()}.backup`);
  const descriptor = openSync(draft, 'wx', 0o600);
  try {
    const lines = await database.transaction(async (runner) => {
      // All rows must come from one snapshot.
      if (database.kind === 'postgres') await runner.run('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      if ((await appliedMigrations(runner)).size < MIGRATIONS.length)
        throw new BackupError(
          'the store is of an older version: start the broker once, or use that version.',
        );
      let count = 0;
      for await (const line of dumpLines(runner, await tablesOf(database.kind, runner))) {
        writeSync(descriptor, line);
        count += 1;
      }
      return count;
    }, COPY_DEADLINE_MS);
    fsyncSync(descriptor);
    renameSync(draft, file);
    // Without the heading and the end line.
    return lines - 2;
  } finally {
    closeSync(descriptor);
    rmSync(draft, { force: true });
  }
}

async function tablesOf(kind: Database['kind'], runner: SqlRunner): Promise<string[]> {
  const rows = await runner.all(
    kind === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
      : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'",
  );
  return rows.map(({ name }) => String(name));
}
