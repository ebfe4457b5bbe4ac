/**
 * Tells when the store stops doing what it is asked, and when it does so again: once each, however many ask. Reads go on
 * while a store takes no writes, and one without room takes small ones, so only a trial says that it works again.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { uptimeMs } from '../clock.ts';
import { type Database, type SqlRunner, StoreUnavailableError } from './database.ts';

export interface StoreWatcher {
  /** The first failure since the store last worked; again when a trial finds another reason. */
  failed(error: StoreUnavailableError): void;
  worksAgain(): void;
  /** Whether the store takes what a broker must be able to write. @throws StoreUnavailableError */
  tryOut(): Promise<void>;
}

export interface WatchedStore extends Database {
  /** Tries the store, at most once in {@link TRIAL_INTERVAL_MS} however many ask. @throws StoreUnavailableError */
  checkWorks(): Promise<void>;
}

const TRIAL_INTERVAL_MS = 1_000;

/** The same store, watched; a failure of anything that is asked of it begins the trials. */
export function watchStore(database: Database, { failed, worksAgain, tryOut }: StoreWatcher): WatchedStore {
  let failure: StoreUnavailableError | undefined;
  /** What was asked before the store last changed says nothing about the store as it is now. */
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
    async checkWorks() {
      if (failure !== undefined) throw failure;
      const nowMs = uptimeMs();
      if (lastTrial === undefined || nowMs - lastTrial.atMs >= TRIAL_INTERVAL_MS)
        lastTrial = { atMs: nowMs, outcome: watched(tryOut) };
      await lastTrial.outcome;
    },
    close() {
      isClosed = true;
      return database.close();
    },
  };
}
