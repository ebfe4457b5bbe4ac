/** Filters on contacts: what they find and what they refuse. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, createBench, refusal } from './support.ts';

let bench: Bench;

const PEOPLE = [
  { email: 'Ada.Roy@north.example.ca', first_name: 'Ada', last_name: 'Roy', company: 'Ville de Nord' },
  { email: 'bea@south.example.ca', first_name: 'Béa', last_name: 'Roy', remote_id: 'crm-b' },
  {
    email: 'cy@south.example.ca',
    first_name: 'Cy',
    last_name: 'Lee',
    custom_fields: { member_number: 'M-7' },
  },
];

beforeAll(async () => {
  const logins = [{ email: 'a@b.example.ca', password: 'x' }];
  const accounts = [{ id: '1', name: 'Small', logins, contacts: 0, privateSubscriptions: false }];
  bench = await createBench({ accounts });
  for (const person of PEOPLE) await bench.api.post('/v1/contacts', person);
});
beforeEach(() => bench.envoke.modes.reset());
afterAll(() => bench.envoke.close());

describe('filter (section 3.2) finds', () => {
  it.each([
    ['by equality', 'filter[email]=bea@south.example.ca', [2]],
    ['an e-mail whatever its case (section 7)', 'filter[email]=ADA.roy@North.example.ca', [1]],
    ['a name only in its own case', 'filter[first_name]=ada', []],
    ['by id', 'filter[id]=3', [3]],
    ['by remote_id', 'filter[remote_id]=crm-b', [2]],
    ['by two fields, both of which must fit', 'filter[last_name]=Roy&filter[first_name]=Ada', [1]],
    ['by a custom field', 'filter[custom_fields.member_number]=M-7', [3]],
    ['by consent status', 'filter[consent_status]=Not Provided', [1, 2, 3]],
    ['with $ne', 'filter[last_name][$ne]=Roy', [3]],
    [
      'with $in',
      'filter[email][$in][]=cy@south.example.ca&filter[email][$in][]=bea@south.example.ca',
      [2, 3],
    ],
    ['with $regex, in any case', 'filter[email][$regex]=SOUTH', [2, 3]],
    ['with $regex and alternation', 'filter[first_name][$regex]=ada|cy', [1, 3]],
    ['with $regex on a custom field', 'filter[custom_fields.member_number][$regex]=^m', [3]],
    ['with $regex, accents as they are', 'filter[first_name][$regex]=bea', []],
    ['with $gt and $lte on ids', 'filter[id][$gt]=1&filter[id][$lte]=2', [2]],
    [
      'with $gte and $lt on dates',
      'filter[date_created][$gte]=2026-01-15&filter[date_created][$lt]=2026-01-16',
      [1, 2, 3],
    ],
    ['with $or', 'filter[$or][0][company][$regex]=nord&filter[$or][1][first_name]=Cy', [1, 3]],
    [
      'with $and around $or',
      'filter[$and][0][last_name]=Roy&filter[$and][1][$or][0][first_name]=Cy&filter[$and][1][$or][1][email][$regex]=bea',
      [2],
    ],
  ])('%s', async (_, query, ids) => {
    expect(await bench.api.ids(`/v1/contacts?${query}`)).toEqual(ids);
  });
});

describe('filter (section 3.2) refuses', () => {
  it.each([
    ['an unknown field', 'filter[shoe_size]=43', "Filtering by 'shoe_size' is not supported"],
    ['interests (section 7)', 'filter[interests]=Media', "Filtering by 'interests' is not supported"],
    [
      'an unknown custom field',
      'filter[custom_fields.shoe]=43',
      "Filtering by 'custom_fields.shoe' is not supported",
    ],
    ['an unknown operator', 'filter[email][$like]=a', "Filter operator '$like' is not supported for 'email'"],
    ['an unknown operator at the top', 'filter[$nor][0][id]=1', "Filter operator '$nor' is not supported"],
    [
      'the v2 spelling of not-equal',
      'filter[email][(ne)]=a',
      "Filter operator '(ne)' is not supported for 'email'",
    ],
    ['$regex on an id', 'filter[id][$regex]=1', "Filter operator '$regex' is not supported for 'id'"],
    ['$gt on a name', 'filter[last_name][$gt]=A', "Filter operator '$gt' is not supported for 'last_name'"],
    ['a pattern that is none', 'filter[email][$regex]=(', 'Filter pattern is not a valid regular expression'],
    ['$or without a list', 'filter[$or][email]=a', "Filter operator '$or' needs a list of filters"],
    ['$and with text', 'filter[$and]=a', "Filter operator '$and' needs a list of filters"],
    ['a branch that is no filter', 'filter[$or][0]=a', "'filter' must name a field"],
    ['a filter that is no filter', 'filter=a', "'filter' must name a field"],
    [
      'a map where text belongs',
      'filter[email][$ne][x]=a',
      "Filter operator '$ne' is not supported for 'email'",
    ],
    ['__proto__', 'filter[__proto__][x]=a', "Filtering by '__proto__' is not supported"],
  ])('%s', async (_, query, error) => {
    expect(await bench.api.get(`/v1/contacts?${query}`)).toMatchObject(refusal(error));
  });
});

describe('modes of filtering (section 7)', () => {
  it('regexRefused: $regex is a validation error', async () => {
    bench.envoke.modes.set({ regexRefused: true });
    const error = "Filter operator '$regex' is not supported for 'email'";
    expect(await bench.api.get('/v1/contacts?filter[email][$regex]=a')).toMatchObject(refusal(error));
    expect(await bench.api.ids('/v1/contacts?filter[id]=1')).toEqual([1]);
  });

  it('regexCaseSensitive: $regex minds case', async () => {
    bench.envoke.modes.set({ regexCaseSensitive: true });
    expect(await bench.api.ids('/v1/contacts?filter[email][$regex]=SOUTH')).toEqual([]);
  });

  it('orRefused: $or is a validation error, once when set to 1', async () => {
    bench.envoke.modes.set({ orRefused: 1 });
    const path = '/v1/contacts?filter[$or][0][id]=1';
    expect(await bench.api.get(path)).toMatchObject(refusal("Filter operator '$or' is not supported"));
    expect(await bench.api.ids(path)).toEqual([1]);
  });

  it.each(['company', 'city', 'province', 'country', 'consent_status'])(
    'unprovenFiltersRefused: %s cannot be filtered',
    async (field) => {
      bench.envoke.modes.set({ unprovenFiltersRefused: true });
      const error = `Filtering by '${field}' is not supported`;
      expect(await bench.api.get(`/v1/contacts?filter[${field}]=x`)).toMatchObject(refusal(error));
    },
  );
});
