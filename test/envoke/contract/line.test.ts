/** The modes of the network: what is done, what is answered, and where the two differ. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEnvoke } from '../envoke.ts';
import { type Bench, createBench, createCaller, NEW_CONTACT } from './support.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
beforeEach(() => bench.envoke.modes.reset());
afterAll(() => bench.envoke.close());

const count = () => bench.envoke.accounts[0]?.people.list().length ?? 0;
let last = 0;
const add = () =>
  bench.api.post('/v1/contacts', { ...NEW_CONTACT, email: `person${++last}@line.example.ca` });

describe('the line (section 7): nothing is done when', () => {
  it.each([
    ['unreachable', { unreachable: 1 }],
    ['serverError', { serverError: 1 }],
    ['loginPage', { loginPage: 1 }],
    ['redirected', { redirected: 1 }],
    ['rateLimited', { rateLimited: 1 }],
    ['transient401', { transient401: 1 }],
    ['successFalse', { successFalse: 1 }],
  ])('%s is on, and the next write is done as ever', async (_, mode) => {
    const before = count();
    bench.envoke.modes.set(mode);
    await add().catch(() => undefined);
    expect(count()).toBe(before);
    expect((await add()).status).toBe(200);
    expect(count()).toBe(before + 1);
  });
});

describe('the line (section 7): all is done, and the caller does not learn it, when', () => {
  it.each([
    ['writeThenDrop', { writeThenDrop: 1 }],
    ['cut', { cut: 1 }],
  ])('%s breaks the connection', async (_, mode) => {
    const before = count();
    bench.envoke.modes.set(mode);
    await expect(add()).rejects.toThrow();
    expect(count()).toBe(before + 1);
  });

  it('writeThenServerError answers 500', async () => {
    const before = count();
    bench.envoke.modes.set({ writeThenServerError: 1 });
    expect((await add()).status).toBe(500);
    expect(count()).toBe(before + 1);
  });

  it('leaves reads and refused writes alone', async () => {
    bench.envoke.modes.set({ writeThenDrop: 1, writeThenServerError: 1 });
    expect((await bench.api.get('/v1/contacts')).status).toBe(200);
    expect((await bench.api.post('/v1/contacts', {})).status).toBe(400);
    bench.envoke.modes.set({ successFalse: 1 });
    expect((await add()).body).toMatchObject({ success: false });
    await expect(add()).rejects.toThrow();
  });
});

describe('the line (section 7)', () => {
  it('unreachable: no byte comes back', async () => {
    bench.envoke.modes.set({ unreachable: 1 });
    await expect(bench.api.get('/v1/settings')).rejects.toThrow();
    expect((await bench.api.get('/v1/settings')).status).toBe(200);
  });

  it('loginPage: HTML with 200', async () => {
    bench.envoke.modes.set({ loginPage: 1 });
    const answer = await bench.api.get('/v1/contacts');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
    expect(answer.text).toContain('<form>');
  });

  it('redirected: 302 to wherever redirectTo says', async () => {
    bench.envoke.modes.set({ redirected: 2 });
    expect((await bench.api.get('/v1/contacts')).headers.get('location')).toBe('/login');
    bench.envoke.modes.set({ redirectTo: 'https://elsewhere.example.org/' });
    expect((await bench.api.get('/v1/contacts')).headers.get('location')).toBe(
      'https://elsewhere.example.org/',
    );
  });

  it.each([
    ['html', /<h1>500<\/h1>/],
    ['empty', /^$/],
  ] as const)(
    'errorBodies %s: 500, 401 and the like lose their envelope; a 400 keeps it',
    async (errorBodies, text) => {
      bench.envoke.modes.set({ errorBodies, serverError: 1 });
      const answer = await bench.api.get('/v1/contacts');
      expect([answer.status, answer.headers.get('content-type')]).toEqual([500, 'text/html; charset=UTF-8']);
      expect(answer.text).toMatch(text);
      expect((await bench.api.post('/v1/contacts', {})).text).toContain('"success":false');
    },
  );

  it('phpNotices: HTML stands before the JSON (quirk 8)', async () => {
    bench.envoke.modes.set({ phpNotices: 1 });
    const { text } = await bench.api.get('/v1/contacts?limit=1');
    expect(text).toMatch(/^<br \/>\n<b>Deprecated<\/b>/);
    expect(JSON.parse(text.slice(text.indexOf('[{')))).toMatchObject([{ id: '1' }]);
  });

  it('labelledHtml: JSON that says it is HTML', async () => {
    bench.envoke.modes.set({ labelledHtml: 1 });
    const answer = await bench.api.get('/v1/settings');
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.body).toMatchObject({ id: '1042' });
  });

  it('wrongShape: text for a list, a list for an object', async () => {
    bench.envoke.modes.set({ wrongShape: 2 });
    expect((await bench.api.get('/v1/contacts')).body).toBe('none');
    expect((await bench.api.get('/v1/settings')).body).toEqual([
      [{ id: '1042', name: 'Municipality of Harbourview' }],
    ]);
  });

  it('wrongFields: the right keys with values of other types', async () => {
    bench.envoke.modes.set({ wrongFields: 1 });
    const [contact] = await bench.api.list('/v1/contacts?limit=1');
    expect(contact).toMatchObject({ id: { value: '1' }, interests: 17 });
  });

  it('endless: the answer starts and does not end', async () => {
    bench.envoke.modes.set({ endless: 1 });
    const authorization = `Bearer ${bench.envoke.issueAccessToken()}`;
    const response = await fetch(`${bench.envoke.url}/v1/settings`, { headers: { authorization } });
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
      bytes += (chunk as Uint8Array).length;
      if (bytes > 1_000_000) break;
    }
    expect(bytes).toBeGreaterThan(1_000_000);
  });

  it('slowMs: a caller with less patience gets nothing, and closing does not wait for it', async () => {
    const slow = await createEnvoke();
    slow.modes.set({ slowMs: 60_000 });
    const signal = AbortSignal.timeout(50);
    await expect(fetch(`${slow.url}/v1/settings`, { signal })).rejects.toThrow();
    const waiting = createCaller(slow.url, 'x')
      .get('/v1/settings')
      .catch((error: unknown) => error);
    await slow.close();
    expect(await waiting).toBeInstanceOf(Error);
  });

  it('slowAnswerMs: the work is done before the caller loses patience', async () => {
    const before = count();
    bench.envoke.modes.set({ slowAnswerMs: 60_000 });
    const impatience = new AbortController();
    const headers = { authorization: `Bearer ${bench.envoke.issueAccessToken()}` };
    const body = JSON.stringify({ ...NEW_CONTACT, email: 'patient@line.example.ca' });
    const init = { method: 'POST', headers, body, signal: impatience.signal };
    const waiting = fetch(`${bench.envoke.url}/v1/contacts`, init).catch((error: unknown) => error);
    await vi.waitFor(() => expect(count()).toBe(before + 1));
    impatience.abort();
    expect(await waiting).toBeInstanceOf(Error);
  });

  it('only: modes of the line spare every other request', async () => {
    bench.envoke.modes.set({ serverError: true, only: 'POST /v1/contacts' });
    expect((await add()).status).toBe(500);
    expect((await bench.api.get('/v1/contacts')).status).toBe(200);
  });

  it('holds for the token endpoint too (except what a token meets), and never for the pages', async () => {
    bench.envoke.modes.set({ loginPage: true, serverError: true });
    const token = await fetch(bench.envoke.tokenUrl, { method: 'POST' });
    expect([token.status, await token.text()]).toEqual([200, expect.stringContaining('<form>')]);
    expect((await fetch(bench.envoke.authorizeUrl)).status).toBe(400);
    bench.envoke.modes.reset();
    bench.envoke.modes.set({ transient401: true, forbidden: true });
    expect((await fetch(bench.envoke.tokenUrl, { method: 'POST' })).status).toBe(400);
  });
});
