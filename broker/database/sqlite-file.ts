/**
 * The SQLite file. It is created complete or not at all. A damaged file is never silently replaced by a new one, and
 * the broker notices when the file disappears while it is in use.
 */
import { existsSync, linkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { StoreUnavailableError } from './database.ts';
import { makeFolder } from './make-folder.ts';
import { storeErrorOf } from './sqlite-error.ts';

/** "CfEn" in the file's header: this file is the broker's. */
const APPLICATION_ID = 0x43_66_45_6e;

/** The check of a larger file takes longer than a tenth of the start. */
const CHECKED_AT_ONCE_BYTES = 16_777_216;

/**
 * @param mayCheckLater whether a large file that was closed properly may be used before all of it is checked
 * @returns whether all of it is checked
 * @throws StoreUnavailableError
 */
export function prepareSqliteFile(file: string, mayCheckLater: boolean): boolean {
  if (!existsSync(file)) makeFile(file);
  const isWhole = !mayCheckLater || sizeOf(file) <= CHECKED_AT_ONCE_BYTES || !wasClosed(file);
  checkFile(file, isWhole);
  return isWhole;
}

/** SQLite removes its log when the last process closes the file: a log is left by a process or a machine that crashed. */
function wasClosed(file: string): boolean {
  return sizeOf(`${file}-wal`) === 0;
}

function sizeOf(path: string): number {
  return statOf(path)?.size ?? 0;
}

/** Only the owner can read it; the files that SQLite creates beside it have the same mode. */
const FILE_MODE = 0o600;

/** So an existing file has always been complete: a file of 0 bytes was truncated. */
function makeFile(file: string): void {
  try {
    makeFolder(dirname(file));
  } catch (error) {
    const isInTheWay = error instanceof Error && 'code' in error && error.code === 'ENOTDIR';
    throw new StoreUnavailableError(isInTheWay ? 'unreachable' : 'read-only', error);
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

function checkFile(file: string, isWhole: boolean): void {
  try {
    if (sizeOf(file) === 0) throw new StoreUnavailableError('corrupt', new Error('the file is empty'));
    const connection = new DatabaseSync(file);
    try {
      const isOurs = connection.prepare('PRAGMA application_id').get()?.application_id === APPLICATION_ID;
      const isSound = !isWhole || connection.prepare('PRAGMA quick_check(1)').get()?.quick_check === 'ok';
      if (!isOurs || !isSound) throw new StoreUnavailableError('corrupt');
    } finally {
      connection.close();
    }
  } catch (error) {
    throw storeErrorOf(error);
  }
}

/**
 * The files of an open store as they are now. SQLite continues to write into files that were deleted, moved or
 * replaced, and those writes are lost when the process ends. Into an older copy of the file, it would write pages that do
 * not belong together.
 * @returns a check that throws StoreUnavailableError 'replaced' when the paths no longer lead to these files
 */
export function watchFiles(file: string): () => void {
  const known = [file, `${file}-wal`, `${file}-shm`].map((path) => ({ path, stat: statOf(path) }));
  let age = readAge(file);
  return () => {
    for (const entry of known) {
      const { path, stat: before } = entry;
      const now = statOf(path);
      if (now?.ino !== before?.ino || now?.dev !== before?.dev) throw new StoreUnavailableError('replaced');
      if (path === file && now?.mtimeMs !== before?.mtimeMs) {
        // The store itself never shrinks, so a smaller file was overwritten.
        const ageNow = (now?.size ?? 0) < (before?.size ?? 0) ? -1 : readAge(file);
        if (ageNow < age) throw new StoreUnavailableError('replaced');
        age = ageNow;
      }
      entry.stat = now;
    }
  };
}

/**
 * How often the store was marked as older, as the file has it without its log. SQLite reads it, since a process that
 * closes a file by other means loses SQLite's locks on it.
 */
function readAge(file: string): number {
  const url = pathToFileURL(file);
  url.searchParams.set('immutable', '1');
  try {
    const connection = new DatabaseSync(url, { readOnly: true });
    try {
      return ageOf(connection);
    } finally {
      connection.close();
    }
  } catch (error) {
    throw storeErrorOf(error);
  }
}

/** Marks the store as older, so that a copy from before can be told from it. */
export function growOlder(connection: DatabaseSync): void {
  connection.exec(`PRAGMA user_version = ${ageOf(connection) + 1}`);
}

function ageOf(connection: DatabaseSync): number {
  return Number(connection.prepare('PRAGMA user_version').get()?.user_version);
}

function statOf(path: string) {
  return statSync(path, { throwIfNoEntry: false });
}
