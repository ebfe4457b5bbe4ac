/**
 * Remembers used proofs until they would be refused for their age. The key is `jti` and key thumbprint, never the text
 * of the proof: the same proof with another spelling or signature (ECDSA allows a second one) is still the same proof.
 */
import { hash } from 'node:crypto';
import type { Database } from '../database/database.ts';

/** A proof whose form, signature and age are right. */
export interface DatedProof {
  /** SHA-256 thumbprint (RFC 7638) of the key. */
  jkt: string;
  jti: string;
  /** Epoch milliseconds by our own clock; the proof cannot have been used before. */
  usableFromMs: number;
}

/**
 * `unknown`: the proof may have been used before this memory began, so the client must send a new one with a newer
 * nonce.
 */
type ProofClaim = 'new' | 'used' | 'unknown';

export interface SeenProofs {
  claim(proof: DatedProof): Promise<ProofClaim>;
  sweep(): Promise<void>;
}

export interface SeenProofsOptions {
  /** Longest time a proof is accepted, and so remembered. */
  retainSeconds: number;
  /** Milliseconds. */
  now: () => number;
}

export interface ProofMemoryOptions extends SeenProofsOptions {
  /** Monotonic milliseconds: generations change by this clock, so changes of the wall clock do not matter. */
  uptimeMs: () => number;
  /** Proofs in one generation; two generations are kept. A proof takes a hundred bytes. */
  proofsMax: number;
}

export interface ProofsMax {
  sessions: number;
  signIn: number;
}

/**
 * At most 50 MB and 10 MB. At 5,000 proofs a second, more than one broker can answer, the memory for strangers still
 * covers ten seconds: longer than a nonce takes to come back.
 */
export const PROOFS_MAX: ProofsMax = { sessions: 250_000, signIn: 50_000 };

interface Generation {
  /** Monotonic. */
  beganAtMs: number;
  seen: Set<string>;
}

/**
 * Remembers proofs in this process, in two generations, so that forgetting costs nothing. A full generation is replaced
 * like an old one. So a client that fills the memory can only make it shorter: older proofs are not refused for good,
 * but must come again with a newer nonce. The same holds after a start.
 */
export function createProofMemory({
  retainSeconds,
  now,
  uptimeMs,
  proofsMax,
}: ProofMemoryOptions): SeenProofs {
  const begin = (): Generation => ({ beganAtMs: uptimeMs(), seen: new Set() });
  let previous = begin();
  let current = begin();

  const turn = () => {
    const isOld = uptimeMs() >= current.beganAtMs + retainSeconds * 1000;
    if (!isOld && current.seen.size < proofsMax) return;
    previous = current;
    current = begin();
  };
  return {
    async claim(proof) {
      turn();
      const key = keyOf(proof);
      if (current.seen.has(key) || previous.seen.has(key)) return 'used';
      // Compares ages, not dates: the clock may have been changed since this memory began.
      const usableForMs = Math.max(0, now() - proof.usableFromMs);
      if (uptimeMs() - usableForMs < previous.beganAtMs) return 'unknown';
      current.seen.add(key);
      return 'new';
    },
    async sweep() {
      turn();
    },
  };
}

/**
 * Remembers proofs in the store that all brokers share: only for proofs of sessions, since a stranger must not create
 * rows.
 */
export function createProofTable(database: Database, { retainSeconds, now }: SeenProofsOptions): SeenProofs {
  const seconds = () => Math.floor(now() / 1000);
  const insert = inGroups(async (keys: readonly string[]) => {
    const rows = keys.map(() => '(?, ?)').join(', ');
    const added = await database.all(
      `INSERT INTO seen_proofs (proof_hash, expires_at) VALUES ${rows} ON CONFLICT (proof_hash) DO NOTHING RETURNING proof_hash`,
      keys.flatMap((key) => [key, seconds() + retainSeconds]),
    );
    return new Set(added.map((row) => String(row.proof_hash)));
  });
  return {
    claim: async (proof) => ((await insert(keyOf(proof))) ? 'new' : 'used'),
    async sweep() {
      await database.run('DELETE FROM seen_proofs WHERE expires_at <= ?', [seconds()]);
    },
  };
}

/** Proofs written by one statement; more than arrive in one turn of the event loop. */
const GROUP_MAX = 500;

interface Group {
  keys: Set<string>;
  added: Promise<ReadonlySet<string>>;
}

/**
 * One statement for all proofs of one turn of the event loop; each caller waits until its own proof is written.
 * @param insertAll resolves with those of the keys that were new
 */
function inGroups(
  insertAll: (keys: readonly string[]) => Promise<ReadonlySet<string>>,
): (key: string) => Promise<boolean> {
  let open: Group | undefined;

  const begin = (): Group => {
    const keys = new Set<string>();
    const { promise, resolve, reject } = Promise.withResolvers<ReadonlySet<string>>();
    const group = { keys, added: promise };
    setImmediate(() => {
      if (open === group) open = undefined;
      // In a fixed order, so that two brokers that insert the same keys never wait for each other.
      insertAll([...keys].sort()).then(resolve, reject);
    });
    return group;
  };

  return async (key) => {
    if (open === undefined || open.keys.size >= GROUP_MAX) open = begin();
    const { keys, added } = open;
    if (keys.has(key)) return false;
    keys.add(key);
    return (await added).has(key);
  };
}

/** The text that identifies a proof in every memory. */
export function keyOf({ jkt, jti }: Pick<DatedProof, 'jkt' | 'jti'>): string {
  return hash('sha256', `${jkt}.${jti}`, 'base64url');
}
