/**
 * Envoke's codes are spent once, whatever comes at the same moment or later: the code is claimed before it is exchanged.
 * Hashes only.
 */
import { hash } from 'node:crypto';
import type { Database, SqlRunner } from '../database/database.ts';

/**
 * A duplicate this soon after the first is one client whose request went out twice (a retry, a double click): it is refused,
 * and that is all. Later it is a stolen code, and the session it led to ends (RFC 6749 section 4.1.2).
 */
const RETRY_GRACE_SECONDS = 5;
/** Longer than any sealed form of the code can live: a flow and a code. */
const RETAIN_SECONDS = 3_600;

export type ClaimedCode =
  | { claimed: true; codeHash: string }
  | { claimed: false /** To be ended. */; stolenSessionId: string | undefined };

export interface SpentCodes {
  claim(envokeCode: string): Promise<ClaimedCode>;
  /** Envoke never saw the code: it may be tried again. */
  release(codeHash: string): Promise<void>;
  /** Remembers what the code led to. */
  settle(codeHash: string, sessionId: string, runner: SqlRunner): Promise<void>;
  /** Forgets old codes; how many of them were exchanged, or about to be, and led to no session. */
  sweep(): Promise<number>;
}

export function createSpentCodes(database: Database, now: () => number): SpentCodes {
  const seconds = () => Math.floor(now() / 1000);
  return {
    async claim(envokeCode) {
      const codeHash = hash('sha256', `envoke code ${envokeCode}`, 'base64url');
      const added = await database.run(
        'INSERT INTO spent_codes (code_hash, session_id, spent_at, expires_at) VALUES (?, NULL, ?, ?) ON CONFLICT (code_hash) DO NOTHING',
        [codeHash, seconds(), seconds() + RETAIN_SECONDS],
      );
      if (added > 0) return { claimed: true, codeHash };
      const [row] = await database.all('SELECT session_id, spent_at FROM spent_codes WHERE code_hash = ?', [
        codeHash,
      ]);
      const isRetry = row === undefined || seconds() - Number(row.spent_at) <= RETRY_GRACE_SECONDS;
      const sessionId = typeof row?.session_id === 'string' ? row.session_id : undefined;
      return { claimed: false, stolenSessionId: isRetry ? undefined : sessionId };
    },
    async release(codeHash) {
      await database.run('DELETE FROM spent_codes WHERE code_hash = ? AND session_id IS NULL', [codeHash]);
    },
    async settle(codeHash, sessionId, runner) {
      await runner.run('UPDATE spent_codes SET session_id = ? WHERE code_hash = ?', [sessionId, codeHash]);
    },
    async sweep() {
      const unsettled = await database.run(
        'DELETE FROM spent_codes WHERE expires_at <= ? AND session_id IS NULL',
        [seconds()],
      );
      await database.run('DELETE FROM spent_codes WHERE expires_at <= ?', [seconds()]);
      return unsettled;
    },
  };
}
