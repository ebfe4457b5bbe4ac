/** The page to try the extension on: real people of the account, and some that it does not know. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STRANGERS, STRANGERS_IN_FRENCH } from '../try-out/people.ts';
import { type Bench, createBench } from './support.ts';

describe('the page to try things on', () => {
  let bench: Bench;
  let page: string;

  beforeAll(async () => {
    bench = await createBench();
    page = await (await fetch(`${bench.envoke.url}/`)).text();
  });
  afterAll(() => bench.envoke.close());

  const emails = () => [...page.matchAll(/mailto:([^"]+)"/g)].map(([, email = '']) => email);
  const consentOf = (email: string) => bench.envoke.accounts[0]?.people.findByEmail(email)?.consent.status;

  it('shows somebody who may be mailed, somebody whose consent runs out and somebody who unsubscribed', () => {
    expect(emails().map(consentOf).filter(Boolean)).toEqual(['Express', 'Implied - Transaction', 'Revoked']);
  });

  it('shows people whom the account does not know, in English and in French', () => {
    const strangers = [...STRANGERS, ...STRANGERS_IN_FRENCH].map(({ email }) => email);
    expect(emails().filter((email) => consentOf(email) === undefined)).toEqual(strangers);
  });

  it('is no request to Envoke', () => {
    expect(bench.envoke.requests.count('GET', '/')).toBe(0);
  });
});
