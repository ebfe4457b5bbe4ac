/** Tells when the store stops doing what it is asked, and when it does so again: once each, however many ask. */
import { type Database, type SqlRunner, StoreUnavailableError } from './database.ts';

export interface StoreWatcher {
  /** The first failure since the store last worked. */
  failed(error: StoreUnavailableError): void;
  worksAgain(): void;
}

/** The same store, watched: a failure and the next success of anything that was asked of it. */
export function watchStore(database: Database, watcher: StoreWatcher): Database {
  let hasFailed = false;
  /** Counts the changes: what was asked before the last one says nothing about the store as it is now. */
  let changes = 0;
  const change = (failed: boolean) => {
    hasFailed = failed;
    changes += 1;
  };
  const watched = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const askedAt = changes;
    try {
      const result = await work();
      if (hasFailed && askedAt === changes) {
        change(false);
        watcher.worksAgain();
      }
      return result;
    } catch (error) {
      if (error instanceof StoreUnavailableError && !hasFailed && askedAt === changes) {
        change(true);
        watcher.failed(error);
      }
      throw error;
    }
  };
  return {
    kind: database.kind,
    all: (sql, params) => watched(() => database.all(sql, params)),
    run: (sql, params) => watched(() => database.run(sql, params)),
    transaction: <Result>(work: (runner: SqlRunner) => Promise<Result>) =>
      watched(() => database.transaction(work)),
    migrate: () => watched(() => database.migrate()),
    close: () => database.close(),
  };
}
