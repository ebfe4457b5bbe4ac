/** Listing contacts and reading one. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, createBench, createCaller, NEW_CONTACT, refusal } from './support.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
beforeEach(() => bench.envoke.modes.reset());
afterAll(() => bench.envoke.close());

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('GET /v1/contacts (section 3.1)', () => {
  it('answers a bare array of 10, ids ascending, when nothing is asked for', async () => {
    expect(await bench.api.ids('/v1/contacts')).toEqual(range(1, 10));
  });

  it('pages with limit and skip, and ends with fewer than were asked for (section 3.0)', async () => {
    expect(await bench.api.ids('/v1/contacts?limit=3&skip=5')).toEqual([6, 7, 8]);
    expect(await bench.api.ids('/v1/contacts?limit=100&skip=250')).toEqual(range(251, 300));
    expect(await bench.api.ids('/v1/contacts?skip=300')).toEqual([]);
  });

  it('never answers more than 100', async () => {
    expect(await bench.api.ids('/v1/contacts?limit=5000')).toHaveLength(100);
    expect(await bench.api.ids('/v1/contacts?limit=5000&fields=id')).toHaveLength(100);
  });

  it.each(['limit=ten', 'limit=-1', 'skip=1.5', 'skip[]=1'])('refuses %s', async (query) => {
    const name = query.slice(0, query.search(/[=[]/));
    expect(await bench.api.get(`/v1/contacts?${query}`)).toMatchObject(
      refusal(`'${name}' must be a whole number`),
    );
  });

  it('sorts newest first by id, and by e-mail, in either spelling of the direction', async () => {
    expect(await bench.api.ids('/v1/contacts?sort[id]=DESC&limit=3')).toEqual([300, 299, 298]);
    const emails = (await bench.api.list('/v1/contacts?sort[email]=asc&limit=100')).map(({ email }) =>
      String(email),
    );
    expect(emails).toEqual(emails.toSorted());
  });

  it('refuses to sort by what it does not know, and in no direction it knows', async () => {
    const field = await bench.api.get('/v1/contacts?sort[nonsense]=ASC');
    expect(field).toMatchObject(refusal("Sorting by 'nonsense' is not supported"));
    const direction = await bench.api.get('/v1/contacts?sort[id]=up');
    expect(direction).toMatchObject(refusal("Sort direction of 'id' must be ASC or DESC"));
  });

  it('answers only the fields asked for, in its own order', async () => {
    const [contact] = await bench.api.list('/v1/contacts?fields=email,id&limit=1');
    expect(Object.keys(contact ?? {})).toEqual(['id', 'email']);
    expect(await bench.api.get('/v1/contacts?fields=shoe_size')).toMatchObject(
      refusal("Unknown field 'shoe_size' in 'fields'"),
    );
  });

  it('answers an object of id to e-mail as result_type=kvp, and [] for none', async () => {
    const { body } = await bench.api.get('/v1/contacts?result_type=kvp&limit=2');
    expect(Object.keys(body as object)).toEqual(['1', '2']);
    expect((await bench.api.get('/v1/contacts?result_type=kvp&skip=999')).text).toBe('[]');
  });

  it('shows an account its own contacts only (quirk 18)', async () => {
    const other = createCaller(bench.envoke.url, bench.envoke.issueAccessToken('1043'));
    expect(await other.ids('/v1/contacts?limit=100')).toEqual(range(1, 24));
  });
});

describe('the contact object (sections 3.1 and 4.1)', () => {
  it('has every field in the recorded order', async () => {
    const [contact] = await bench.api.list('/v1/contacts?limit=1');
    expect(Object.keys(contact ?? {}).join(' ')).toBe(
      'id remote_id external_id date_created first_name last_name title email company phone address_1 address_2 ' +
        'city country province postal_code website language feedback consent_status consent_description ' +
        'consent_effective_date consent_expiry custom_fields interests autoresponders',
    );
  });

  it('has text ids, empty text for unset fields, [] for an empty map, lists of names', async () => {
    const added = await bench.api.post('/v1/contacts', {
      ...NEW_CONTACT,
      interests: { 'Board member': 'Set' },
      autoresponders: { 502: 'set' },
    });
    expect(added.body).toMatchObject({
      result_data: {
        id: '301',
        phone: '',
        custom_fields: [],
        interests: ['Board member'],
        autoresponders: ['Série de bienvenue'],
      },
    });
    expect(added.text).toMatch(/"external_id":"[0-9a-f]{32}"/);
  });

  it('tells time as Toronto’s clock shows it, in the space form (section 7)', async () => {
    const [contact] = await bench.api.list(`/v1/contacts?filter[email]=${NEW_CONTACT.email}`);
    expect(contact).toMatchObject({
      date_created: '2026-01-15 12:00:00',
      consent_effective_date: '2026-01-15 12:00:00',
      consent_expiry: '',
    });
  });
});

describe('GET /v1/contacts/{id} (section 3.1)', () => {
  it('answers the contact as the list has it', async () => {
    const [listed] = await bench.api.list('/v1/contacts?filter[id]=7');
    expect((await bench.api.get('/v1/contacts/7')).body).toEqual(listed);
  });

  it.each(['0', '99999', 'seven', '1%2f2', '7%20'])(
    'answers null with 200 for the id %s (section 7)',
    async (id) => {
      expect(await bench.api.get(`/v1/contacts/${id}`)).toMatchObject({ status: 200, text: 'null' });
    },
  );
});
