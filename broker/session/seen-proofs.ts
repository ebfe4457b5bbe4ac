/**
 * Proofs that were used, until they would be refused for their age anyway. Keyed by `jti` and key thumbprint, never by the
 * proof's text: the same proof spelled or signed otherwise (an ECDSA twin) is still the same.
 */
import { hash } from 'node:crypto';
import type { Database } from '../database/database.ts';
import type { CheckedProof } from './dpop-proof.ts';

export interface SeenProofs {
  /** Claims a proof; false when it was used before. */
  claim(proof: CheckedProof): Promise<boolean>;
  /**
   * Proofs must come with a nonce made after this instant (milliseconds) as long as it counts: what was used before it is
   * not remembered. Undefined for a memory that outlives this process.
   */
  readonly blindBeforeMs?: number;
  sweep(): Promise<void>;
}

/** Longest time a proof is believed, and so remembered. */
export interface SeenProofsOptions {
  retainSeconds: number;
  /** Milliseconds. */
  now: () => number;
}

/** Bounds the memory: about 100 MB at most, reached only at thousands of requests a second. */
const GENERATION_MAX = 500_000;

/**
 * In this process, for a broker that is alone with its store: two generations, so that forgetting costs nothing. After a
 * restart the list is empty; `blindBeforeMs` says so.
 */
export function createProofMemory({ retainSeconds, now }: SeenProofsOptions): SeenProofs {
  let current = new Set<string>();
  let previous = new Set<string>();
  let turnsAtMs = now() + retainSeconds * 1000;
  return {
    blindBeforeMs: now(),
    async claim(proof) {
      if (now() >= turnsAtMs) {
        previous = now() >= turnsAtMs + retainSeconds * 1000 ? new Set() : current;
        current = new Set();
        turnsAtMs = now() + retainSeconds * 1000;
      }
      const key = keyOf(proof);
      if (current.has(key) || previous.has(key) || current.size >= GENERATION_MAX) return false;
      current.add(key);
      return true;
    },
    async sweep() {},
  };
}

/** In the store, shared by all brokers on it. */
export function createProofTable(database: Database, { retainSeconds, now }: SeenProofsOptions): SeenProofs {
  const seconds = () => Math.floor(now() / 1000);
  return {
    async claim(proof) {
      const added = await database.run(
        'INSERT INTO seen_proofs (proof_hash, expires_at) VALUES (?, ?) ON CONFLICT (proof_hash) DO NOTHING',
        [keyOf(proof), seconds() + retainSeconds],
      );
      return added > 0;
    },
    async sweep() {
      await database.run('DELETE FROM seen_proofs WHERE expires_at <= ?', [seconds()]);
    },
  };
}

function keyOf({ jkt, jti }: CheckedProof): string {
  return hash('sha256', `${jkt}.${jti}`, 'base64url');
}
