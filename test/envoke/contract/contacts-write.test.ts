/** Adding, updating, upserting and deleting contacts, and the rules of consent. */
import { beforeEach, describe, expect, it } from 'vitest';
import { CONTACT_TEXT_MAX_CHARS } from '../accounts/contact.ts';
import { type Bench, createBench, DAY_MS, NEW_CONTACT, refusal } from './support.ts';

let bench: Bench;
beforeEach(async () => {
  const logins = [{ email: 'a@b.example.ca', password: 'x' }];
  bench = await createBench({
    accounts: [{ id: '1', name: 'Small', logins, contacts: 0, privateSubscriptions: false }],
  });
  return () => bench.envoke.close();
});

const EXISTING = { email: 'known@old.example.ca', first_name: 'Known', interests: { Media: 'Set' } };
const add = (body: object = {}) => bench.api.post('/v1/contacts', { ...NEW_CONTACT, ...body });
const stored = () => bench.envoke.accounts[0]?.people.list() ?? [];

describe('POST /v1/contacts (sections 3.1 and 4) refuses, and adds nothing', () => {
  const long = (name: keyof typeof CONTACT_TEXT_MAX_CHARS) => 'x'.repeat(CONTACT_TEXT_MAX_CHARS[name] + 1);
  it.each<[string, object, string]>([
    ['no e-mail', { email: undefined }, "The field 'email' is required"],
    ['what is no e-mail', { email: 'zoe at home' }, "The field 'email' is not a valid email address"],
    [
      'a first name over 20 characters (quirk 17)',
      { first_name: long('first_name') },
      "The field 'first_name' may not be longer than 20 characters",
    ],
    [
      'a company over 50 characters',
      { company: long('company') },
      "The field 'company' may not be longer than 50 characters",
    ],
    ['null for text', { phone: null }, "The field 'phone' must be a string"],
    ['a field it does not have', { shoe_size: 43 }, "Unknown field 'shoe_size'"],
    [
      'a language that is not two letters',
      { language: 'e1' },
      "Invalid 'language': two letters are expected",
    ],
    ['a status it does not know', { consent_status: 'Maybe' }, "Invalid 'consent_status': 'Maybe'"],
    ['a status that only Envoke sets', { consent_status: 'Expired' }, "Invalid 'consent_status': 'Expired'"],
    ['a custom field it does not have', { custom_fields: { shoe: '43' } }, "Unknown custom field 'shoe'"],
    ['an interest it does not have', { interests: { Shoes: 'Set' } }, "Unknown item 'Shoes' in 'interests'"],
    ['interests as a list of names', { interests: ['Media'] }, "The field 'interests' must be an object"],
    [
      'another word than Set',
      { interests: { Media: true } },
      "The value of 'Media' in 'interests' must be 'Set' or 'Unset'",
    ],
  ])('%s', async (_, change, error) => {
    expect(await add(change)).toMatchObject(refusal(error));
    expect(stored()).toEqual([]);
  });

  it.each(['Express', 'Implied - Inquiry', 'Implied - Transaction', 'Implied - No Expiry'])(
    '%s without a description (section 4.3)',
    async (status) => {
      const error = `The field 'consent_description' is required when 'consent_status' is '${status}'`;
      expect(await add({ consent_status: status, consent_description: ' ' })).toMatchObject(refusal(error));
    },
  );

  it('an e-mail that a contact has already, in any case', async () => {
    await add();
    const twin = await add({ email: 'ZOE.Tremblay@nouveau.example.ca' });
    expect(twin).toMatchObject(
      refusal("A contact with the email 'ZOE.Tremblay@nouveau.example.ca' already exists"),
    );
    expect(stored()).toHaveLength(1);
  });

  it('an automated message for someone who may not be mailed (section 3.6)', async () => {
    const answer = await add({ consent_status: 'Revoked', autoresponders: { 501: 'set' } });
    expect(answer).toMatchObject(refusal("The field 'autoresponders' requires express or implied consent"));
  });

  it('with all that is wrong, not only the first', async () => {
    const { body } = await add({ email: 'x', phone: [], consent_status: 'No' });
    expect((body as { result_data: { errors: string[] } }).result_data.errors).toHaveLength(3);
  });
});

