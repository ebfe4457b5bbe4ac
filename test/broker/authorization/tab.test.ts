/** A sign-in in a tab, for browsers whose sign-in window fails: what it refuses, and that it is bound as the window is. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningBroker, startBroker } from '../running-broker.ts';
import { TabClient } from '../tab-client.ts';
import { createDpopKey, TestClient, type Tokens } from '../test-client.ts';

let broker: RunningBroker;
beforeAll(async () => {
  broker = await startBroker({ env: { RATE_SIGN_IN_PER_MINUTE: '100000' } });
});
afterAll(() => broker.close());

const exchanges = () => broker.envoke.requests.count('POST', '/ext/oauth/access_token');
const errorOf = async (answer: Response) => ((await answer.json()) as { error: string }).error;
const tokenOf = async (answer: Response) => ((await answer.json()) as Tokens).access_token;
/** A second client with the same cookie, verifier and key, or others. */
const like = (client: TabClient, changes: Partial<Pick<TabClient, 'cookie' | 'verifier' | 'key'>> = {}) => {
  const { cookie, verifier, key } = { ...client, ...changes };
  return Object.assign(new TabClient(broker, key), { cookie, verifier, nonce: client.nonce });
};

describe('the request for the answer', () => {
  it.each<[string, (client: TabClient) => TabClient, string]>([
    ['from another browser', (client) => like(client, { cookie: '' }), 'expired_token'],
    ['with a wrong verifier', (client) => like(client, { verifier: 'a'.repeat(43) }), 'expired_token'],
    ['with another key', (client) => like(client, { key: createDpopKey() }), 'invalid_grant'],
  ])(
    'is refused %s, before and after Envoke has answered, and uses nothing up',
    async (_what, spoil, error) => {
      const client = new TabClient(broker);
      const callback = await client.reachCallback();
      const before = exchanges();
      expect(await errorOf(await spoil(client).poll())).toBe(error);
      client.keepCookie(await client.open(callback));
      expect(await errorOf(await spoil(client).poll())).toBe(error);
      expect(exchanges()).toBe(before);
      expect((await client.poll()).status).toBe(200);
    },
  );

  it.each<[string, Record<string, string>, string]>([
    ['for another redirect URI', { redirect_uri: 'https://evil.example/' }, 'invalid_grant'],
    ['without a verifier', { code_verifier: '' }, 'invalid_request'],
    ['by another client', { client_id: 'other' }, 'invalid_client'],
    [
      'with a grant type that only resembles it',
      { grant_type: 'urn:contacts-for-envoke' },
      'unsupported_grant_type',
    ],
  ])('is refused %s, and uses nothing up', async (_what, changes, error) => {
    const client = new TabClient(broker);
    await client.reachPage();
    expect(await errorOf(await client.poll(changes))).toBe(error);
    expect((await client.poll()).status).toBe(200);
  });

  it('is refused without a proof', async () => {
    const client = new TabClient(broker);
    await client.reachPage();
    const form = {
      grant_type: 'urn:contacts-for-envoke:oauth:grant-type:tab',
      client_id: 'contacts-for-envoke',
    };
    const answer = await client.postForm(
      '/oauth/token',
      { ...form, code_verifier: client.verifier, redirect_uri: client.finished },
      { cookie: client.cookie },
    );
    expect(await errorOf(answer)).toBe('invalid_dpop_proof');
  });

  it('says that there is no answer yet, and whether the start URL was opened in this browser', async () => {
    const client = new TabClient(broker);
    const requestUri = await client.push();
    expect(await (await client.poll()).json()).toMatchObject({
      error: 'authorization_pending',
      opened: false,
    });
    client.keepCookie(await client.open(client.authorizePath(requestUri)));
    expect(await (await client.poll()).json()).toMatchObject({
      error: 'authorization_pending',
      opened: true,
    });
  });

  it('says the same of a sign-in in a window, which never gets its answer here', async () => {
    const client = new TestClient(broker);
    const tab = like(Object.assign(new TabClient(broker, client.key), { verifier: client.verifier }));
    await client.push();
    tab.cookie = client.cookie;
    const { redirect_uri = '' } = client.parParameters();
    expect(await (await tab.poll({ redirect_uri })).json()).toMatchObject({ opened: false });
  });

  it('is answered with the session once', async () => {
    const client = new TabClient(broker);
    await client.reachPage();
    const before = exchanges();
    const token = await tokenOf(await client.poll());
    expect((await client.call(token, '/v1/account')).status).toBe(200);
    expect(client.cookie).toBe('');
    expect(await errorOf(await client.poll())).toBe('expired_token');
    expect(exchanges()).toBe(before + 1);
    expect((await client.call(token, '/v1/account')).status).toBe(200);
  });

  it('ends the session when the cookie comes again with the same key (RFC 6749 4.1.2)', async () => {
    const client = new TabClient(broker);
    await client.reachPage();
    const again = like(client);
    const token = await tokenOf(await client.poll());
    again.nonce = client.nonce;
    broker.clock.advance(3);
    expect(await errorOf(await again.poll())).toBe('invalid_grant');
    expect((await client.call(token, '/v1/account')).status).toBe(401);
  });

  it('makes one session from 20 of them at once', async () => {
    const client = new TabClient(broker);
    await client.reachPage();
    const before = exchanges();
    const answers = await Promise.all(Array.from({ length: 20 }, () => like(client).poll()));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(exchanges()).toBe(before + 1);
  });

  it('gets no session a minute after Envoke has answered', async () => {
    const client = new TabClient(broker);
    await client.reachPage();
    broker.clock.advance(61);
    expect(await errorOf(await client.poll())).toBe('expired_token');
  });

  it('gets none ten minutes after the start, when Envoke has not answered', async () => {
    const client = new TabClient(broker);
    client.keepCookie(await client.open(client.authorizePath(await client.push())));
    broker.clock.advance(601);
    expect(await errorOf(await client.poll())).toBe('expired_token');
  });

  it('finds its answer after the broker has restarted', async () => {
    const other = await startBroker({ settled: false });
    const client = new TabClient(other);
    const callback = await client.reachCallback();
    await other.restart();
    client.keepCookie(await client.open(callback));
    await other.restart();
    expect((await client.poll()).status).toBe(200);
    await other.close();
  });

  it('is told that the person declined, as often as it asks', async () => {
    const client = new TabClient(broker);
    await client.reachPage({ decision: 'decline' });
    expect(await errorOf(await client.poll())).toBe('access_denied');
    expect(await errorOf(await client.poll())).toBe('access_denied');
  });

  it.each(['server_error', 'invalid_scope', '<script>'])(
    "is told of Envoke's error %s in one of the broker's words",
    async (error) => {
      const client = new TabClient(broker);
      const callback = await client.reachCallback();
      const state = new URLSearchParams(callback.split('?')[1]).get('state') ?? '';
      const query = new URLSearchParams({ error, error_description: 'canary', state });
      client.keepCookie(await client.open(`/oauth/callback?${query}`));
      const answer = await client.poll();
      expect(answer.status).toBe(502);
      expect(await errorOf(answer)).toBe('server_error');
    },
  );

  it('is refused by the address when it comes too often, with the time to wait', async () => {
    const small = await startBroker({ env: { RATE_SIGN_IN_PER_MINUTE: '10' } });
    const client = new TabClient(small);
    await client.push();
    const answers = await Promise.all(Array.from({ length: 20 }, () => client.poll()));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(8);
    expect(await errorOf(refused[0] as Response)).toBe('temporarily_unavailable');
    expect(refused[0]?.headers.get('retry-after')).toMatch(/^\d+$/);
    await small.close();
  });
});

