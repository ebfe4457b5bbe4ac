/**
 * Values that travel through the browser and come back, as JWE (`dir`, A256GCM). Each kind has its own key, so that a
 * value of one kind is never accepted as another. The broker stores nothing, and any broker with the same keys can do
 * the next step.
 * @see RFC 7516
 */
import { hkdfSync } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { CLOCK_TOLERANCE_SECONDS } from '../clock.ts';
import type { KeySet } from '../keys/key-set.ts';
import { randomId } from '../keys/random-id.ts';

type SealedKind = 'request_uri' | 'state' | 'code' | 'answer';

/** Longest sealed value accepted: a flow with the longest parameters, or the longest code, fits. */
export const SEALED_MAX_CHARS = 6_000;
const KEY_BYTES = 32;
/** Long enough to distinguish the brokers on one store; it travels in a cookie. */
const SEALED_BY_CHARS = 6;

export interface SealedValues {
  /** @param expiresAt epoch seconds */
  seal(kind: SealedKind, content: object, expiresAt: number): Promise<string>;
  /** The content; undefined when the value is of another kind, not sealed by our keys, changed, or expired. */
  open(kind: SealedKind, sealed: string): Promise<unknown>;
}

/**
 * The broker that sealed a value enforces its expiry to the second. The clock of another broker may differ, so the
 * other broker accepts the value for this much longer.
 */
export function createSealedValues(vaultKeys: KeySet<Uint8Array>, now: () => number): SealedValues {
  const self = randomId().slice(0, SEALED_BY_CHARS);
  const derived = new Map<string, Uint8Array>();
  const keyOf = (kind: SealedKind, kid: unknown): Uint8Array | undefined => {
    const vaultKey = typeof kid === 'string' ? vaultKeys.keys.get(kid) : undefined;
    if (vaultKey === undefined) return undefined;
    const name = `${kind} ${kid}`;
    const known = derived.get(name) ?? deriveKey(vaultKey, kind);
    derived.set(name, known);
    return known;
  };

  return {
    async seal(kind, content, expiresAt) {
      const kid = vaultKeys.activeKid;
      const key = keyOf(kind, kid);
      if (key === undefined) throw new Error('a key set without its active key');
      return new CompactEncrypt(Buffer.from(JSON.stringify({ content, expiresAt, by: self })))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid })
        .encrypt(key);
    },

    async open(kind, sealed) {
      if (sealed.length > SEALED_MAX_CHARS) return undefined;
      try {
        const { plaintext } = await compactDecrypt(
          sealed,
          (header) => {
            const key = keyOf(kind, header.kid);
            if (key === undefined) throw new Error('no such key');
            return key;
          },
          { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] },
        );
        const value: { content: unknown; expiresAt: number; by: string } = JSON.parse(
          Buffer.from(plaintext).toString(),
        );
        const toleranceSeconds = value.by === self ? 0 : CLOCK_TOLERANCE_SECONDS;
        return value.expiresAt + toleranceSeconds > now() / 1000 ? value.content : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

function deriveKey(vaultKey: Uint8Array, kind: SealedKind): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', vaultKey, '', `contacts-for-envoke sealed ${kind} v1`, KEY_BYTES));
}
