/**
 * Proofs that were used, until they would be refused for their age anyway. Keyed by `jti` and key thumbprint, never by the
 * proof's text: the same proof spelled or signed otherwise (an ECDSA twin) is still the same.
 */
import { hash } from 'node:crypto';
import type { Database } from '../database/database.ts';

/** A proof whose form, signature and age are right. */
export interface DatedProof {
  /** SHA-256 thumbprint (RFC 7638) of the key. */
  jkt: string;
  jti: string;
  /** Epoch milliseconds, by our own clock, before which nobody can have used it. */
  usableFromMs: number;
}

/** `unknown`: it may have been used before this memory begins, so it must come again under a younger nonce. */
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
  /** Monotonic milliseconds: generations turn by it, whatever happens to the wall clock. */
  uptimeMs: () => number;
  /** Of one generation; two are kept. A hundred bytes each. */
  proofsMax: number;
}

export interface ProofsMax {
  sessions: number;
  signIn: number;
}

/**
 * 50 MB and 10 MB at most. At 5,000 proofs a second, more than one broker answers, that of strangers still reaches back ten
 * seconds: longer than a nonce is under way.
 */
export const PROOFS_MAX: ProofsMax = { sessions: 250_000, signIn: 50_000 };

interface Generation {
  /** Monotonic. */
  beganAtMs: number;
  seen: Set<string>;
}

/**
 * In this process: two generations, so that forgetting costs nothing. A full one gives way like one that has grown old.
 * Whoever fills the memory can so only shorten it: proofs from before it are not refused for good, but must come again
 * under a nonce from after it. The same holds after a start.
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
      // By its age, not by its date: the clock may have been set since this memory began.
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

/** In the store, shared by all brokers on it: for proofs of sessions alone, since a stranger must not make rows. */
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

/** Proofs written by one statement; more than come together in a turn of the event loop. */
const GROUP_MAX = 500;

interface Group {
  keys: Set<string>;
  added: Promise<ReadonlySet<string>>;
}

/**
 * One statement for all that come in the same turn of the event loop; each waits until its own is written.
 * @param insertAll resolves with those of the keys that were not there before
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
      // In one order, so that two brokers that insert the same ones never wait for each other.
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

/** What stands for a proof wherever one is remembered. */
export function keyOf({ jkt, jti }: Pick<DatedProof, 'jkt' | 'jti'>): string {
  return hash('sha256', `${jkt}.${jti}`, 'base64url');
}
