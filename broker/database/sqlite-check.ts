/**
 * SQLite's own check of a whole file, in a thread beside the broker's work. It reads every page, which takes a second
 * for some hundred megabytes.
 */
import { Worker } from 'node:worker_threads';
import { StoreUnavailableError } from './database.ts';
import { storeErrorOf } from './sqlite-error.ts';

/** Plain JavaScript in a text, because the built broker is one file. */
const CHECK = `
  const { DatabaseSync } = require('node:sqlite');
  const { parentPort, workerData } = require('node:worker_threads');
  const connection = new DatabaseSync(workerData, { readOnly: true });
  try {
    parentPort.postMessage(connection.prepare('PRAGMA quick_check(1)').get());
  } finally {
    connection.close();
  }`;

export interface FileCheck {
  /** Rejects with StoreUnavailableError when the file is damaged; stays open when the check is stopped. */
  done: Promise<void>;
  /** Resolves when the thread has closed the file. */
  stop(): Promise<void>;
}

/** @param file an open store: the check reads it as it was at its beginning */
export function beginFileCheck(file: string): FileCheck {
  const worker = new Worker(CHECK, { eval: true, workerData: file, env: {} });
  worker.unref();
  const done = new Promise<void>((resolve, reject) => {
    worker.once('message', ({ quick_check }: { quick_check: string }) => {
      if (quick_check === 'ok') resolve();
      else reject(new StoreUnavailableError('corrupt'));
    });
    worker.once('error', (error) => reject(storeErrorOf(error)));
  });
  return { done, stop: async () => void (await worker.terminate()) };
}