describe('POST /v1/contacts (sections 3.1 and 4)', () => {
  it('answers the envelope with the whole contact', async () => {
    expect(await add()).toMatchObject({
      status: 200,
      body: { success: true, result_text: 'Created', result_data: { id: '1', ...NEW_CONTACT } },
    });
  });

  it('makes a contact without a status Not Provided (section 4.3)', async () => {
    const { body } = await bench.api.post('/v1/contacts', { email: 'a@b.example.ca' });
    expect(body).toMatchObject({ result_data: { consent_status: 'Not Provided', consent_description: '' } });
  });

  it.each(['Not Provided', 'Revoked'])(
    'takes %s without a description (section 7)',
    async (consent_status) => {
      expect((await add({ consent_status, consent_description: undefined })).status).toBe(200);
    },
  );

  it('takes a field at its full length, empty maps and lists, and numbers as text', async () => {
    const answer = await add({
      last_name: 'é'.repeat(20),
      phone: 6135550100,
      interests: {},
      autoresponders: [],
      custom_fields: {},
    });
    expect(answer).toMatchObject({
      body: { result_data: { last_name: 'é'.repeat(20), phone: '6135550100' } },
    });
  });

  it('takes interests by name or id, Set in any case, and drops the rival in an exclusive folder', async () => {
    const answer = await add({
      interests: { Media: 'set', 109: 'SET', 'Level: regular': 'Set', 'Level: student': 'Set' },
    });
    expect(answer.body).toMatchObject({
      result_data: { interests: ['Monthly newsletter', 'Media', 'Level: student'] },
    });
  });

  it.each([
    ['Implied - Inquiry', '2026-07-15 12:00:00'],
    ['Implied - Transaction', '2028-01-15 12:00:00'],
    ['Implied - No Expiry', ''],
    ['Implied: No Expiry', ''],
    ['Express', ''],
  ])('works out when %s ends (section 4.3)', async (consent_status, consent_expiry) => {
    expect((await add({ consent_status })).body).toMatchObject({ result_data: { consent_expiry } });
  });

  it('lets implied consent run out by itself (section 4.3)', async () => {
    await add({ consent_status: 'Implied - Inquiry' });
    bench.wait(180 * DAY_MS);
    expect(await bench.api.list('/v1/contacts')).toMatchObject([{ consent_status: 'Implied - Inquiry' }]);
    bench.wait(2 * DAY_MS);
    expect(await bench.api.list('/v1/contacts?filter[consent_status]=Expired')).toMatchObject([
      { consent_status: 'Expired' },
    ]);
  });
});

describe('POST /v1/contacts?upsert=1 (section 3.1)', () => {
  it('inserts who is new and updates who is not: sent fields only, interests appended (quirk 13)', async () => {
    const upsert = (body: object) => bench.api.post('/v1/contacts?upsert=1', body);
    expect((await upsert(EXISTING)).body).toMatchObject({ result_text: 'Created' });
    const again = await upsert({
      email: 'KNOWN@old.example.ca',
      last_name: 'Person',
      interests: { Volunteer: 'Set' },
    });
    expect(again.body).toMatchObject({
      result_text: 'Updated',
      result_data: { id: '1', first_name: 'Known', last_name: 'Person', interests: ['Media', 'Volunteer'] },
    });
    expect(stored()).toHaveLength(1);
  });

  it('finds by id in the body, and needs upsert=1 itself', async () => {
    await bench.api.post('/v1/contacts', EXISTING);
    const byId = await bench.api.post('/v1/contacts?upsert=1', { id: 1, email: 'moved@new.example.ca' });
    expect(byId.body).toMatchObject({ result_data: { id: '1', email: 'moved@new.example.ca' } });
    expect((await bench.api.post('/v1/contacts?upsert=0', { email: 'moved@new.example.ca' })).status).toBe(
      400,
    );
  });
});

