/** The account and the lists that a form needs, in both versions. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, createBench, createCaller, refusal } from './support.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
beforeEach(() => bench.envoke.modes.reset());
afterAll(() => bench.envoke.close());

const names = async (path: string) => (await bench.api.list(path)).map(({ name }) => name);

describe('GET /v1/settings (section 3.3)', () => {
  it('answers id and name of the account that the token opens', async () => {
    expect((await bench.api.get('/v1/settings')).body).toEqual({
      id: '1042',
      name: 'Municipality of Harbourview',
    });
    const other = createCaller(bench.envoke.url, bench.envoke.issueAccessToken('1043'));
    expect((await other.get('/v1/settings')).body).toEqual({ id: '1043', name: 'Harbourview – Bénévoles' });
  });
});

describe('the v1 lists of id to name', () => {
  it('GET /v1/interests (section 3.4): tags and subscriptions mixed, all of them', async () => {
    const { body } = await bench.api.get('/v1/interests');
    expect(Object.keys(body as object)).toHaveLength(12);
    expect(body).toMatchObject({ 103: 'Board member', 109: 'Monthly newsletter' });
  });

  it('GET /v1/customfields (section 3.5): values are the field names', async () => {
    const { body } = await bench.api.get('/v1/customfields');
    expect(Object.values(body as object)).toEqual([
      'member_number',
      'member_until',
      'department',
      'accessibility',
      'profile_page',
    ]);
  });

  it('GET /v1/autoresponders (section 3.6)', async () => {
    const { body } = await bench.api.get('/v1/autoresponders');
    expect(body).toEqual({ 501: 'Welcome series', 502: 'Série de bienvenue', 503: 'Renewal reminder' });
  });

  it('answer [] when there is nothing (quirk 3)', async () => {
    const logins = [{ email: 'a@b.example.ca', password: 'x' }];
    const small = await createBench({
      accounts: [{ id: '1', name: 'Small', logins, contacts: 0, privateSubscriptions: false }],
    });
    const account = small.envoke.accounts[0];
    for (const { id } of account?.autoresponders.list() ?? []) account?.autoresponders.remove(id);
    expect((await small.api.get('/v1/autoresponders')).text).toBe('[]');
    await small.envoke.close();
  });
});

describe('GET /v2/interests (section 3.4)', () => {
  it('answers objects that tell tags (interest) from subscriptions, by name', async () => {
    const [first] = await bench.api.list('/v2/interests?limit=1');
    expect(first).toMatchObject({
      id: '101',
      type: 'interest',
      name: 'Annual conference',
      group: 'Events',
      display_names: { en: 'Annual conference', fr: 'Congrès annuel' },
    });
    expect(Object.keys(first ?? {}).join(' ')).toBe(
      'id external_id type name group description display_names',
    );
  });

  it('narrows by type and by folder, and refuses another type', async () => {
    const subscriptions = ['Emergency notices', 'Job postings', 'Monthly newsletter', 'Road closures'];
    expect(await names('/v2/interests?type=subscription')).toEqual(subscriptions);
    expect(await names('/v2/interests?type=tag&group=Roles')).toEqual(['Board member', 'Media', 'Volunteer']);
    const error = "Invalid 'type'; allowed values are: tag, subscription";
    expect(await bench.api.get('/v2/interests?type=folder')).toMatchObject(refusal(error));
  });

  it('answers the shape of v1 as result_type=kvp, without the default limit (section 3.0)', async () => {
    const { body } = await bench.api.get('/v2/interests?result_type=kvp');
    expect(body).toEqual((await bench.api.get('/v1/interests')).body);
    expect(await bench.api.list('/v2/interests')).toHaveLength(10);
  });
});

describe('the newest v2 lists (sections 3.0 and 3.2)', () => {
  it('filter by equality and by (ne)', async () => {
    expect(await names('/v2/tags?filter[group]=Events')).toEqual(['Annual conference', 'Open house']);
    expect(await names('/v2/tags?filter[group][(ne)]=Roles')).toHaveLength(5);
    expect(await names('/v2/subscriptions?filter[prefpage_access]=private')).toEqual([]);
    expect(await names('/v2/customfields?filter[field_type]=date')).toEqual(['member_until']);
  });

  it('sort, page and shape', async () => {
    expect(await names('/v2/tags?sort[name]=desc&limit=2')).toEqual(['Volunteer', 'Open house']);
    expect(await names('/v2/tags?sort[name]=asc&limit=1&skip=1')).toEqual(['Board member']);
    expect(await bench.api.list('/v2/customfields?fields=name&limit=1')).toEqual([{ name: 'accessibility' }]);
  });

  it.each([
    ['/v2/tags?filter[type]=tag', "Filtering by 'type' is not supported"],
    ['/v2/tags?filter[name][$regex]=a', "Filter operator '$regex' is not supported for 'name'"],
    ['/v2/tags?sort[group]=asc', "Sorting by 'group' is not supported"],
    ['/v2/customfields?fields=values', "Unknown field 'values' in 'fields'"],
  ])('refuse %s', async (path, error) => {
    expect(await bench.api.get(path)).toMatchObject(refusal(error));
  });
});
