/** The authorize pages, walked through as a browser does. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEnvoke, type Envoke } from '../envoke.ts';
import { visitAuthorize } from '../visitor.ts';

const REDIRECT_URI = 'https://broker.example.ca/oauth/callback';
const CLIENT = { clientId: 'c'.repeat(32), clientSecret: 'not-for-the-browser', redirectUri: REDIRECT_URI };

let envoke: Envoke;
beforeAll(async () => {
  envoke = await createEnvoke({ clients: [CLIENT] });
});
beforeEach(() => envoke.modes.reset());
afterAll(() => envoke.close());

const GOOD: [string, string][] = [
  ['response_type', 'code'],
  ['client_id', CLIENT.clientId],
  ['scope', 'all'],
  ['redirect_uri', REDIRECT_URI],
  ['state', 'a b&c'],
];
const urlOf = (parameters: [string, string][]) => `${envoke.authorizeUrl}?${new URLSearchParams(parameters)}`;
const replaced = (name: string, value: string) =>
  GOOD.map(([key, old]): [string, string] => [key, key === name ? value : old]);

describe('authorize (section 1) refuses, on a page and never by redirect', () => {
  it.each<[string, () => [string, string][]]>([
    ['an unknown client', () => replaced('client_id', 'd'.repeat(32))],
    ['a redirect URI that was not registered', () => replaced('redirect_uri', 'https://evil.example.org/')],
    ['a redirect URI with something added', () => replaced('redirect_uri', `${REDIRECT_URI}/x`)],
    ['a missing redirect URI', () => GOOD.filter(([name]) => name !== 'redirect_uri')],
    ['another response type', () => replaced('response_type', 'token')],
    ['another scope', () => replaced('scope', 'contacts')],
    ['a missing scope', () => GOOD.filter(([name]) => name !== 'scope')],
    ['a doubled parameter', () => [...GOOD, ['state', 'again']]],
    ['client_id before response_type', () => [GOOD[1] ?? ['', ''], GOOD[0] ?? ['', ''], ...GOOD.slice(2)]],
  ])('%s', async (_, parameters) => {
    const response = await fetch(urlOf(parameters()), { redirect: 'manual' });
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).toContain('role="alert"');
  });

  it('a wrong password, without starting a session', async () => {
    await expect(visitAuthorize(urlOf(GOOD), { password: 'guess' })).rejects.toThrow('did not log');
  });

  it('a decision without the form that the session drew', async () => {
    const body = new URLSearchParams({ step: 'authorize', account: '1042', form_token: 'forged' });
    const response = await fetch(urlOf(GOOD), { method: 'POST', body, redirect: 'manual' });
    expect(response.status).toBe(200);
    expect(response.headers.get('location')).toBeNull();
  });

  it('an account that the login cannot open', async () => {
    await expect(visitAuthorize(urlOf(GOOD), { accountId: '2077' })).rejects.toThrow('did not send');
  });
});

describe('authorize (section 1)', () => {
  it('sends the browser back with a code and the state as it was', async () => {
    const back = await visitAuthorize(urlOf(GOOD));
    expect(back.origin + back.pathname).toBe(REDIRECT_URI);
    expect(back.searchParams.get('code')).toMatch(/^[0-9a-f]{40,}$/);
    expect(back.searchParams.get('state')).toBe('a b&c');
  });

  it('works without state, as the vendor’s own integration does', async () => {
    const back = await visitAuthorize(urlOf(GOOD.filter(([name]) => name !== 'state')));
    expect([...back.searchParams.keys()]).toEqual(['code']);
  });

  it('takes the order in which the vendor’s sample has the last two', async () => {
    const [responseType, clientId, scope, redirectUri] = GOOD;
    const sample = [responseType, clientId, redirectUri, scope].filter((pair) => pair !== undefined);
    expect((await visitAuthorize(urlOf(sample))).searchParams.has('code')).toBe(true);
  });

  it('sends a refusal back as access_denied with the state (section 7)', async () => {
    const back = await visitAuthorize(urlOf(GOOD), { decision: 'decline' });
    expect(Object.fromEntries(back.searchParams)).toEqual({ error: 'access_denied', state: 'a b&c' });
  });

  it('ignores parameters it does not know (section 7)', async () => {
    const back = await visitAuthorize(urlOf([...GOOD, ['code_challenge', 'x']]));
    expect(back.searchParams.has('code')).toBe(true);
  });

  it.each([
    ['en-CA,en;q=0.9', 'Log in', 'Password'],
    ['fr-CA,fr;q=0.9,en;q=0.5', 'Se connecter', 'Mot de passe'],
  ])('speaks the browser’s language: %s', async (language, button, label) => {
    const page = await (await fetch(urlOf(GOOD), { headers: { 'accept-language': language } })).text();
    expect(page).toContain(button);
    expect(page).toContain(label);
  });

  it('lets ui_locales choose the language before the browser does', async () => {
    const url = urlOf([...GOOD, ['ui_locales', 'fr']]);
    const page = await (await fetch(url, { headers: { 'accept-language': 'en' } })).text();
    expect(page).toContain('<html lang="fr">');
  });

  it('may not be framed (section 1, login surroundings)', async () => {
    expect((await fetch(urlOf(GOOD))).headers.get('x-frame-options')).toBe('SAMEORIGIN');
  });
});

describe('modes of authorize (section 7)', () => {
  it('stateDropped: the redirect has no state', async () => {
    envoke.modes.set({ stateDropped: true });
    expect((await visitAuthorize(urlOf(GOOD))).searchParams.has('state')).toBe(false);
  });

  it('unknownParametersRefused: one parameter too many is refused, the known five are not', async () => {
    envoke.modes.set({ unknownParametersRefused: true });
    expect((await fetch(urlOf([...GOOD, ['code_challenge', 'x']]))).status).toBe(400);
    expect((await fetch(urlOf(GOOD))).status).toBe(200);
  });

  it('stateMaxChars, stateRefused (N1): a long state is cut, or none is taken', async () => {
    envoke.modes.set({ stateMaxChars: 3 });
    expect((await visitAuthorize(urlOf(GOOD))).searchParams.get('state')).toBe('a b');
    envoke.modes.set({ stateRefused: true });
    expect((await fetch(urlOf(GOOD))).status).toBe(400);
    expect((await fetch(urlOf(GOOD.slice(0, 4)))).status).toBe(200);
  });

  it('declineStays: declining sends nobody back', async () => {
    envoke.modes.set({ declineStays: true });
    await expect(visitAuthorize(urlOf(GOOD), { decision: 'decline' })).rejects.toThrow('did not send');
  });
});
