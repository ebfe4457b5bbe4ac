/**
 * The SQLite file: made whole or not at all, never quietly made anew in place of a damaged one, and missed when it goes
 * while it is used.
 */
import { existsSync, linkSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailableError } from './database.ts';
import { storeErrorOf } from './sqlite-error.ts';

/** "CfEn" in the file's header: this file is the broker's. */
const APPLICATION_ID = 0x43_66_45_6e;

/** @throws StoreUnavailableError */
export function prepareSqliteFile(file: string): void {
  if (!existsSync(file)) makeFile(file);
  checkFile(file);
}

/** For its owner alone; what SQLite puts beside it has the same mode. */
const FILE_MODE = 0o600;

/** A file that exists has therefore always been complete: one of 0 bytes was truncated. */
function makeFile(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StoreUnavailableError('read-only', error);
  }
  const draft = `${file}.${process.pid}.new`;
  try {
    writeFileSync(draft, '', { mode: FILE_MODE });
    try {
      const connection = new DatabaseSync(draft);
      connection.exec(`PRAGMA application_id = ${APPLICATION_ID}; VACUUM`);
      connection.close();
      linkSync(draft, file);
    } finally {
      rmSync(draft, { force: true });
    }
  } catch (error) {
    if (!existsSync(file)) throw new StoreUnavailableError('read-only', error);
  }
}

function checkFile(file: string): void {
  try {
    if (statSync(file).size === 0) throw new StoreUnavailableError('corrupt', new Error('the file is empty'));
    const connection = new DatabaseSync(file);
    try {
      const { application_id } = connection.prepare('PRAGMA application_id').get() ?? {};
      const { quick_check } = connection.prepare('PRAGMA quick_check(1)').get() ?? {};
      if (application_id !== APPLICATION_ID || quick_check !== 'ok')
        throw new StoreUnavailableError('corrupt');
    } finally {
      connection.close();
    }
  } catch (error) {
    throw storeErrorOf(error);
  }
}

/**
 * The files of an open store as they are now. SQLite goes on writing into files that were deleted, moved or replaced, and
 * what it writes there is gone with the process.
 * @returns a check that throws StoreUnavailableError 'replaced' when the paths no longer lead to these files
 */
export function watchFiles(file: string): () => void {
  const known = [file, `${file}-wal`, `${file}-shm`].map((path) => ({ path, stat: statOf(path) }));
  return () => {
    for (const entry of known) {
      const { path, stat: before } = entry;
      const now = statOf(path);
      // The store itself never shrinks: one that did was written over.
      const isSame =
        now?.ino === before?.ino &&
        now?.dev === before?.dev &&
        (path !== file || (now?.size ?? 0) >= (before?.size ?? 0));
      if (!isSame) throw new StoreUnavailableError('replaced');
      entry.stat = now;
    }
  };
}

function statOf(path: string) {
  return statSync(path, { throwIfNoEntry: false });
}
