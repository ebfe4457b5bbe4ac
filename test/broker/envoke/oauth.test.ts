/** Envoke's authorize and postback URLs, and the account of a token. */
import { describe, expect, it } from 'vitest';
import { createEnvokeClient } from '../../../broker/envoke/envoke-client.ts';
import { startRawServer } from './raw-server.ts';
import { configOf, failureOf, startBench } from './support.ts';

const DAY_SECONDS = 86_400;

/** A code as the callback brings it. */
async function codeOf({ envoke }: Awaited<ReturnType<typeof startBench>>) {
  const { clientId, redirectUri } = configOf(envoke);
  const accountId = envoke.accounts[0]?.id ?? '';
  return envoke.grants.issueCode({ clientId, accountId, loginEmail: '' }, redirectUri);
}

describe('the authorize URL', () => {
  it("has Envoke's parameters in Envoke's order, and the state after them", async () => {
    const { client, envoke } = await startBench();
    const url = new URL(client.authorizationUrl('a state/+&'));
    expect([...url.searchParams.keys()]).toEqual([
      'response_type',
      'client_id',
      'scope',
      'redirect_uri',
      'state',
    ]);
    expect(url.searchParams.get('scope')).toBe('all');
    expect(url.searchParams.get('state')).toBe('a state/+&');
    expect(url.href.startsWith(envoke.authorizeUrl)).toBe(true);
  });
});

describe('the exchange of a code', () => {
  it.each(['oauth', 'html', 'envelope', 'empty'] as const)(
    'ends with code-refused, told by %s',
    async (tokenErrors) => {
      const { client, envoke } = await startBench();
      envoke.modes.set({ tokenErrors });
      expect((await failureOf(client.exchangeCode('no such code'))).reason).toBe('code-refused');
    },
  );

  it('tells a wrong client from a wrong code', async () => {
    const bench = await startBench();
    const code = await codeOf(bench);
    const client = createEnvokeClient(configOf(bench.envoke, { clientSecret: 'wrong' }), { now: Date.now });
    const error = await failureOf(client.exchangeCode(code)).finally(() => client.close());
    expect(error.reason).toBe('client-refused');
  });

  it('sends the documented parameters in the documented order, once', async () => {
    const bench = await startBench();
    await bench.client.exchangeCode(await codeOf(bench));
    const requests = bench.envoke.requests.list('POST', new URL(bench.envoke.tokenUrl).pathname);
    expect(requests.map(({ body }) => [...new URLSearchParams(body).keys()])).toEqual([
      ['grant_type', 'code', 'client_id', 'client_secret', 'redirect_uri'],
    ]);
  });

  it.each([
    ['full', 365 * DAY_SECONDS],
    ['access_token', 364 * DAY_SECONDS],
    ['text', 365 * DAY_SECONDS],
  ] as const)('reads an answer of the form %s', async (tokenAnswer, expiresInSeconds) => {
    const bench = await startBench();
    bench.envoke.modes.set({ tokenAnswer });
    const grant = await bench.client.exchangeCode(await codeOf(bench));
    expect(grant.expiresInSeconds).toBe(expiresInSeconds);
    expect(bench.envoke.grants.inspect(grant.accessToken).state).toBe('good');
  });

  it.each([
    ['a token that is no header value', '{"access_token":"a b\\r\\nx: y"}', 'wrong-shape'],
    ['a token that is a number', '{"access_token":7}', 'wrong-shape'],
    ['a list', '["token"]', 'wrong-shape'],
    ['an error with status 200', '{"error":"invalid_grant"}', 'code-refused'],
    ['a web page with status 200', '<html></html>', 'not-json'],
  ])('refuses %s', async (_what, body, reason) => {
    const { envoke } = await startBench();
    const { url } = await startRawServer((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(body),
    );
    const client = createEnvokeClient(configOf(envoke, { tokenUrl: `${url}/token` }), { now: Date.now });
    const error = await failureOf(client.exchangeCode('code')).finally(() => client.close());
    expect(error.reason).toBe(reason);
  });

  it.each(['', '<html></html>', '{"success":false,"result_text":"no"}'])(
    'tells a wrong client by status 401 with the body %j',
    async (body) => {
      const { envoke } = await startBench();
      const { url } = await startRawServer((_request, response) => response.writeHead(401).end(body));
      const client = createEnvokeClient(configOf(envoke, { tokenUrl: `${url}/token` }), { now: Date.now });
      const error = await failureOf(client.exchangeCode('code')).finally(() => client.close());
      expect(error.reason).toBe('client-refused');
    },
  );

  it('never sends the secret where a redirect points', async () => {
    const bench = await startBench();
    const other = await startRawServer((_request, response) => response.end('{}'));
    bench.envoke.modes.set({ redirected: true, redirectTo: other.url });
    expect((await failureOf(bench.client.exchangeCode(await codeOf(bench)))).reason).toBe('redirected');
    expect(other.requests).toHaveLength(0);
  });
});

describe('the account of a token', () => {
  it.each(['text', 'number'] as const)('has its id and name, the id as %s', async (idForm) => {
    const { client, envoke, token } = await startBench();
    envoke.modes.set({ idForm });
    const [account] = envoke.accounts;
    expect(await client.readAccount(token)).toEqual({ id: account?.id, name: account?.name });
  });

  it.each([
    ['{"id":"","name":"Town"}', 'wrong-shape'],
    ['{"id":"a b","name":"Town"}', 'wrong-shape'],
    ['{"name":"Town"}', 'wrong-shape'],
    ['{"success":false,"result_text":"no"}', 'rejected'],
    ['{"id":"f3a9-town","name":"Town"}', 'f3a9-town Town'],
    ['{"id":7,"name":"Town","plan":{}}', '7 Town'],
  ])('read from %s is %s', async (body, expected) => {
    const { envoke } = await startBench();
    const { url } = await startRawServer((_request, response) => response.writeHead(200).end(body));
    const client = createEnvokeClient(configOf(envoke, { apiUrl: url }), { now: Date.now });
    const outcome = client.readAccount('token').then(
      ({ id, name }) => `${id} ${name}`,
      ({ reason }) => reason,
    );
    expect(await outcome.finally(() => client.close())).toBe(expected);
  });
});
