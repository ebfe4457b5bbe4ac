/** An authorization server from another vendor replaces Envoke, by configuration alone. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../../free-port.ts';
import { type RunningBroker, startBroker } from '../running-broker.ts';
import { TestClient } from '../test-client.ts';

const CLIENT_ID = 'confidential-client';
const CLIENT_SECRET = 'a-secret-of-the-other-server-0123456789';

let broker: RunningBroker;
let upstream: Server;
let api: Server;
const apiCalls: (string | undefined)[] = [];

beforeAll(async () => {
  const [brokerPort, upstreamPort] = [await freePort(), await freePort()];
  const issuer = `http://127.0.0.1:${upstreamPort}`;
  upstream = await listen(createProvider(issuer, `http://127.0.0.1:${brokerPort}`).callback(), upstreamPort);
  api = await listen((request, response) => {
    apiCalls.push(request.headers.authorization);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ id: '77', name: 'Another association' }));
  }, 0);
  const publicUrl = `http://127.0.0.1:${brokerPort}`;
  broker = await startBroker({
    env: {
      PUBLIC_URL: publicUrl,
      PORT: String(brokerPort),
      ENVOKE_CLIENT_ID: CLIENT_ID,
      ENVOKE_CLIENT_SECRET: CLIENT_SECRET,
      ENVOKE_AUTHORIZE_URL: `${issuer}/auth`,
      ENVOKE_TOKEN_URL: `${issuer}/token`,
      ENVOKE_API_URL: `http://127.0.0.1:${(api.address() as AddressInfo).port}`,
    },
  });
  broker.url = publicUrl;
});
afterAll(async () => {
  await broker.close();
  for (const server of [upstream, api]) {
    server.closeAllConnections();
    server.close();
  }
});

it('exchanges the code there, with the secret in the body', async () => {
  const client = new TestClient(broker);
  const hop = await client.open(client.authorizePath(await client.push()));
  const callback = await walkThrough(hop.headers.get('location') ?? '');
  const answer = await client.open(callback);
  const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const response = await client.redeem(code);
  expect(response.status).toBe(200);
  const { access_token } = (await response.json()) as { access_token: string };
  const account = await client.call(access_token, '/v1/account');
  expect(await account.json()).toMatchObject({ id: '77', name: 'Another association' });
  expect(apiCalls[0]).toMatch(/^Bearer .+/);
});

function createProvider(issuer: string, brokerUrl: string): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [`${brokerUrl}/oauth/callback`],
        token_endpoint_auth_method: 'client_secret_post',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        application_type: 'native',
      },
    ],
    scopes: ['all', 'openid'],
    pkce: { required: () => false },
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['a key for cookies'] },
    findAccount: (_context, accountId) => ({ accountId, claims: async () => ({ sub: accountId }) }),
  });
}

/** Logs in, consents and follows the provider until it leads back to the broker. */
async function walkThrough(start: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = start;
  let form: Record<string, string> | undefined;
  for (let step = 0; step < 20; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    form = undefined;
    const location = response.headers.get('location');
    if (location === null) {
      const html = await response.text();
      const action = /action="([^"]+)"/.exec(html)?.[1];
      const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1];
      if (action === undefined || prompt === undefined)
        throw new Error(`no form: ${response.status} ${html.slice(0, 200)}`);
      url = new URL(action, url).href;
      form = prompt === 'login' ? { prompt, login: 'someone', password: 'x' } : { prompt };
      continue;
    }
    url = new URL(location, url).href;
    if (new URL(url).pathname === '/oauth/callback') return url;
  }
  throw new Error('the provider did not lead back');
}

function listen(handler: Parameters<typeof createServer>[1], port: number): Promise<Server> {
  const server = createServer(handler);
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(server));
  });
}
