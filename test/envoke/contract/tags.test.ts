/** Tags and subscriptions, one by one and on many contacts at once. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type Bench, createBench, createCaller, refusal } from './support.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
  return () => bench.envoke.close();
});

describe.each([
  ['tags', 'Roles', 'Newsletters'],
  ['subscriptions', 'Newsletters', 'Roles'],
])('/v2/%s (section 3.4)', (kind, ownFolder, otherFolder) => {
  const path = `/v2/${kind}`;

  it('creates, reads, changes and deletes', async () => {
    const item = {
      name: 'Spring fair',
      group: ownFolder,
      description: 'x',
      display_names: { en: 'Spring fair', fr: 'Foire' },
    };
    const created = await bench.api.post(path, item);
    expect(created).toMatchObject({
      status: 200,
      body: { success: true, result_text: 'Created', result_data: item },
    });
    const [{ id } = { id: '' }] = await bench.api.list(`${path}?filter[name]=Spring fair`);
    const changed = await bench.api.patch(`${path}/${id}`, {
      id: Number(id),
      group: null,
      external_id: 'f'.repeat(32),
    });
    expect(changed.body).toMatchObject({ result_text: 'Updated', result_data: { ...item, id, group: '' } });
    expect(changed.text).not.toContain('f'.repeat(32));
    expect((await bench.api.get(`${path}/${id}`)).body).toMatchObject({ ...item, group: '' });
    expect((await bench.api.remove(`${path}/${id}`)).body).toEqual({
      success: true,
      result_text: 'Deleted',
      result_data: [],
    });
    expect(await bench.api.get(`${path}/${id}`)).toMatchObject(refusal(`Item with id '${id}' not found`));
  });

  it('takes a folder by its id', async () => {
    const folder = bench.envoke.accounts[0]?.groups.list().find(({ name }) => name === ownFolder);
    const created = await bench.api.post(path, { name: 'By id', group: String(folder?.id) });
    expect(created.body).toMatchObject({ result_data: { group: ownFolder } });
  });

  it.each<[string, string, object | string, string]>([
    ['nothing', '', '', 'Request body may not be empty'],
    ['no name', '', { description: 'x' }, "The field 'name' is required"],
    ['a name that is no text', '', { name: 3 }, "The field 'name' must be a string"],
    [
      'labels that are no object',
      '',
      { name: 'x', display_names: 'x' },
      "The field 'display_names' must be an object",
    ],
    ['a folder that is not there', '', { name: 'x', group: 'Nowhere' }, "Invalid 'group': 'Nowhere'"],
    [
      'a folder of the other kind',
      '',
      { name: 'x', group: otherFolder },
      `Invalid 'group': '${otherFolder}'`,
    ],
  ])('refuses %s', async (_, id, body, error) => {
    const { status, body: said } = await bench.api.post(path + id, body);
    expect(status).toBe(400);
    expect((said as { result_data: { errors: string[] } }).result_data.errors).toContain(error);
  });

  it('refuses an id in the body that is not the path’s, and an item of the other kind', async () => {
    const own = kind === 'tags' ? 103 : 109;
    const other = kind === 'tags' ? 109 : 103;
    const error = `Provided 'id': ${own} does not match 'id' in request body (7)`;
    expect(await bench.api.patch(`${path}/${own}`, { id: 7 })).toMatchObject(refusal(error));
    expect(await bench.api.patch(`${path}/${other}`, {})).toMatchObject(
      refusal(`Item with id '${other}' not found`),
    );
  });
});

describe('deleting a tag (section 3.4)', () => {
  it('leaves the contacts, without it', async () => {
    await bench.api.patch('/v1/contacts/1', { interests: { Media: 'Set' } });
    await bench.api.remove('/v2/tags/105');
    const { body } = await bench.api.get('/v1/contacts/1');
    expect(body).toMatchObject({ id: '1' });
    expect((body as { interests: string[] }).interests).not.toContain('Media');
  });
});

describe('prefpage_access of subscriptions (section 3.4)', () => {
  it('is public unless private is asked for, which not every account may', async () => {
    const created = await bench.api.post('/v2/subscriptions', { name: 'Open' });
    expect(created.body).toMatchObject({
      result_data: { prefpage_access: 'public', display_descriptions: { en: '', fr: '' } },
    });
    const hidden = { name: 'Hidden', prefpage_access: 'private' };
    expect((await bench.api.post('/v2/subscriptions', hidden)).body).toMatchObject({ result_data: hidden });
    const small = createCaller(bench.envoke.url, bench.envoke.issueAccessToken('1043'));
    expect((await small.post('/v2/subscriptions', hidden)).status).toBe(400);
    const error = "'prefpage_access' must be one of: public, private";
    expect(await bench.api.patch('/v2/subscriptions/109', { prefpage_access: 'secret' })).toMatchObject(
      refusal(error),
    );
  });
});

describe.each([
  ['tags', 105, 'Media'],
  ['subscriptions', 110, 'Job postings'],
])('/v2/%s/{id}/contacts (section 3.4)', (kind, id, name) => {
  const path = `/v2/${kind}/${id}/contacts`;
  const has = async (contactId: number) =>
    ((await bench.api.get(`/v1/contacts/${contactId}`)).body as { interests: string[] }).interests.includes(
      name,
    );

  it('sets and unsets by id, as often as one likes', async () => {
    for (const _ of [1, 2]) {
      expect(await bench.api.post(path, { contact_ids: [1, 2] })).toMatchObject({
        status: 200,
        body: { success: true, result_text: 'Set to contacts', result_data: { processed: 2 } },
      });
    }
    expect([await has(1), await has(2)]).toEqual([true, true]);
    expect((await bench.api.remove(path, { contact_ids: [1] })).status).toBe(200);
    expect([await has(1), await has(2)]).toEqual([false, true]);
  });

  it('sets by e-mail, and names who was not found without failing', async () => {
    const [known] = bench.envoke.accounts[0]?.people.list() ?? [];
    const emails = [known?.text.email.toUpperCase(), 'who@nowhere.example.ca'];
    expect((await bench.api.post(path, { contact_emails: emails })).body).toEqual({
      success: true,
      result_text: 'Set to contacts. Some contacts not found',
      result_data: { processed: 1, not_found: ['who@nowhere.example.ca'] },
    });
  });

  it.each<[string, object]>([
    ['neither key', {}],
    ['both keys', { contact_ids: [1], contact_emails: ['a@b.example.ca'] }],
    ['no contact', { contact_ids: [] }],
    ['1,001 contacts', { contact_ids: Array.from({ length: 1001 }, (_, index) => index) }],
    ['ids as text', { contact_ids: ['1'] }],
    ['what is no list', { contact_ids: 1 }],
  ])('refuses %s', async (_, body) => {
    expect(await bench.api.post(path, body)).toMatchObject({
      status: 400,
      body: { success: false, result_text: 'Error setting to contacts' },
    });
    expect(await bench.api.post(`/v2/${kind}/9/contacts`, { contact_ids: [1] })).toMatchObject(
      refusal("Item with id '9' not found"),
    );
  });
});
