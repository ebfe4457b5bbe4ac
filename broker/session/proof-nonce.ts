/**
 * Nonces for DPoP proofs (RFC 9449 section 8): the broker's time with a MAC, so that brokers accept each other's nonces
 * and store nothing.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { CLOCK_TOLERANCE_SECONDS } from '../clock.ts';
import { decodeBase64url } from './base64url.ts';

/** A proof with a nonce is accepted for this long, whatever the client's clock is. */
export const NONCE_LIFETIME_SECONDS = 300;
const TIME_BYTES = 6;
const MAC_BYTES = 16;

export interface ProofNonces {
  issue(): string;
  /** Milliseconds since 1970 at which this nonce was made; undefined when it is not ours or too old. */
  issuedAtMs(nonce: string): number | undefined;
}

/** @param keys 32 bytes each; the first one makes nonces, all are recognised */
export function createProofNonces(keys: readonly Uint8Array[], now: () => number): ProofNonces {
  const mac = (key: Uint8Array, time: Uint8Array) =>
    createHmac('sha256', key).update(time).digest().subarray(0, MAC_BYTES);
  const [activeKey] = keys;
  if (activeKey === undefined) throw new Error('nonces need a key');
  return {
    issue() {
      const time = Buffer.alloc(TIME_BYTES);
      time.writeUIntBE(Math.floor(now()), 0, TIME_BYTES);
      return Buffer.concat([time, mac(activeKey, time)]).toString('base64url');
    },
    issuedAtMs(nonce) {
      const bytes = nonce.length <= 64 ? decodeBase64url(nonce) : undefined;
      if (bytes?.length !== TIME_BYTES + MAC_BYTES) return undefined;
      const time = bytes.subarray(0, TIME_BYTES);
      const given = bytes.subarray(TIME_BYTES);
      if (!keys.some((key) => timingSafeEqual(mac(key, time), given))) return undefined;
      const issuedAtMs = time.readUIntBE(0, TIME_BYTES);
      const ageMs = now() - issuedAtMs;
      // The nonce of another broker may seem to come from the future.
      const isOurs = ageMs >= -CLOCK_TOLERANCE_SECONDS * 1000 && ageMs <= NONCE_LIFETIME_SECONDS * 1000;
      return isOurs ? issuedAtMs : undefined;
    },
  };
}