describe('the start URL of a sign-in in a tab', () => {
  it("leads nowhere in a victim's browser, and the attacker who began gets no session", async () => {
    const attacker = new TabClient(broker);
    const path = attacker.authorizePath(await attacker.push());
    const victim = new TabClient(broker);
    await victim.push();
    const refused = await victim.open(path);
    expect([refused.status, refused.headers.get('location')]).toEqual([400, null]);
    expect(await errorOf(await attacker.poll())).toBe('authorization_pending');
  });

  it("finishes nothing when a victim opens Envoke's page of the attacker's sign-in and authorizes", async () => {
    const attacker = new TabClient(broker);
    const callback = await attacker.reachCallback();
    const victim = new TabClient(broker);
    await victim.push();
    expect((await victim.open(callback)).status).toBe(400);
    expect(await errorOf(await attacker.poll())).toBe('authorization_pending');
    expect(await errorOf(await victim.poll())).toBe('authorization_pending');
  });

  it('does not open again once Envoke has answered, so the answer lives no longer', async () => {
    const client = new TabClient(broker);
    const path = client.authorizePath(await client.push());
    const hop = await client.open(path);
    client.keepCookie(hop);
    const state = new URL(hop.headers.get('location') ?? '').searchParams.get('state') ?? '';
    client.keepCookie(await client.open(`/oauth/callback?error=access_denied&state=${state}`));
    expect((await client.open(path)).status).toBe(400);
  });

  it('may not be pushed for a page that only resembles the own one', async () => {
    const client = new TabClient(broker);
    for (const redirect_uri of [
      `${client.finished}/`,
      `${client.finished}?x=1`,
      `${broker.url}/oauth/callback`,
    ]) {
      const form = { ...client.parParameters(), redirect_uri };
      const answer = await client.postForm('/oauth/par', form, { dpop: client.proof('POST', '/oauth/par') });
      expect(await errorOf(answer)).toBe('invalid_request');
    }
  });
});

