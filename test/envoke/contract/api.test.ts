/** The rules for every path of the API: who may call it, the form of an answer, how a query and a body are read. */
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, createBench, createCaller, NEW_CONTACT, refusal } from './support.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
beforeEach(() => bench.envoke.modes.reset());
afterAll(() => bench.envoke.close());

describe('every API path (section 2) refuses', () => {
  it.each([
    '/v1/settings',
    '/v1/contacts',
    '/v1/contacts/1',
    '/v1/interests',
    '/v2/tags',
    '/v2/customfields',
  ])('%s without a token, and with an unknown one, with 401 and the envelope', async (path) => {
    const unknown = await createCaller(bench.envoke.url, 'unknown').get(path);
    expect(unknown).toMatchObject({ status: 401, body: { success: false, result_data: [] } });
    expect((await fetch(bench.envoke.url + path)).status).toBe(401);
  });

  it('a path it does not have with 404, and a method that a path does not have with 405', async () => {
    expect((await bench.api.get('/v1/nothing')).status).toBe(404);
    expect((await bench.api.get('/v1/contacts/1/2')).status).toBe(404);
    expect((await bench.api.remove('/v1/settings')).status).toBe(405);
  });

  it.each([
    ['an empty body', '', 'Request body may not be empty'],
    ['text that is not JSON', 'email=a%40b.example.ca', 'Request body is not valid JSON'],
    ['a list', '[]', 'Request body must be a JSON object'],
    ['null', 'null', 'Request body must be a JSON object'],
  ])('%s (section 3.0)', async (_, body, error) => {
    expect(await bench.api.post('/v1/contacts', body)).toMatchObject(refusal(error));
  });
});

describe('every API answer (section 2)', () => {
  it('has the recorded headers and no CORS header', async () => {
    const { headers } = await bench.api.get('/v1/contacts?limit=1');
    expect(Object.fromEntries(headers)).toMatchObject({
      server: 'nginx',
      'content-type': 'application/json',
      'transfer-encoding': 'chunked',
      vary: 'Accept-Encoding',
      expires: 'Thu, 19 Nov 1981 08:52:00 GMT',
      'cache-control': 'no-store, no-cache, must-revalidate',
      pragma: 'no-cache',
      'x-server': 'z1a',
      'x-frame-options': 'SAMEORIGIN',
    });
    expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  it('is JSON as PHP writes it: ASCII, with escaped slashes', async () => {
    const { text: said, body } = await bench.api.get('/v1/autoresponders');
    expect(said).toMatch(/^[\x20-\x7e]+$/);
    expect(body).toMatchObject({ 502: 'Série de bienvenue' });
    expect((await bench.api.get('/v2/customfields')).text).toContain('Member number \\/ Num\\u00e9ro');
  });

  it('is the same with .json at the end of the path', async () => {
    expect((await bench.api.get('/v1/settings.json')).body).toEqual(
      (await bench.api.get('/v1/settings')).body,
    );
    expect((await bench.api.get('/v1/contacts/1.json')).body).toEqual(
      (await bench.api.get('/v1/contacts/1')).body,
    );
  });

  it('follows the JSON of a body, whatever its label says (section 2, quirk 7)', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'application/json', 'text/plain']) {
      const response = await fetch(`${bench.envoke.url}/v1/contacts`, {
        method: 'POST',
        headers: { authorization: `Bearer ${bench.envoke.issueAccessToken()}`, 'content-type': type },
        body: JSON.stringify({ ...NEW_CONTACT, email: `${type.replace(/\W/g, '.')}@label.example.ca` }),
      });
      expect(response.status).toBe(200);
    }
  });

  it('reads the query as PHP does: of a repeated key the last counts (quirk 15)', async () => {
    expect(await bench.api.ids('/v1/contacts?filter[id]=3&filter[id]=4')).toEqual([4]);
    expect(await bench.api.ids('/v1/contacts?filter%5Bid%5D%5B%24in%5D%5B%5D=3&filter[id][$in][]=4')).toEqual(
      [3, 4],
    );
  });

  it('stands up to raw requests that are cut off', async () => {
    const socket = connect(Number(new URL(bench.envoke.url).port), '127.0.0.1');
    socket.end('POST /v1/contacts HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{');
    // Closed or reset: either is an end.
    expect(await text(socket).catch(() => '')).not.toContain('200 OK');
    expect((await bench.api.get('/v1/settings')).status).toBe(200);
  });
});

describe('the request log', () => {
  it('knows method, path, query, header names and body, but no header value', async () => {
    bench.envoke.requests.clear();
    await bench.api.patch('/v1/contacts?keyfield=email', { email: 'nobody@example.ca' });
    expect(bench.envoke.requests.count('PATCH', '/v1/contacts')).toBe(1);
    const [entry] = bench.envoke.requests.list();
    expect(entry).toMatchObject({ query: 'keyfield=email', body: '{"email":"nobody@example.ca"}' });
    expect(entry?.headerNames).toContain('authorization');
    expect(JSON.stringify(entry)).not.toContain(bench.envoke.grants.accessTokens()[0]);
  });
});
