/**
 * Reports when the store stops working, and when it works again: once each, however many requests notice it. Reads can
 * still work while writes fail, and a full store may accept small writes. So only a trial shows that the store works
 * again.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { uptimeMs } from '../clock.ts';
import { type Database, type SqlRunner, StoreUnavailableError } from './database.ts';

export interface StoreWatcher {
  /** Called on the first failure since the store last worked, and again when a trial finds another reason. */
  failed(error: StoreUnavailableError): void;
  worksAgain(): void;
  /** Tests whether the store accepts what a broker must be able to write. @throws StoreUnavailableError */
  tryOut(): Promise<void>;
  /** @throws StoreUnavailableError 'replaced' when another store took the place of this one */
  checkSame(runner: SqlRunner): Promise<void>;
}

export interface WatchedStore extends Database {
  /**
   * Tries the store, at most once in {@link TRIAL_INTERVAL_MS} for any number of callers. @throws StoreUnavailableError
   */
  checkWorks(): Promise<void>;
  /** See {@link StoreWatcher.checkSame}; inside a transaction, by its own runner. */
  checkSame(runner?: SqlRunner): Promise<void>;
}

const TRIAL_INTERVAL_MS = 1_000;

/** The same store, watched: a failure of any statement starts the trials. */
export function watchStore(
  database: Database,
  { failed, worksAgain, tryOut, checkSame }: StoreWatcher,
): WatchedStore {
  let failure: StoreUnavailableError | undefined;
  /** A statement that began before the store's state last changed says nothing about its present state. */
  let changes = 0;
  let lastTrial: { atMs: number; outcome: Promise<void> } | undefined;
  let isClosed = false;

  const tryUntilItWorks = async () => {
    while (failure !== undefined) {
      await sleep(TRIAL_INTERVAL_MS, undefined, { ref: false });
      if (isClosed) return;
      try {
        await tryOut();
        failure = undefined;
        changes += 1;
        worksAgain();
      } catch (error) {
        if (error instanceof StoreUnavailableError) tell(error);
      }
    }
  };
  const tell = (error: StoreUnavailableError) => {
    if (error.reason !== failure?.reason) failed(error);
    failure = error;
  };
  const watched = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const askedAt = changes;
    try {
      return await work();
    } catch (error) {
      if (error instanceof StoreUnavailableError && failure === undefined && askedAt === changes) {
        changes += 1;
        tell(error);
        void tryUntilItWorks();
      }
      throw error;
    }
  };
  return {
    kind: database.kind,
    all: (sql, params) => watched(() => database.all(sql, params)),
    run: (sql, params) => watched(() => database.run(sql, params)),
    transaction: <Result>(work: (runner: SqlRunner) => Promise<Result>, deadlineMs?: number) =>
      watched(() => database.transaction(work, deadlineMs)),
    clock: () => watched(() => database.clock()),
    migrate: () => watched(() => database.migrate()),
    checkWhole: async () => database.checkWhole?.(),
    async checkWorks() {
      if (failure !== undefined) throw failure;
      const nowMs = uptimeMs();
      if (lastTrial === undefined || nowMs - lastTrial.atMs >= TRIAL_INTERVAL_MS)
        lastTrial = { atMs: nowMs, outcome: watched(tryOut) };
      await lastTrial.outcome;
    },
    checkSame: (runner = database) => watched(() => checkSame(runner)),
    close() {
      isClosed = true;
      return database.close();
    },
  };
}