describe('the page at the end', () => {
  it('holds nothing secret in its URL, and the answer is in a cookie that no script reads', async () => {
    const client = new TabClient(broker);
    const callback = await client.reachCallback();
    const answer = await client.open(callback);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`${client.finished}?ui_locales=en`);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-.+; Max-Age=60; .*HttpOnly; Secure; SameSite=Lax/,
    );
    const code = new URLSearchParams(callback.split('?')[1]).get('code') ?? '';
    expect(answer.headers.get('set-cookie')).not.toContain(code);
  });

  it.each<[string, RegExp, RegExp]>([
    ['', /Envoke has allowed access/, /Envoke a autorisé l’accès/],
    ['?error=access_denied', /Access was declined/, /L’accès a été refusé/],
    ['?error=server_error', /Not just now/, /Pas pour le moment/],
    ['?error=<script>canary</script>', /Not just now/, /Pas pour le moment/],
  ])('at %s says what happened in both languages, without scripts', async (query, english, french) => {
    const answer = await new TabClient(broker).open(`/oauth/finished${query}`);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toMatch(english);
    expect(html).toMatch(french);
    expect(html).not.toMatch(/script|canary/);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it("shows the person's language first", async () => {
    const html = async (query: string, accept: string) =>
      (await new TabClient(broker).open(`/oauth/finished${query}`, { 'accept-language': accept })).text();
    expect(await html('?ui_locales=fr', 'en-CA')).toContain('<html lang="fr">');
    expect(await html('', 'fr-CA,en;q=0.5')).toContain('<html lang="fr">');
    expect(await html('?ui_locales=en', 'fr-CA')).toContain('<html lang="en">');
  });

  it('fits into a cookie with the longest code that Envoke may give', async () => {
    const client = new TabClient(broker);
    const callback = await client.reachCallback();
    const answer = await client.open(callback.replace(/code=[^&]+/, `code=${'c'.repeat(2_048)}`));
    const [cookie = ''] = answer.headers.getSetCookie();
    expect((cookie.split(';')[0] ?? '').length).toBeGreaterThan(2_048);
    expect((cookie.split(';')[0] ?? '').length).toBeLessThanOrEqual(4_096);
  });
});
