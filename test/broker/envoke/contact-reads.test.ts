/** Undocumented answers to reading one contact: by filter where Envoke accepts it, otherwise by path. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEnvokeClient } from '../../../broker/envoke/envoke-client.ts';
import { startRawServer } from './raw-server.ts';
import { configOf, failureOf, startBench } from './support.ts';

const CONTACT = { id: '7', email: 'jane@roe.example' };

const OTHER = { id: '8', email: 'john@roe.example' };

/**
 * A client of an Envoke that answers a filter with `listed` and a path with `single`; the account also has another
 * contact.
 */
async function clientOf(listed: [number, unknown], single: [number, unknown], others: unknown[] = [OTHER]) {
  const { envoke } = await startBench();
  const { url, requests } = await startRawServer((request, response) => {
    const url = request.url ?? '';
    const everybody: [number, unknown] = url.includes('/8') ? [200, OTHER] : [200, others];
    const isOther = url.includes('sort') || url.endsWith('/8');
    const [status, json] = url.includes('filter') ? listed : isOther ? everybody : single;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
  });
  const client = createEnvokeClient(configOf(envoke, { apiUrl: `${url}/base` }), { now: Date.now });
  onTestFinished(() => client.close());
  return { client, requests };
}

describe('one contact by its id', () => {
  it('is never another contact, even when Envoke ignores the filter', async () => {
    const { client } = await clientOf([200, [{ id: '8' }]], [200, { id: '8' }]);
    expect((await failureOf(client.getContact('token', '7'))).reason).toBe('wrong-shape');
  });

  it.each([
    ['null', [200, null]],
    ['an empty list', [200, []]],
    ['404', [404, {}]],
  ] as const)('is absent when the filter is refused and the path says %s', async (_what, [status, json]) => {
    const { client } = await clientOf([400, {}], [status, json]);
    expect(await client.getContact('token', '7')).toBeUndefined();
  });

  it('is not reported absent where the path finds no contact at all', async () => {
    const { client } = await clientOf([400, {}], [404, {}], [{ id: '9' }]);
    expect((await failureOf(client.getContact('token', '7'))).reason).toBe('wrong-shape');
  });

  it.each([
    ['an object', CONTACT],
    ['a list', [CONTACT]],
  ])('is found by path as %s when the filter is refused', async (_what, json) => {
    const { client, requests } = await clientOf([400, {}], [200, json]);
    expect(await client.getContact('token', '7')).toMatchObject(CONTACT);
    expect(requests.at(-1)?.url).toBe('/base/v1/contacts/7');
  });

  it('cannot reach another path, whatever the id', async () => {
    const { client, requests } = await clientOf([400, {}], [200, null]);
    await client.getContact('token', '../settings?x=');
    expect(requests.at(-1)?.url).toBe('/base/v1/contacts/..%2Fsettings%3Fx%3D');
  });
});

describe('every request', () => {
  it('has the fixed headers and no others', async () => {
    const { client, requests } = await clientOf([200, []], [200, null]);
    await client.listContacts('token', { limit: 1, skip: 0, filter: { field: 'id', is: '7' } });
    expect(Object.keys(requests[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'authorization',
      'connection',
      'host',
      'user-agent',
    ]);
  });
});

describe('identical reads under way at once', () => {
  const listing = { limit: 5, skip: 0 };

  it('share one request', async () => {
    const { client, envoke, token } = await startBench();
    const pages = await Promise.all([1, 2, 3].map(() => client.listContacts(token, listing)));
    expect(envoke.requests.count('GET', '/v1/contacts')).toBe(1);
    expect(pages[2]).toEqual(pages[0]);
  });

  it('share none with another token', async () => {
    const { client, envoke, token } = await startBench();
    const other = envoke.issueAccessToken(envoke.accounts[1]?.id);
    const [mine, theirs] = await Promise.all([
      client.listContacts(token, listing),
      client.listContacts(other, listing),
    ]);
    expect(envoke.requests.count('GET', '/v1/contacts')).toBe(2);
    expect(mine).not.toEqual(theirs);
  });

  it('share nothing across a write, so that the writer sees the write', async () => {
    const { client, envoke, token } = await startBench();
    envoke.modes.set({ only: 'GET /v1/contacts', slowMs: 50 });
    const before = client.listContacts(token, listing);
    await client.createContact(token, { email: 'new@roe.example', consentStatus: 'Not Provided' });
    const after = client.listContacts(token, listing);
    await Promise.all([before, after]);
    expect((await after)[0]?.email).toBe('new@roe.example');
    expect(envoke.requests.count('GET', '/v1/contacts')).toBe(2);
  });
});
