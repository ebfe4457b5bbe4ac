/** Ids that nobody can guess (RFC 6749 section 10.10, ASVS 7.2.3 and 11.5.1). */
import { expect, it } from 'vitest';
import { randomId } from '../../../broker/keys/random-id.ts';

const SAMPLES = 100_000;

it('makes 100,000 of 43 characters, none twice, with as many ones as zeros', () => {
  const ids = new Set<string>();
  let ones = 0;
  for (let turn = 0; turn < SAMPLES; turn += 1) {
    const id = randomId();
    ids.add(id);
    for (const byte of Buffer.from(id, 'base64url')) ones += byte.toString(2).replaceAll('0', '').length;
  }
  expect(ids.size).toBe(SAMPLES);
  expect([...ids].every((id) => /^[\w-]{43}$/.test(id))).toBe(true);
  const bits = SAMPLES * 256;
  // Six standard deviations: by chance once in a thousand million runs.
  expect(Math.abs(ones - bits / 2)).toBeLessThan(3 * Math.sqrt(bits));
});
