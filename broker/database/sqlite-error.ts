/** Maps SQLite's result codes to reasons of {@link StoreUnavailableError}; any other error is returned unchanged. */
import { StoreUnavailableError } from './database.ts';

/** @see https://www.sqlite.org/rescode.html (primary codes; the low byte of an extended one) */
const REASONS: Record<number, StoreUnavailableError['reason']> = {
  3: 'read-only', // PERM
  5: 'locked', // BUSY
  6: 'locked', // LOCKED
  8: 'read-only', // READONLY
  10: 'unreachable', // IOERR
  11: 'corrupt', // CORRUPT
  13: 'full', // FULL
  14: 'unreachable', // CANTOPEN
  23: 'unreachable', // AUTH
  26: 'corrupt', // NOTADB
};
const BUSY = 5;
/** `SQLITE_ERROR` whose message says that a table or column is missing. */
const ERROR = 1;
const MISSING = /^no such (table|column)|has no column named/;
/** Names of the codes for which there is advice. */
const NAMES: Record<number, string> = { 10: 'SQLITE_IOERR', 14: 'SQLITE_CANTOPEN' };

export function isSqliteBusy(error: unknown): boolean {
  return primaryCode(error) === BUSY;
}

export function storeErrorOf(error: unknown): unknown {
  const code = primaryCode(error);
  if (code === undefined || !(error instanceof Error)) return error;
  const reason = code === ERROR && MISSING.test(error.message) ? 'incomplete' : REASONS[code];
  return reason === undefined ? error : new StoreUnavailableError(reason, error, NAMES[code]);
}

function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}
