/** The modes of access, of reading and of writing. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, createBench, NEW_CONTACT, refusal } from './support.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
beforeEach(() => bench.envoke.modes.reset());
afterAll(() => bench.envoke.close());

const statuses = async (path: string, times: number) => {
  const all: number[] = [];
  for (let time = 0; time < times; time++) all.push((await bench.api.get(path)).status);
  return all;
};
let last = 0;
const add = (body: object = {}) =>
  bench.api.post('/v1/contacts', { ...NEW_CONTACT, email: `person${++last}@modes.example.ca`, ...body });

describe('access modes', () => {
  it('transient401 (quirk 2): refused so many times, then works again', async () => {
    bench.envoke.modes.set({ transient401: 2 });
    expect(await statuses('/v1/settings', 4)).toEqual([401, 401, 200, 200]);
  });

  it.each([
    [{ tokenWithdrawn: true }, 'The access token has been revoked'],
    [{ tokenExpired: true }, 'The access token has expired'],
  ])('%j (section 1): 401 until it is switched off', async (mode, result_text) => {
    bench.envoke.modes.set(mode);
    expect(await bench.api.get('/v1/contacts')).toMatchObject({ status: 401, body: { result_text } });
    bench.envoke.modes.reset();
    expect(await statuses('/v1/contacts', 1)).toEqual([200]);
  });

  it.each([
    ['400', 400, 'application/json'],
    ['403', 403, 'application/json'],
    ['200', 200, 'application/json'],
    ['302', 302, 'text/html'],
    ['html', 200, 'text/html'],
    ['500', 500, 'application/json'],
  ] as const)('endedTokenAnswer %s (N5): status %i, %s', async (endedTokenAnswer, status, type) => {
    bench.envoke.modes.set({ endedTokenAnswer });
    expect(await statuses('/v1/settings', 1)).toEqual([200]);
    bench.envoke.modes.set({ tokenWithdrawn: true });
    const answer = await bench.api.get('/v1/settings');
    expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([status, type]);
  });

  it.each([
    ['account_id', { account_id: '1042', name: 'Municipality of Harbourview' }],
    ['wrapped', { success: true, result_data: { id: '1042' } }],
    ['name', { name: 'Municipality of Harbourview' }],
    ['huge-id', { id: Number('9007199254740993') }],
  ] as const)('settingsShape %s (N4)', async (settingsShape, body) => {
    bench.envoke.modes.set({ settingsShape, settingsFailsOnce: 1 });
    expect(await statuses('/v1/settings', 2)).toEqual([500, 200]);
    expect((await bench.api.get('/v1/settings')).body).toMatchObject(body);
  });

  it.each([
    ['number', 1, 0],
    ['text', 'true', 'false'],
  ] as const)('successForm %s (section 3.0)', async (successForm, yes, no) => {
    bench.envoke.modes.set({ successForm });
    expect((await add()).body).toMatchObject({ success: yes });
    expect((await add({ email: '' })).body).toMatchObject({ success: no });
  });

  it.each([
    ['none', [1, 1, 1]],
    ['in', [1, 300, 1]],
    ['operators', [1, 300, 300]],
    ['all', [300, 300, 300]],
  ] as const)('filterIgnored %s (section 3.2): everybody comes', async (filterIgnored, counts) => {
    const { envoke, api } = await createBench();
    envoke.modes.set({ filterIgnored });
    const email = envoke.accounts[0]?.people.list()[0]?.text.email ?? '';
    const filters = [
      `filter[email]=${email}`,
      `filter[email][$in][]=${email}`,
      `filter[email][$regex]=^${email}$`,
    ];
    const found = await Promise.all(filters.map((filter) => api.ids(`/v1/contacts?limit=100&${filter}`)));
    expect(found.map(({ length }) => length)).toEqual(counts.map((count) => Math.min(count, 100)));
    await envoke.close();
  });

  it.each([
    ['all', 2],
    ['first', 1],
    ['last', 1],
  ] as const)('operatorsHeed %s (quirk 15): %i of two are found', async (operatorsHeed, count) => {
    bench.envoke.modes.set({ operatorsHeed });
    const [one, other] = bench.envoke.accounts[0]?.people.list() ?? [];
    const filter = [one, other].map((person) => `filter[id][$in][]=${person?.id}`).join('&');
    expect(await bench.api.ids(`/v1/contacts?${filter}`)).toHaveLength(count);
  });

  it('operatorsFind nobody (section 3.2)', async () => {
    bench.envoke.modes.set({ operatorsFind: 'nobody' });
    expect(await bench.api.ids('/v1/contacts?filter[email][$regex]=a')).toEqual([]);
  });

  it('v2Unauthorized (section 7): Bearer works on /v1 only', async () => {
    bench.envoke.modes.set({ v2Unauthorized: true });
    expect([await statuses('/v2/tags', 1), await statuses('/v1/interests', 1)]).toEqual([[401], [200]]);
  });

  it('forbidden (section 3.1): 403', async () => {
    bench.envoke.modes.set({ forbidden: 1 });
    expect(await statuses('/v1/contacts', 2)).toEqual([403, 200]);
  });

  it.each([
    ['none', null],
    ['seconds', '7'],
    ['date', 'Thu, 15 Jan 2026 17:00:07 GMT'],
  ] as const)('rateLimited with retryAfter %s (section 5)', async (retryAfter, header) => {
    bench.envoke.modes.set({ rateLimited: 1, retryAfter, retryAfterSeconds: 7 });
    const answer = await bench.api.get('/v1/contacts');
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe(header);
    expect(await statuses('/v1/contacts', 1)).toEqual([200]);
  });

  it.each([
    ['401', 401],
    ['429', 429],
  ] as const)('requestsPerSecond with tooFast %s (quirk 2)', async (tooFast, status) => {
    bench.wait(5000);
    bench.envoke.modes.set({ requestsPerSecond: 2, tooFast });
    expect(await statuses('/v1/settings', 3)).toEqual([200, 200, status]);
    bench.wait(1000);
    expect(await statuses('/v1/settings', 1)).toEqual([200]);
  });
});

describe('read modes', () => {
  it('staleReads (quirk 16): a read shows what was before the last write, once', async () => {
    const email = `stale@modes.example.ca`;
    await add({ email });
    bench.envoke.modes.set({ staleReads: 1 });
    expect(await bench.api.ids(`/v1/contacts?filter[email]=${email}`)).toEqual([]);
    expect(await bench.api.ids(`/v1/contacts?filter[email]=${email}`)).toHaveLength(1);
  });

  it('getById and getByIdMiss (section 7): list for object, [] or 404 for null', async () => {
    bench.envoke.modes.set({ getById: 'list', getByIdMiss: 'list' });
    expect((await bench.api.get('/v1/contacts/1')).body).toMatchObject([{ id: '1' }]);
    expect((await bench.api.get('/v1/contacts/9999')).body).toEqual([]);
    bench.envoke.modes.set({ getByIdMiss: '404' });
    expect((await bench.api.get('/v1/contacts/9999')).status).toBe(404);
  });

  it.each([
    ['article', 'Implied: No Expiry', 'Not provided'],
    ['hooks', 'Implied', 'No Consent'],
  ] as const)('consentSpelling %s (section 4.2)', async (consentSpelling, noExpiry, notProvided) => {
    bench.envoke.modes.set({ consentSpelling });
    expect((await add({ consent_status: 'Implied - No Expiry' })).text).toContain(
      `"consent_status":"${noExpiry}"`,
    );
    expect((await add({ consent_status: 'Not Provided' })).text).toContain(
      `"consent_status":"${notProvided}"`,
    );
  });

  it('dateForm, idForm and emptyMaps: ISO dates with offset, ids as numbers, {} for an empty map', async () => {
    bench.envoke.modes.set({ dateForm: 'iso', idForm: 'number', emptyMaps: 'object' });
    const [contact] = await bench.api.list('/v1/contacts?sort[id]=DESC&limit=1');
    expect(contact).toMatchObject({ id: expect.any(Number), custom_fields: {}, consent_expiry: '' });
    expect(contact?.date_created).toMatch(/^2026-01-15T12:\d\d:\d\d-05:00$/);
    expect((await bench.api.get('/v1/settings')).body).toMatchObject({ id: 1042 });
  });
});

describe('write modes', () => {
  it('createAnswer and updateAnswer (section 7): an id only, or nothing', async () => {
    bench.envoke.modes.set({ createStatus: '201', createAnswer: 'id', updateAnswer: 'id' });
    const created = await add();
    expect(created).toMatchObject({ status: 201, body: { success: true } });
    expect((created.body as { result_data: object }).result_data).toEqual({
      id: expect.stringMatching(/^\d+$/),
    });
    const updated = await bench.api.patch('/v1/contacts/1', {});
    expect(updated.body).toMatchObject({ result_text: 'Updated', result_data: { id: '1' } });
    bench.envoke.modes.set({ createAnswer: 'no-data', updateAnswer: 'no-data' });
    expect((await add()).body).toMatchObject({ success: true, result_data: [] });
    expect((await bench.api.patch('/v1/contacts/1', {})).body).toMatchObject({
      success: true,
      result_data: [],
    });
  });

  it('successFalse (section 7): HTTP 200, refused, nothing done; reads are as ever', async () => {
    const before = bench.envoke.accounts[0]?.people.list();
    bench.envoke.modes.set({ successFalse: true });
    expect(await add()).toMatchObject({ status: 200, body: { success: false } });
    expect(bench.envoke.accounts[0]?.people.list()).toEqual(before);
    expect(await statuses('/v1/contacts', 1)).toEqual([200]);
  });

  it('missingItem 404 (section 7): an update of an unknown contact is 404', async () => {
    bench.envoke.modes.set({ missingItem: '404' });
    expect((await bench.api.patch('/v1/contacts/99999', {})).status).toBe(404);
  });

  it('consentChangeRefused (section 7): other changes pass, a change of consent does not', async () => {
    bench.envoke.modes.set({ consentChangeRefused: true });
    await bench.api.post('/v1/contacts?upsert=1', { ...NEW_CONTACT });
    const patch = (body: object) => bench.api.patch('/v1/contacts', { email: NEW_CONTACT.email, ...body });
    expect((await patch({ phone: '613-555-0101' })).status).toBe(200);
    expect((await patch({ consent_status: 'Express', consent_description: 'again' })).status).toBe(200);
    const error = "The field 'consent_status' may not be changed for this contact";
    expect(await patch({ consent_status: 'Revoked' })).toMatchObject(refusal(error));
  });

  it('effectiveDate (section 4.1): passed over, taken as the day the consent began, or refused', async () => {
    const since = '2025-03-31 12:00:00';
    const begun = async (effectiveDate: 'ignored' | 'taken' | 'refused', value = since) => {
      bench.envoke.modes.set({ effectiveDate });
      const { body } = await add({ consent_status: 'Implied - Inquiry', consent_effective_date: value });
      return body;
    };
    expect(await begun('ignored')).not.toMatchObject({ result_data: { consent_effective_date: since } });
    const consent = { consent_effective_date: since, consent_expiry: '2025-09-30 12:00:00' };
    expect(await begun('taken')).toMatchObject({ result_data: consent });
    for (const wrong of ['31 March', '2999-01-01 00:00:00'])
      expect(await begun('taken', wrong)).toMatchObject({ success: false });
    expect(await begun('refused')).toMatchObject({ success: false });
  });

  it('descriptionOptional (section 4.3): the rule bites on insert only', async () => {
    bench.envoke.modes.set({ descriptionOptional: true });
    expect((await bench.api.patch('/v1/contacts/1', { consent_status: 'Express' })).status).toBe(200);
    expect((await add({ consent_description: '' })).status).toBe(400);
  });

  it('overlongTruncated (section 7): cut, not refused', async () => {
    bench.envoke.modes.set({ overlongTruncated: true });
    const { body } = await add({ first_name: 'Maximilienne-Alexandrine' });
    expect(body).toMatchObject({ result_data: { first_name: 'Maximilienne-Alexand' } });
  });

  it('duplicateEmails (section 3.1): one e-mail twice, told apart by remote_id', async () => {
    bench.envoke.modes.set({ duplicateEmails: true });
    await add({ email: 'twin@modes.example.ca', remote_id: 'twin-1' });
    await add({ email: 'twin@modes.example.ca', remote_id: 'twin-2' });
    expect(await bench.api.ids('/v1/contacts?filter[email]=twin@modes.example.ca')).toHaveLength(2);
    await bench.api.patch('/v1/contacts?keyfield=remote_id', { remote_id: 'twin-2', city: 'Elder Creek' });
    expect(
      await bench.api.list('/v1/contacts?filter[city]=Elder Creek&filter[remote_id]=twin-2'),
    ).toHaveLength(1);
  });
});
