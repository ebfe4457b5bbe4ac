/** Runs work in a transaction and rolls it back. This is how the doctor tries the store without changing it. */
import type { Database, SqlRunner } from '../../database/database.ts';

class RolledBack extends Error {}

export async function rolledBack(
  database: Database,
  work: (runner: SqlRunner) => Promise<void>,
): Promise<void> {
  try {
    await database.transaction(async (runner) => {
      await work(runner);
      throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
}
