/** `restore`: reads a backup into an empty store of either kind, completely or not at all. Brokers must be stopped. */
import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { loadConfig } from '../../config.ts';
import { openDatabase } from '../../database/open-database.ts';
import { readArguments } from '../arguments.ts';
import { type Command, UsageError } from '../command.ts';
import { BackupError, COPY_DEADLINE_MS, isEmptyStore, restoreLines } from './store-dump.ts';

export const restoreCommand: Command = {
  usage: 'restore FILE',
  summary: 'Fills an empty store from a copy that `backup` made, SQLite or PostgreSQL; then run doctor.',
  async run(args, terminal) {
    const [file] = readArguments(args, {}, 1).words;
    if (file === undefined) throw new UsageError('Name the file to read.');
    const config = loadConfig(terminal.env);
    if (!existsSync(file)) throw new BackupError(`${file} is not there.`);
    const database = await openDatabase(config.database);
    try {
      await database.migrate();
      const rows = await database.transaction(async (runner) => {
        if (!(await isEmptyStore(runner)))
          throw new BackupError(
            'the store is not empty, and nothing of it is overwritten: move it away first.',
          );
        return restoreLines(runner, createInterface({ input: createReadStream(file) }));
      }, COPY_DEADLINE_MS);
      terminal.print(`${rows} rows restored. Put the keys of that time in place, run doctor, then start.`);
      return 0;
    } finally {
      await database.close();
    }
  },
};
