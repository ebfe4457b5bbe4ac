/** A proof's last points: its age, by `iat` or by a nonce of ours, and that it was not used before. */
import {
  type CheckedProof,
  createProofChecker,
  PROOF_WINDOW_SECONDS,
  type ProofFault,
  type ProofRequest,
} from './dpop-proof.ts';
import { NONCE_LIFETIME_SECONDS, type ProofNonces } from './proof-nonce.ts';
import type { SeenProofs } from './seen-proofs.ts';

/** How long a used proof must be remembered: until both its `iat` and its nonce are too old. */
export const PROOF_RETAIN_SECONDS = Math.max(NONCE_LIFETIME_SECONDS, 2 * PROOF_WINDOW_SECONDS) + 5;

export type JudgedProof =
  | {
      ok: true;
      jkt: string;
      /** Milliseconds at which its nonce was issued: the proof was made after that, by our own clock. */
      madeAfterMs?: number;
      /** To be sent along when the client's nonce grows old. */
      freshNonce?: string;
    }
  | { ok: false; fault: ProofFault | 'replayed' }
  | { ok: false; fault: 'nonce-needed'; nonce: string };

export interface ProofJudge {
  judge(proof: string | undefined, request: ProofRequest): Promise<JudgedProof>;
  /** A nonce for the client's next proof (RFC 9449 section 8.2). */
  issueNonce(): string;
}

export interface ProofJudgeDeps {
  nonces: ProofNonces;
  seen: SeenProofs;
  /** Milliseconds. */
  now: () => number;
}

export function createProofJudge({ nonces, seen, now }: ProofJudgeDeps): ProofJudge {
  const checker = createProofChecker();
  return {
    issueNonce: nonces.issue,
    async judge(proof, request) {
      const checked = checker.check(proof, request);
      if (typeof checked === 'string') return { ok: false, fault: checked };
      const nonceMs = checked.nonce === undefined ? undefined : nonces.issuedAtMs(checked.nonce);
      if (!isRecent(checked, nonceMs, now(), seen.blindBeforeMs)) {
        return { ok: false, fault: 'nonce-needed', nonce: nonces.issue() };
      }
      if (!(await seen.claim(checked))) return { ok: false, fault: 'replayed' };
      const isOld = nonceMs !== undefined && now() - nonceMs > (NONCE_LIFETIME_SECONDS * 1000) / 2;
      return {
        ok: true,
        jkt: checked.jkt,
        ...(nonceMs !== undefined && { madeAfterMs: nonceMs }),
        ...(isOld && { freshNonce: nonces.issue() }),
      };
    },
  };
}

/**
 * A nonce of ours dates the proof by our own clock. Without one, `iat` does, except while proofs from before the memory
 * began could still look recent.
 */
function isRecent(
  proof: CheckedProof,
  nonceMs: number | undefined,
  nowMs: number,
  blindBeforeMs: number | undefined,
): boolean {
  if (proof.nonce !== undefined) {
    return nonceMs !== undefined && (blindBeforeMs === undefined || nonceMs >= blindBeforeMs);
  }
  const windowMs = PROOF_WINDOW_SECONDS * 1000;
  if (blindBeforeMs !== undefined && nowMs <= blindBeforeMs + 2 * windowMs) return false;
  return Math.abs(nowMs - proof.iat * 1000) <= windowMs;
}
