/** The modes for what section 7 leaves open about matching, writing and refusing. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { visitAuthorize } from '../visitor.ts';
import { type Bench, createBench, NEW_CONTACT, refusal } from './support.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
beforeEach(() => bench.envoke.modes.reset());
afterAll(() => bench.envoke.close());

let last = 0;
const add = (body: object = {}) =>
  bench.api.post('/v1/contacts', { ...NEW_CONTACT, email: `person${++last}@unknowns.example.ca`, ...body });
const patch = (body: object) => bench.api.patch('/v1/contacts/1', body);

describe('refusals', () => {
  it('refusalStatus 200: a validation failure of a read or a write hides behind HTTP 200', async () => {
    bench.envoke.modes.set({ refusalStatus: '200' });
    const soft = (error: string) => ({ ...refusal(error), status: 200 });
    expect(await bench.api.get('/v1/contacts?filter[phone][$regex]=1')).toMatchObject(
      soft("Filter operator '$regex' is not supported for 'phone'"),
    );
    expect(await bench.api.post('/v1/contacts', {})).toMatchObject(soft("The field 'email' is required"));
  });

  it('duplicateError other: a used e-mail is refused in other words', async () => {
    const email = 'twice@unknowns.example.ca';
    await add({ email });
    expect(await add({ email })).toMatchObject(refusal(`A contact with the email '${email}' already exists`));
    bench.envoke.modes.set({ duplicateError: 'other' });
    expect(await add({ email })).toMatchObject(refusal('Duplicate entry'));
  });

  it('wwwAuthenticate: a 401 says what it wants, and does not otherwise', async () => {
    bench.envoke.modes.set({ tokenExpired: true });
    expect((await bench.api.get('/v1/settings')).headers.get('www-authenticate')).toBeNull();
    bench.envoke.modes.set({ wwwAuthenticate: true });
    const { headers } = await bench.api.get('/v1/settings');
    expect(headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
  });

  it('urlMaxChars: a longer path with its query is 414', async () => {
    bench.envoke.modes.set({ urlMaxChars: 100 });
    expect((await bench.api.get('/v1/contacts?limit=1')).status).toBe(200);
    expect((await bench.api.get(`/v1/contacts?filter[email]=${'x'.repeat(100)}`)).status).toBe(414);
  });
});

describe('matching', () => {
  it('emailCaseSensitive: another case is another person, to filters and to the duplicate check', async () => {
    const find = () => bench.api.ids('/v1/contacts?filter[email]=Case@unknowns.example.ca');
    await add({ email: 'case@unknowns.example.ca' });
    expect(await find()).toHaveLength(1);
    expect((await add({ email: 'CASE@unknowns.example.ca' })).status).toBe(400);
    bench.envoke.modes.set({ emailCaseSensitive: true });
    expect(await find()).toEqual([]);
    expect((await add({ email: 'CASE@unknowns.example.ca' })).status).toBe(200);
  });

  it('inRefused: $in is a validation error', async () => {
    bench.envoke.modes.set({ inRefused: true });
    expect(await bench.api.get('/v1/contacts?filter[email][$in][]=a@b.example.ca')).toMatchObject(
      refusal("Filter operator '$in' is not supported for 'email'"),
    );
  });

  it('interestFilterTaken: finds who has a tag, which is a validation error otherwise', async () => {
    const path = '/v1/contacts?filter[interests]=Board member&limit=100';
    expect((await bench.api.get(path)).status).toBe(400);
    bench.envoke.modes.set({ interestFilterTaken: true });
    const found = await bench.api.list(path);
    expect(found.length).toBeGreaterThan(0);
    for (const { interests } of found) expect(interests).toContain('Board member');
  });

  it.each([
    ['ascending', (ids: number[]) => ids.toSorted((a, b) => a - b)],
    ['descending', (ids: number[]) => ids.toSorted((a, b) => b - a)],
  ] as const)('unsortedOrder %s: the order when none is asked for', async (unsortedOrder, inOrder) => {
    bench.envoke.modes.set({ unsortedOrder });
    const ids = await bench.api.ids('/v1/contacts?limit=100');
    expect(ids).toEqual(inOrder(ids));
  });

  it('unsortedOrder shuffled: another order each time, unless a sort is asked for', async () => {
    bench.envoke.modes.set({ unsortedOrder: 'shuffled' });
    const path = '/v1/contacts?limit=100';
    expect(await bench.api.ids(path)).not.toEqual(await bench.api.ids(path));
    expect(await bench.api.ids(`${path}&sort[id]=ASC`)).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 1),
    );
  });
});

describe('writing', () => {
  it('createStatus 201: a created contact, whatever its result_data', async () => {
    bench.envoke.modes.set({ createStatus: '201' });
    expect(await add()).toMatchObject({ status: 201, body: { result_data: { last_name: 'Tremblay' } } });
  });

  it('descriptionAlways: no status without a description', async () => {
    bench.envoke.modes.set({ descriptionAlways: true });
    const status = 'Revoked';
    const error = `The field 'consent_description' is required when 'consent_status' is '${status}'`;
    expect(await patch({ consent_status: status })).toMatchObject(refusal(error));
    expect((await patch({ consent_status: status, consent_description: 'Asked by phone' })).status).toBe(200);
  });

  it('unknownItems ignored: what nothing is named is passed over', async () => {
    const body = { custom_fields: { nothing: 'x' }, interests: { Nothing: 'Set' } };
    expect((await patch(body)).status).toBe(400);
    bench.envoke.modes.set({ unknownItems: 'ignored' });
    const { text, status } = await patch(body);
    expect([status, text.includes('othing')]).toEqual([200, false]);
  });

  it('unsetRefused: unsetting what is not set is a validation error', async () => {
    const unset = { interests: { 'Open house': 'Unset' } };
    expect((await patch(unset)).status).toBe(200);
    bench.envoke.modes.set({ unsetRefused: true });
    expect(await patch(unset)).toMatchObject(refusal("'Open house' is not set"));
  });

  it('clearingIgnored: an empty value leaves the field, the others are written', async () => {
    await patch({ city: 'Hull', title: 'Clerk' });
    bench.envoke.modes.set({ clearingIgnored: true });
    expect((await patch({ city: '', title: 'Mayor' })).body).toMatchObject({
      result_data: { city: 'Hull', title: 'Mayor' },
    });
  });

  it('languagesLimited: en, fr and none', async () => {
    expect((await patch({ language: 'iu' })).status).toBe(200);
    bench.envoke.modes.set({ languagesLimited: true });
    expect(await patch({ language: 'iu' })).toMatchObject(
      refusal("Invalid 'language'; allowed values are: en, fr"),
    );
    expect((await patch({ language: 'fr' })).status).toBe(200);
    expect((await patch({ language: '' })).status).toBe(200);
  });

  it('counts characters and not their halves', async () => {
    expect((await patch({ first_name: '𝒜'.repeat(20) })).status).toBe(200);
    bench.envoke.modes.set({ overlongTruncated: true });
    expect((await patch({ first_name: '𝒜'.repeat(21) })).body).toMatchObject({
      result_data: { first_name: '𝒜'.repeat(20) },
    });
  });
});

describe('codes', () => {
  it('codeSeconds: live as long as that', async () => {
    const { envoke } = bench;
    const [client] = envoke.clients;
    const parameters = { response_type: 'code', client_id: client?.clientId ?? '', scope: 'all' };
    const query = new URLSearchParams({ ...parameters, redirect_uri: client?.redirectUri ?? '' });
    envoke.modes.set({ codeSeconds: 5 });
    const code = (await visitAuthorize(`${envoke.authorizeUrl}?${query}`)).searchParams.get('code') ?? '';
    bench.wait(5_000);
    const answer = await fetch(envoke.tokenUrl, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        client_id: client?.clientId ?? '',
        client_secret: client?.clientSecret ?? '',
        redirect_uri: client?.redirectUri ?? '',
      }),
    });
    expect(await answer.json()).toMatchObject({ error: 'invalid_grant' });
  });
});
