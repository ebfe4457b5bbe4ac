/**
 * A proof's last points: its age, by `iat` or by a nonce of ours, and that it was not used before. In two steps, so that a
 * caller can look at everything else before anything is remembered.
 */
import { CLOCK_TOLERANCE_SECONDS } from '../clock.ts';
import {
  type CheckedProof,
  createProofChecker,
  PROOF_WINDOW_SECONDS,
  type ProofFault,
  type ProofRequest,
} from './dpop-proof.ts';
import { NONCE_LIFETIME_SECONDS, type ProofNonces } from './proof-nonce.ts';
import { type DatedProof, keyOf, type SeenProofs } from './seen-proofs.ts';

/** How long a used proof must be remembered: until both its `iat` and its nonce are too old. */
export const PROOF_RETAIN_SECONDS =
  Math.max(NONCE_LIFETIME_SECONDS + CLOCK_TOLERANCE_SECONDS, 2 * PROOF_WINDOW_SECONDS) + 5;

export type RefusedProof =
  | { ok: false; fault: ProofFault | 'replayed' }
  | { ok: false; fault: 'nonce-needed'; nonce: string };

/** Signed by this key for this request, lately. Whether it was used before is {@link ProofVerifier.claim}'s to say. */
export interface UnclaimedProof extends DatedProof {
  ok: true;
  /** Milliseconds at which its nonce was issued: the proof was made after that, by our own clock. */
  madeAfterMs?: number;
  /** To be sent along when the client's nonce grows old. */
  freshNonce?: string;
}

export interface ClaimedProof {
  ok: true;
  /** What stands for the proof wherever one is remembered. */
  proofHash: string;
}

export interface ProofVerifier {
  /** Everything about a proof that needs no memory. */
  check(proof: string | undefined, request: ProofRequest): UnclaimedProof | RefusedProof;
  /** Uses the proof up. No request is answered before its proof was claimed. */
  claim(proof: UnclaimedProof): Promise<ClaimedProof | RefusedProof>;
  /** A nonce for the client's next proof (RFC 9449 section 8.2). */
  issueNonce(): string;
}

export interface ProofJudgeDeps {
  nonces: ProofNonces;
  seen: SeenProofs;
  /** Milliseconds. */
  now: () => number;
}

export function createProofVerifier({ nonces, seen, now }: ProofJudgeDeps): ProofVerifier {
  const checker = createProofChecker();
  const nonceNeeded = (): RefusedProof => ({ ok: false, fault: 'nonce-needed', nonce: nonces.issue() });
  return {
    issueNonce: nonces.issue,
    check(proof, request) {
      const checked = checker.check(proof, request);
      if (typeof checked === 'string') return { ok: false, fault: checked };
      const nonceMs = checked.nonce === undefined ? undefined : nonces.issuedAtMs(checked.nonce);
      if (!isRecent(checked, nonceMs, now())) return nonceNeeded();
      const isOld = nonceMs !== undefined && now() - nonceMs > (NONCE_LIFETIME_SECONDS * 1000) / 2;
      return {
        ok: true,
        jkt: checked.jkt,
        jti: checked.jti,
        usableFromMs: nonceMs ?? (checked.iat - PROOF_WINDOW_SECONDS) * 1000,
        ...(nonceMs !== undefined && { madeAfterMs: nonceMs }),
        ...(isOld && { freshNonce: nonces.issue() }),
      };
    },
    async claim(proof) {
      const claim = await seen.claim(proof);
      if (claim === 'unknown') return nonceNeeded();
      return claim === 'used' ? { ok: false, fault: 'replayed' } : { ok: true, proofHash: keyOf(proof) };
    },
  };
}

/** A nonce of ours dates the proof by our own clock. Without one, `iat` does. */
function isRecent(proof: CheckedProof, nonceMs: number | undefined, nowMs: number): boolean {
  if (proof.nonce !== undefined) return nonceMs !== undefined;
  return Math.abs(nowMs - proof.iat * 1000) <= PROOF_WINDOW_SECONDS * 1000;
}
