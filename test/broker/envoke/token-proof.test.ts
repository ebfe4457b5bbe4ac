/** Whether a refusal is about the token or about the request: found out by asking for the settings. */
import type { ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEnvokeClient } from '../../../broker/envoke/envoke-client.ts';
import {
  EnvokeError,
  type EnvokeErrorFacts,
  type EnvokeReason,
} from '../../../broker/envoke/envoke-error.ts';
import { createTokenProof } from '../../../broker/envoke/token-proof.ts';
import { MODE_TABLE } from '../../envoke/modes/mode-table.ts';
import { startRawServer } from './raw-server.ts';
import { configOf, failureOf, startBench } from './support.ts';

const LISTING = { limit: 5, skip: 0 };
const SETTINGS = '/v1/settings';

describe('a token that has ended', () => {
  it.each(MODE_TABLE.endedTokenAnswer.choices)('is recognised when Envoke answers %s', async (form) => {
    const { client, envoke, token } = await startBench();
    await client.listContacts(token, LISTING);
    envoke.grants.withdraw();
    envoke.modes.set({ endedTokenAnswer: form });
    const work = [
      client.listContacts(token, LISTING),
      client.getContact(token, '12'),
      client.listInterests(token),
      client.listCustomFields(token),
      client.createContact(token, { email: 'zoe.nouvelle@example.ca' }),
      client.updateContact(token, '12', { person: { city: 'Hull' } }),
    ];
    const reasons = (await Promise.all(work.map(failureOf))).map(({ reason }) => reason);
    expect(reasons).toEqual(work.map(() => 'unauthorized'));
  });

  it('is proven once for many parallel refusals and for the minute after', async () => {
    const { client, envoke, token } = await startBench();
    envoke.grants.withdraw();
    envoke.modes.set({ endedTokenAnswer: '400' });
    const lists = Array.from({ length: 20 }, (_, skip) => client.listContacts(token, { limit: 5, skip }));
    await Promise.all(lists.map(failureOf));
    await failureOf(client.listContacts(token, LISTING));
    expect(envoke.requests.count('GET', SETTINGS)).toBe(1);
  });

  it.each([
    ['JSON that is an error of OAuth', 200, '{"error":"invalid_token"}'],
    ['success in words', 200, '{"success":"false","result_text":"no"}'],
    ['success as a number', 200, '{"success":0}'],
    ['a sentence', 200, '"Please log in"'],
    ['an error of another form', 200, '{"error":{"code":401,"message":"Invalid token"}}'],
    ['a list of errors', 200, '{"errors":["Invalid token"]}'],
    ['JSON that nobody knows', 200, '{"status":"error","message":"Invalid token"}'],
    ['nothing', 200, ''],
    ['a login page that is refused', 403, '<html><form></form></html>'],
    ['a status of its own', 419, ''],
    ['a 500 that names the token', 500, '{"success":false,"result_text":"Invalid access token"}'],
  ])('is recognised when Envoke answers %s', async (_what, status, body) => {
    const client = await clientOf((response) => response.writeHead(status).end(body));
    expect((await failureOf(client.listContacts('token', LISTING))).reason).toBe('unauthorized');
  });
});

describe('a good token', () => {
  it('keeps the refusal, which is then about the request', async () => {
    const { client, envoke, token } = await startBench();
    envoke.modes.set({ regexRefused: true });
    const filter = { field: 'email', contains: 'ann' } as const;
    const error = await failureOf(client.listContacts(token, { ...LISTING, filter }));
    expect(error).toMatchObject({ reason: 'rejected', isAboutRequest: true });
    expect(error.envokeErrors).toHaveLength(1);
  });

  it.each([
    ['moved for good', 301, ''],
    ['out of order', 503, '{"success":false,"result_text":"Maintenance"}'],
    ['out of order without words', 500, '<html></html>'],
    ['not where it was', 404, '{"success":false}'],
  ])('does not end when everything is answered %s', async (_what, status, body) => {
    const client = await clientOf((response) => response.writeHead(status, { location: '/x' }).end(body));
    const { reason } = await failureOf(client.listContacts('token', LISTING));
    expect(reason).not.toBe('unauthorized');
  });

  it('does not end when the settings cannot be read', async () => {
    const client = await clientOf((response, path) => {
      if (path === SETTINGS) response.destroy();
      else response.writeHead(400).end('{"success":false}');
    });
    const error = await failureOf(client.listContacts('token', LISTING));
    expect(error).toMatchObject({ reason: 'rejected', isAboutRequest: false });
  });
});

describe('a proof, by the clock', () => {
  type Failure = readonly [EnvokeReason, EnvokeErrorFacts];
  const REFUSED: Failure = ['rejected', { code: '400' }];
  const TROUBLE: Failure = ['server-error', { code: '500', envokeErrors: ['Internal error'] }];

  const proofOf = (answer: () => Failure | undefined) => {
    const bench = { nowMs: 0, asked: 0 };
    const proof = createTokenProof(
      async () => {
        bench.asked += 1;
        const refusal = answer();
        if (refusal !== undefined) throw new EnvokeError(...refusal);
        return { name: 'Town' };
      },
      () => bench.nowMs,
    );
    const reasonAt = async (seconds: number, [reason, facts]: Failure = REFUSED, token = 'a') => {
      bench.nowMs = seconds * 1_000;
      return (await proof.explain(token, new EnvokeError(reason, facts))).reason;
    };
    return { bench, reasonAt };
  };

  it('is made again after a minute, for each token separately', async () => {
    let isGood = true;
    const { bench, reasonAt } = proofOf(() => (isGood ? undefined : REFUSED));
    expect(await reasonAt(0)).toBe('rejected');
    isGood = false;
    expect([await reasonAt(59), bench.asked]).toEqual(['rejected', 1]);
    expect([await reasonAt(59, REFUSED, 'b'), bench.asked]).toEqual(['unauthorized', 2]);
    expect([await reasonAt(61), bench.asked]).toEqual(['unauthorized', 3]);
  });

  it('treats a 500 without a reason as an outage for five minutes', async () => {
    const { reasonAt } = proofOf(() => TROUBLE);
    expect(await reasonAt(0, TROUBLE)).toBe('server-error');
    expect(await reasonAt(200, TROUBLE)).toBe('server-error');
    expect(await reasonAt(301, TROUBLE)).toBe('unauthorized');
  });

  it('blames no token for an outage that others have too, or that has ended', async () => {
    let isWell = false;
    const { reasonAt } = proofOf(() => (isWell ? undefined : TROUBLE));
    for (const seconds of [0, 100, 200, 300, 400]) {
      expect(await reasonAt(seconds, TROUBLE, 'a')).toBe('server-error');
      expect(await reasonAt(seconds, TROUBLE, 'b')).toBe('server-error');
    }
    isWell = true;
    expect(await reasonAt(1_000, TROUBLE)).toBe('server-error');
    isWell = false;
    expect(await reasonAt(1_100, TROUBLE)).toBe('server-error');
  });
});

async function clientOf(answer: (response: ServerResponse, path: string) => void) {
  const { envoke } = await startBench();
  const { url } = await startRawServer((request, response) => answer(response, request.url ?? ''));
  const client = createEnvokeClient(configOf(envoke, { apiUrl: url }), { now: Date.now });
  onTestFinished(() => client.close());
  return client;
}
