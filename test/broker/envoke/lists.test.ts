/** The lists of an account where v2 takes no tokens, takes them at times, or knows no pages. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEnvokeClient } from '../../../broker/envoke/envoke-client.ts';
import { startRawServer } from './raw-server.ts';
import { configOf, failureOf, startBench } from './support.ts';

const kinds = (interests: readonly { kind: string }[]) =>
  [...new Set(interests.map(({ kind }) => kind))].sort();

describe('tags and subscriptions', () => {
  it('end with the reason when the network failed and not v2', async () => {
    const { client, envoke, token } = await startBench({ deadlineMs: 200 });
    envoke.modes.set({ slowMs: 5_000 });
    expect((await failureOf(client.listInterests(token))).reason).toBe('timeout');
    expect(envoke.requests.count('GET', '/v1/interests')).toBe(0);
  });

  it.each([1, 2, 3])(
    'have their kinds even when a good token is answered 401 %d times',
    async (transient401) => {
      const { client, envoke, token } = await startBench();
      envoke.modes.set({ transient401 });
      expect(kinds(await client.listInterests(token))).toEqual(['subscription', 'tag']);
    },
  );

  it.each([
    ['takes no tokens', { v2Unauthorized: true }],
    ['forbids', { forbidden: true, only: '/v2/' }],
    ['is broken', { serverError: true, only: '/v2/' }],
    ['shows its login page', { loginPage: true, only: '/v2/' }],
    ['redirects', { redirected: true, only: '/v2/' }],
  ])('come from v1, without their kinds, where v2 %s', async (_what, modes) => {
    const { client, envoke, token } = await startBench();
    envoke.modes.set(modes);
    const interests = await client.listInterests(token);
    expect(interests).toHaveLength(envoke.accounts[0]?.interests.list().length ?? 0);
    expect(kinds(interests)).toEqual(['unknown']);
  });

  it('have their names for readers only where Envoke has them in both languages', async () => {
    const { envoke } = await startBench();
    const named = (id: string, display_names: unknown) => ({
      id,
      name: `Tag ${id}`,
      type: 'tag',
      display_names,
    });
    const items = [
      named('1', { en: 'Board', fr: 'Conseil' }),
      named('2', { en: 'Board', fr: '' }),
      named('3', null),
      named('4', ['Board']),
    ];
    const { url } = await startRawServer((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(items)),
    );
    const client = createEnvokeClient(configOf(envoke, { apiUrl: url }), { now: Date.now });
    onTestFinished(() => client.close());
    const lists = await client.listInterests('token');
    expect(lists.map(({ display_names }) => display_names)).toEqual([
      { en: 'Board', fr: 'Conseil' },
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are listed once each when v2 ignores paging', async () => {
    const { envoke } = await startBench();
    const items = Array.from({ length: 100 }, (_, index) => ({
      id: String(index + 1),
      name: `Tag ${index}`,
      type: 'tag',
    }));
    const { url, requests } = await startRawServer((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(items)),
    );
    const client = createEnvokeClient(configOf(envoke, { apiUrl: url }), { now: Date.now });
    onTestFinished(() => client.close());
    expect(await client.listInterests('token')).toHaveLength(100);
    expect(requests).toHaveLength(2);
  });
});
