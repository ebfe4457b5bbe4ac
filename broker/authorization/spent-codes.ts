/**
 * Envoke's codes are spent once, whatever comes at the same moment or later: the code is claimed before it is exchanged.
 * Hashes only.
 */
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Database, SqlRunner } from '../database/database.ts';

/** Longer than any sealed form of the code can live: a flow and a code. */
const RETAIN_SECONDS = 3_600;
/** Refused codes that a broker remembers: far more than it is asked about while one of them lives. */
const REFUSED_MAX = 10_000;

type ClaimedCode =
  | { claimed: true; codeHash: string }
  | { claimed: false /** To be ended. */; stolenSessionId: string | undefined };

/** Who brings a code. */
interface CodeBearer {
  /** Thumbprint of the key that was proven. */
  jkt: string;
  /** What stands for the proof. */
  proofHash: string;
  /** Epoch milliseconds, before which this request was certainly not made. */
  madeAfterMs: number;
}

export interface SpentCodes {
  /**
   * The session that the code led to ends when the code comes again (RFC 6749 section 4.1.2), with the key that it was
   * first spent with: a code that leaked must not let its finder end somebody's session. Nor does it for the same request
   * once more, or for one that may have been on its way before the first one was answered: a double click, or twice
   * through a proxy.
   */
  claim(envokeCode: string, bearer: CodeBearer): Promise<ClaimedCode>;
  /** Envoke never saw the code: it may be tried again. */
  release(codeHash: string): Promise<void>;
  /** Envoke does not know the code: it leaves no row, so that strangers' inventions fill no table, and is not sent again. */
  refuse(codeHash: string): Promise<void>;
  /** Remembers what the code led to. */
  settle(codeHash: string, sessionId: string, runner: SqlRunner): Promise<void>;
  /** Forgets old codes; how many of them were exchanged, or about to be, and led to no session. */
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
