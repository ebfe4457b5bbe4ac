/** An Envoke that answers 401 or 429 when calls come too fast: no session ends because of it. */
import { describe, expect, it } from 'vitest';
import { failureOf, startBench } from './support.ts';

const page = (skip: number) => ({ limit: 1, skip });

describe('an Envoke that takes one request a second', () => {
  it.each(['401', '429'] as const)(
    'and answers others with %s is asked again until it answers',
    async (tooFast) => {
      const { client, envoke, token } = await startBench();
      envoke.modes.set({ requestsPerSecond: 1, tooFast });
      const [first] = await client.listContacts(token, page(0));
      const [second] = await client.listContacts(token, page(1));
      expect(Number(first?.id) - Number(second?.id)).toBe(1);
    },
  );

  it('answers several parallel callers', async () => {
    const { client, envoke, token } = await startBench({ requestsPerSecond: 2, burst: 3 });
    envoke.modes.set({ requestsPerSecond: 2, tooFast: '401' });
    const pages = await Promise.all([0, 1, 2, 3].map((skip) => client.listContacts(token, page(skip))));
    expect(pages.map((found) => found.length)).toEqual([1, 1, 1, 1]);
  });
});

describe('a 401', () => {
  it('that could not be retried often enough ends in a timeout, not in a sign-out', async () => {
    const { client, envoke, token } = await startBench({ deadlineMs: 600 });
    envoke.modes.set({ transient401: true, slowMs: 200 });
    expect((await failureOf(client.listContacts(token, page(0)))).reason).toBe('timeout');
  });

  it('ends the session when every retry returns 401, also with little time left', async () => {
    const { client, envoke, token } = await startBench({ deadlineMs: 1_500 });
    envoke.modes.set({ tokenWithdrawn: true });
    expect((await failureOf(client.listContacts(token, page(0)))).reason).toBe('unauthorized');
    expect(envoke.requests.count()).toBe(4);
  });
});
