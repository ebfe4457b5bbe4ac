/**
 * The last checks of a proof: its age, by `iat` or by our nonce, and that it was not used before. There are two steps,
 * so that a caller can do all other checks before anything is remembered.
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

/**
 * The key signed the proof recently for this request. {@link ProofVerifier.claim} checks whether it was used before.
 */
export interface UnclaimedProof extends DatedProof {
  ok: true;
  /** Milliseconds at which its nonce was issued: by our own clock, the proof was made after that. */
  madeAfterMs?: number;
  /** A new nonce to send with the answer when the client's nonce is old. */
  freshNonce?: string;
}

export interface ClaimedProof {
  ok: true;
  /** The hash that identifies the proof in every memory. */
  proofHash: string;
}

export interface ProofVerifier {
  /** All checks of a proof that need no memory. */
  check(proof: string | undefined, request: ProofRequest): UnclaimedProof | RefusedProof;
  /** Marks the proof as used. The broker answers no request before this. */
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

/** With our nonce, the age of the proof is known by our own clock. Without one, it is taken from `iat`. */
function isRecent(proof: CheckedProof, nonceMs: number | undefined, nowMs: number): boolean {
  if (proof.nonce !== undefined) return nonceMs !== undefined;
  return Math.abs(nowMs - proof.iat * 1000) <= PROOF_WINDOW_SECONDS * 1000;
}