describe('PATCH /v1/contacts/{id} and PATCH /v1/contacts (section 3.1)', () => {
  beforeEach(() => bench.api.post('/v1/contacts', EXISTING));

  it('changes what is sent and nothing else', async () => {
    const before = (await bench.api.get('/v1/contacts/1')).body as object;
    expect((await bench.api.patch('/v1/contacts/1', { last_name: 'Tremblay' })).body).toMatchObject({
      success: true,
      result_text: 'Updated',
      result_data: { id: '1' },
    });
    expect((await bench.api.get('/v1/contacts/1')).body).toEqual({ ...before, last_name: 'Tremblay' });
  });

  it.each<[string, string, object]>([
    ['an id in the path', '/v1/contacts/1', { phone: '613-555-0101' }],
    ['an id in the body', '/v1/contacts', { id: '1', phone: '613-555-0101' }],
    ['an e-mail in the body', '/v1/contacts', { email: 'KNOWN@old.example.ca', phone: '613-555-0101' }],
    [
      'keyfield=email',
      '/v1/contacts?keyfield=email',
      { email: 'known@old.example.ca', phone: '613-555-0101' },
    ],
    ['keyfield=id', '/v1/contacts?keyfield=id', { id: 1, phone: '613-555-0101' }],
  ])('finds the contact by %s', async (_, path, body) => {
    expect((await bench.api.patch(path, body)).status).toBe(200);
    expect(stored()[0]?.text.phone).toBe('613-555-0101');
  });

  it('moves a contact to a new e-mail, but not to one that is taken', async () => {
    await add();
    expect((await bench.api.patch('/v1/contacts/1', { email: 'new@old.example.ca' })).status).toBe(200);
    const error = `A contact with the email '${NEW_CONTACT.email}' already exists`;
    expect(await bench.api.patch('/v1/contacts/1', { email: NEW_CONTACT.email })).toMatchObject(
      refusal(error),
    );
  });

  it('clears a field with empty text, unsets an interest, and takes Unset for what was never set (section 7)', async () => {
    const { body } = await bench.api.patch('/v1/contacts/1', {
      first_name: '',
      interests: { Media: 'Unset', Volunteer: 'Unset' },
    });
    expect(body).toMatchObject({ result_data: { first_name: '', interests: [] } });
  });

  it('revokes, and grants again, as integrators do (section 4.3)', async () => {
    expect((await bench.api.patch('/v1/contacts/1', { consent_status: 'Revoked' })).status).toBe(200);
    const express = { consent_status: 'Express', consent_description: 'Asked again' };
    expect((await bench.api.patch('/v1/contacts/1', express)).body).toMatchObject({ result_data: express });
  });

  it.each<[string, string, object, string]>([
    ['an unknown id', '/v1/contacts/99', { phone: '' }, "Item with id '99' not found"],
    [
      'an unknown e-mail',
      '/v1/contacts',
      { email: 'who@old.example.ca' },
      "Item with id 'who@old.example.ca' not found",
    ],
    ['no key at all', '/v1/contacts', { phone: '' }, "The field 'id' or 'email' is required"],
    ['two ids', '/v1/contacts/1', { id: 2 }, "Provided 'id': 1 does not match 'id' in request body (2)"],
    [
      'another keyfield',
      '/v1/contacts?keyfield=phone',
      { phone: '' },
      "Invalid 'keyfield'; allowed values are: id, email, remote_id",
    ],
    [
      'keyfield=remote_id where it is not switched on',
      '/v1/contacts?keyfield=remote_id',
      { remote_id: 'x' },
      "'keyfield' 'remote_id' is not enabled for this account",
    ],
    [
      'sending allowed without a description',
      '/v1/contacts/1',
      { consent_status: 'Express' },
      "The field 'consent_description' is required when 'consent_status' is 'Express'",
    ],
  ])('refuses %s', async (_, path, body, error) => {
    expect(await bench.api.patch(path, body)).toMatchObject(refusal(error));
  });

  it('passes over what is not for the caller to write', async () => {
    const before = stored()[0];
    await bench.api.patch('/v1/contacts/1', {
      external_id: 'f'.repeat(32),
      date_created: '1999-01-01 00:00:00',
    });
    expect(stored()[0]).toEqual(before);
  });
});

describe('DELETE /v1/contacts/{id} (section 3.1)', () => {
  it('deletes, except who must stay on record', async () => {
    await add();
    await add({ email: 'gone@old.example.ca', consent_status: 'Revoked' });
    expect(await bench.api.remove('/v1/contacts/1')).toMatchObject({
      status: 200,
      body: { success: true, result_text: 'Deleted', result_data: [] },
    });
    expect(await bench.api.remove('/v1/contacts/2')).toMatchObject(
      refusal("A contact with consent 'Revoked' cannot be deleted"),
    );
    expect(stored().map(({ id }) => id)).toEqual([2]);
  });
});
