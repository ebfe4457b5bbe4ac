/** Envoke's authorize and postback URLs, and the account of a token. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { isOwnAccountId } from '../../../broker/envoke/envoke-account.ts';
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

  it('distinguishes a wrong client from a wrong code', async () => {
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
    ['nested', 365 * DAY_SECONDS],
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
    ['an error beside a token', '{"access_token":"t","error":"access_denied"}', 'code-refused'],
    ['an error beside a nested token', '{"result_data":{"access_token":"t","error":"no"}}', 'code-refused'],
    ['a refusal beside a token', '{"success":"false","access_token":"t"}', 'code-refused'],
    ['a token of another type', '{"access_token":"t","token_type":"mac"}', 'wrong-shape'],
    ['a token whose type is none', '{"access_token":"t","token_type":null}', 'wrong-shape'],
  ])('refuses %s', async (_what, body, reason) => {
    const { envoke } = await startBench();
    const { url } = await startRawServer((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(body),
    );
    const client = createEnvokeClient(configOf(envoke, { tokenUrl: `${url}/token` }), { now: Date.now });
    const error = await failureOf(client.exchangeCode('code')).finally(() => client.close());
    expect(error.reason).toBe(reason);
  });

  it.each<[string, number]>([
    ['3600', 3_600],
    ['"3600"', 3_600],
    ['true', 364 * DAY_SECONDS],
    ['"0x10"', 364 * DAY_SECONDS],
    ['"1e3"', 364 * DAY_SECONDS],
    ['"12.5"', 364 * DAY_SECONDS],
    ['12.5', 364 * DAY_SECONDS],
    ['0', 364 * DAY_SECONDS],
    ['-5', 364 * DAY_SECONDS],
    ['[3600]', 364 * DAY_SECONDS],
    ['null', 364 * DAY_SECONDS],
    ['9e15', 365 * DAY_SECONDS],
  ])('takes expires_in %s for %i seconds', async (expiresIn, seconds) => {
    const { client } = await clientAt(200, `{"access_token":"t","expires_in":${expiresIn}}`);
    expect(await client.exchangeCode('code')).toEqual({ accessToken: 't', expiresInSeconds: seconds });
  });

  it.each<[number, string, string]>([
    [400, '{"error":"invalid_client"}', 'client-refused'],
    [400, '{"success":false,"result_text":"Client authentication failed"}', 'client-refused'],
    [500, '{"success":false,"result_data":{"errors":["invalid_client"]}}', 'client-refused'],
    [500, '{"error":"invalid_grant"}', 'code-refused'],
    [400, '{"success":false,"result_text":"The code was issued for another client"}', 'code-refused'],
    [500, '{"success":false,"result_text":"Internal error"}', 'server-error'],
    [503, '', 'server-error'],
    [429, '{"error":"slow_down"}', 'rate-limited'],
  ])('tells apart the refusals, %i with %s', async (status, body, reason) => {
    const { client } = await clientAt(status, body);
    const error = await failureOf(client.exchangeCode('code'));
    expect([error.reason, error.retryAfterSeconds]).toEqual([reason, 7]);
  });

  it.each(['', '<html></html>', '{"success":false,"result_text":"no"}'])(
    'recognises a wrong client by status 401 with the body %j',
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
    ['{"id":"a b","name":"Town"}', 'wrong-shape'],
    ['{"id":"own-town","name":"Town"}', 'wrong-shape'],
    ['{"id":9007199254740993,"name":"Town"}', 'wrong-shape'],
    ['{"id":7.5,"name":"Town"}', 'wrong-shape'],
    ['{}', 'wrong-shape'],
    ['{"plan":"big"}', 'wrong-shape'],
    ['[]', 'wrong-shape'],
    ['{"result_data":{"id":"7","name":"Town"},"success":true}', '7 Town'],
    ['{"account_id":"7","name":"Town"}', '7 Town'],
    ['{"id":"9007199254740993","account_name":"Town"}', '9007199254740993 Town'],
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

describe('an account without an id', () => {
  const accountAt = async (body: object) => {
    const { client } = await clientAt(200, JSON.stringify(body));
    return client.readAccount('token');
  };

  it('gets a stable id made by the broker, and marked as such', async () => {
    const [first, again] = [await accountAt({ name: 'Town' }), await accountAt({ name: ' TOWN', id: '' })];
    expect(first.id).toBe(again.id);
    expect(isOwnAccountId(first.id)).toBe(true);
  });

  it('gets a different id for another name, or for the same name at another Envoke', async () => {
    const bodies = [{ name: 'Town' }, { name: 'City' }, { name: 'Town', domain: 'town.example.ca' }];
    const ids = await Promise.all(bodies.map(async (body) => (await accountAt(body)).id));
    expect(new Set(ids).size).toBe(3);
  });
});

/** A client of an Envoke that gives this answer to every request. */
async function clientAt(status: number, body: string) {
  const { envoke } = await startBench();
  const { url } = await startRawServer((_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '7' }).end(body),
  );
  const changes = { apiUrl: url, tokenUrl: `${url}/token` };
  const client = createEnvokeClient(configOf(envoke, changes), { now: Date.now });
  onTestFinished(() => client.close());
  return { client };
}
