/**
 * Makes sure that each of Envoke's codes is exchanged only once, even when requests are concurrent or repeated: the
 * broker claims a code before it exchanges it. The store holds only hashes of codes.
 */
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Database, SqlRunner } from '../database/database.ts';

/** Longer than the lifetime of a flow plus that of a code, so no sealed form of the code is still valid. */
const RETAIN_SECONDS = 3_600;
/** Refused codes that a broker remembers: far more than it receives during the lifetime of one code. */
const REFUSED_MAX = 10_000;

type ClaimedCode =
  | { claimed: true; codeHash: string }
  | { claimed: false /** The session to end. */; stolenSessionId: string | undefined };

/** The client that presents a code. */
interface CodeBearer {
  /** Thumbprint of the key that the client has proven. */
  jkt: string;
  /** Hash that identifies the proof. */
  proofHash: string;
  /** Epoch milliseconds; the request was certainly not made before this time. */
  madeAfterMs: number;
}

export interface SpentCodes {
  /**
   * When a code is presented again with the key that first spent it, its session ends (RFC 6749 section 4.1.2). With
   * another key it does not: a person who finds a leaked code must not be able to end the session. The session also
   * continues when the same request arrives again, or when the second request may have been sent before the first one
   * was answered: a double click, or a proxy that sends a request twice.
   */
  claim(envokeCode: string, bearer: CodeBearer): Promise<ClaimedCode>;
  /** For a code that was never sent to Envoke: it may be tried again. */
  release(codeHash: string): Promise<void>;
  /**
   * For a code that Envoke does not know. It gets no row, so that strangers cannot fill the table with invented codes,
   * and it is not sent to Envoke again.
   */
  refuse(codeHash: string): Promise<void>;
  /** Stores which session the code led to. */
  settle(codeHash: string, sessionId: string, runner: SqlRunner): Promise<void>;
  /** Removes old codes. Returns how many of them were exchanged, or about to be, without leading to a session. */
  sweep(): Promise<number>;
}

export function createSpentCodes(database: Database, now: () => number): SpentCodes {
  const seconds = () => Math.floor(now() / 1000);
  const refused = new LRUCache<string, true>({ max: REFUSED_MAX });
  const forget = (codeHash: string) =>
    database.run('DELETE FROM spent_codes WHERE code_hash = ? AND session_id IS NULL', [codeHash]);
  return {
    async claim(envokeCode, { jkt, proofHash, madeAfterMs }) {
      const codeHash = hash('sha256', `envoke code ${envokeCode}`, 'base64url');
      if (refused.has(codeHash)) return { claimed: false, stolenSessionId: undefined };
      const added = await database.run(
        `INSERT INTO spent_codes (code_hash, session_id, spent_at, expires_at, jkt, proof_hash)
         VALUES (?, NULL, ?, ?, ?, ?) ON CONFLICT (code_hash) DO NOTHING`,
        [codeHash, seconds(), seconds() + RETAIN_SECONDS, jkt, proofHash],
      );
      if (added > 0) return { claimed: true, codeHash };
      const [row] = await database.all(
        'SELECT session_id FROM spent_codes WHERE code_hash = ? AND settled_at_ms <= ? AND jkt = ? AND proof_hash <> ?',
        [codeHash, Math.floor(madeAfterMs), jkt, proofHash],
      );
      return {
        claimed: false,
        stolenSessionId: typeof row?.session_id === 'string' ? row.session_id : undefined,
      };
    },
    async release(codeHash) {
      await forget(codeHash);
    },
    async refuse(codeHash) {
      refused.set(codeHash, true);
      await forget(codeHash);
    },
    async settle(codeHash, sessionId, runner) {
      await runner.run('UPDATE spent_codes SET session_id = ?, settled_at_ms = ? WHERE code_hash = ?', [
        sessionId,
        Math.floor(now()),
        codeHash,
      ]);
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
