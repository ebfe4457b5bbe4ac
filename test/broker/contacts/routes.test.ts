/** The contacts API on the wire, of a whole broker, after a real sign-in. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Problem, problemSlug } from '../../../shared/problems.ts';
import type { Activity } from '../../../shared/schemas/account.ts';
import type { Contact, ContactsPage, Lists, LookupAnswer } from '../../../shared/schemas/contact.ts';
import { lacksNames } from '../../../shared/unknown-name.ts';
import { type RunningBroker, startBroker } from '../running-broker.ts';
import { TestClient } from '../test-client.ts';

const DRAFT = {
  email: 'zoe.route@example.ca',
  first_name: 'Zoé',
  consent_status: 'Express',
  consent_description: 'Asked at the counter',
};

let broker: RunningBroker;
let client: TestClient;
let token = '';

beforeAll(async () => {
  broker = await startBroker();
  client = new TestClient(broker);
  token = (await client.signIn()).access_token;
});
afterAll(() => broker.close());

interface Answer<Body> {
  status: number;
  body: Body;
  headers: Headers;
}

async function call<Body = Problem>(
  method: string,
  path: string,
  body?: unknown,
  key: string = randomUUID(),
): Promise<Answer<Body>> {
  const headers = { 'content-type': 'application/json', ...(key === '' ? {} : { 'idempotency-key': key }) };
  const init = body === undefined ? { method } : { method, headers, body: JSON.stringify(body) };
  const response = await client.call(token, path, init);
  return { status: response.status, body: (await response.json()) as Body, headers: response.headers };
}
const problem = ({ status, body }: Answer<Problem>) => `${status} ${problemSlug(body.type)}`;

describe('an address that has not passed the door', () => {
  const written = [
    'lo\u200bcal@example.ca',
    'lo\u00adcal@example.ca',
    'local@example.ca\u0000',
    '\u202elocal@example.ca',
    'local@example。ca',
    'rene\u0301@example.ca',
    '.local@example.ca',
    'mailto:local@example.ca',
    'local@example.ca;',
  ];
  it.each(written)('is not written: %j', async (email) => {
    const added = await call('POST', '/v1/contacts', { ...DRAFT, email });
    const changed = await call('PATCH', '/v1/contacts/1', { email });
    for (const answer of [added, changed]) {
      expect(problem(answer)).toBe('400 invalid-request');
      expect(answer.body.errors?.map(({ pointer }) => pointer)).toContain('/email');
    }
  });

  it.each(written.slice(0, 6))('is not looked up: %j', async (email) => {
    const answer = await call('POST', '/v1/contacts/lookup', { emails: ['ada@example.ca', email] });
    expect(problem(answer)).toBe('400 invalid-request');
    expect(answer.body.errors?.map(({ pointer }) => pointer)).toContain('/emails/1');
  });
});

describe('a request that is not of the right form', () => {
  it.each([
    ['a write without a key', 'POST', '/v1/contacts', DRAFT, ''],
    ['a key that is too short', 'POST', '/v1/contacts', DRAFT, 'short'],
    ['a field that no contact has', 'POST', '/v1/contacts', { ...DRAFT, external_id: 'x' }, undefined],
    [
      'a status that nobody may choose',
      'POST',
      '/v1/contacts',
      { ...DRAFT, consent_status: 'Expired' },
      undefined,
    ],
    ['no consent status', 'POST', '/v1/contacts', { email: DRAFT.email }, undefined],
    ['an e-mail that is none', 'POST', '/v1/contacts', { ...DRAFT, email: 'zoe' }, undefined],
    ['a change of nothing', 'PATCH', '/v1/contacts/7', {}, undefined],
    ['an id that is none', 'PATCH', '/v1/contacts/x', { city: 'Hull' }, undefined],
    ['an unsubscription without a reason', 'POST', '/v1/contacts/7/unsubscribe', {}, undefined],
    ['an unsubscription for a blank one', 'POST', '/v1/contacts/7/unsubscribe', { reason: ' ' }, undefined],
    [
      'an unsubscription for one that nobody can see',
      'POST',
      '/v1/contacts/7/unsubscribe',
      { reason: '\u200b\u00ad' },
      undefined,
    ],
    ['the taking back of nothing', 'POST', '/v1/contacts/void', {}, undefined],
    ['the taking back of two writes', 'POST', '/v1/contacts/void', { create: DRAFT, id: '7' }, undefined],
    ['a look-up of nobody', 'POST', '/v1/contacts/lookup', { emails: [] }, undefined],
    ['a page that is too long', 'GET', '/v1/contacts?limit=101', undefined, undefined],
    ['a filter of its own', 'GET', '/v1/contacts?filter[email]=x', undefined, undefined],
    ['an audit trail of no contact', 'GET', '/v1/activity?contact_id=x', undefined, undefined],
  ])('%s is refused before Envoke is asked', async (_what, method, path, body, key) => {
    const before = broker.envoke.requests.count();
    expect(problem(await call(method, path, body, key))).toBe('400 invalid-request');
    expect(broker.envoke.requests.count()).toBe(before);
  });

  it.each(['/v1/contacts', '/v1/contacts/7', '/v1/lists', '/v1/activity', '/v1/activity.csv'])(
    'at %s without a session is answered 401',
    async (path) => {
      expect((await fetch(broker.url + path)).status).toBe(401);
    },
  );
});

describe('the contacts API', () => {
  it('searches, a page at a time', async () => {
    const { status, body } = await call<ContactsPage>('GET', '/v1/contacts?limit=2&search=nguyen');
    expect(status).toBe(200);
    expect(body.contacts).toHaveLength(2);
    expect(body).toMatchObject({ next_skip: 2, search: 'full' });
  });

  it('adds, repeats, refuses a second one, and gives it', async () => {
    const key = randomUUID();
    const added = await call<Contact>('POST', '/v1/contacts', DRAFT, key);
    expect(added.status).toBe(201);
    expect(await call<Contact>('POST', '/v1/contacts', DRAFT, key)).toMatchObject({
      status: 201,
      body: added.body,
    });
    const refused = await call('POST', '/v1/contacts', DRAFT);
    expect(problem(refused)).toBe('409 contact-exists');
    expect(refused.body.contact).toEqual(added.body);
    expect((await call<Contact>('GET', `/v1/contacts/${added.body.id}`)).body).toEqual(added.body);
  });

  it('looks up, changes, tags and unsubscribes', async () => {
    const { body } = await call<LookupAnswer>('POST', '/v1/contacts/lookup', {
      emails: ['no@roe.example', DRAFT.email],
    });
    const [unknown, known] = body.results;
    expect(unknown?.contact).toBeNull();
    const path = `/v1/contacts/${known?.contact?.id}`;
    expect((await call<Contact>('PATCH', path, { city: 'Hull' })).body.city).toBe('Hull');
    const tagged = await call<Contact>('POST', `${path}/interests`, { set: ['Volunteer'] });
    expect(tagged.body.interests).toEqual(['Volunteer']);
    const ended = await call<Contact>('POST', `${path}/unsubscribe`, { reason: 'Asked by phone' });
    expect(ended.body.consent).toMatchObject({ status: 'Revoked', mailable: 'no' });
    const again = await call('PATCH', path, { consent_status: 'Express', consent_description: 'By phone' });
    expect(problem(again)).toBe('409 consent-confirmation-needed');
    expect(again.body.contact?.consent.status).toBe('Revoked');
  });

  it("passes on Envoke's words with a refusal", async () => {
    const refused = await call('POST', '/v1/contacts', {
      ...DRAFT,
      email: 'b@x.example',
      interests: ['Nonsense'],
    });
    expect(problem(refused)).toBe('422 contact-rejected');
    expect(refused.body.envoke_errors?.join()).toContain('Nonsense');
  });

  it('gives the lists of the forms', async () => {
    const { body } = await call<Lists>('GET', '/v1/lists');
    expect(body.interests).toHaveLength(12);
    expect(body.consent_statuses).toContain('Express');
  });

  it("gives the account's audit trail, and as a file", async () => {
    const { body } = await call<Activity>('GET', '/v1/activity');
    expect(body.entries.map(({ action, outcome }) => `${action} ${outcome}`).sort()).toEqual([
      'create already-there',
      'create done',
      'create refused',
      'interests done',
      'unsubscribe done',
      'update done',
      'update refused',
    ]);
    expect((await call<Activity>('GET', '/v1/activity?limit=1')).body.next_before).toBe(body.entries[0]?.id);
    const file = await client.call(token, '/v1/activity.csv');
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.headers.get('content-disposition')).toContain('activity.csv');
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(JSON.stringify(body)).not.toContain(DRAFT.email);
    const asJson = await client.call(token, '/v1/activity.json');
    expect(asJson.headers.get('content-disposition')).toContain('activity.json');
    const lines = (await asJson.json()) as { email: string }[];
    expect(lines.filter(({ email }) => email === DRAFT.email)).toHaveLength(6);
  });

  it('says in each line of the proof whose name Envoke did not tell', async () => {
    broker.envoke.modes.set({ only: 'GET', serverError: 9 });
    const french = await (await client.call(token, '/v1/activity.csv?language=fr')).text();
    broker.envoke.modes.reset();
    // A refused add is about no contact of Envoke.
    const lines = french
      .trim()
      .split('\r\n')
      .filter((line) => /^2[^,]*,[^,]*,[^,]*,[^,]/.test(line));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => !line.includes('Inconnu : Envoke ne l’a pas dit'))).toEqual([]);
    expect(lacksNames(french)).toBe(true);
    expect(lacksNames(await (await client.call(token, '/v1/activity.json')).text())).toBe(false);
  });

  it('takes back what it has not seen, and never adds it then; says of what it has seen who it is', async () => {
    const [unseen, seen] = [randomUUID(), randomUUID()];
    const other = { ...DRAFT, email: 'seen.route@example.ca' };
    const added = await call<Contact>('POST', '/v1/contacts', other, seen);
    const takeBack = (create: object, key: string) => call('POST', '/v1/contacts/void', { create }, key);
    expect(await takeBack(other, seen)).toMatchObject({ status: 200, body: { contact_id: added.body.id } });
    expect(await takeBack(DRAFT, unseen)).toMatchObject({ status: 200, body: { contact_id: null } });
    expect(problem(await call('POST', '/v1/contacts', DRAFT, unseen))).toBe('422 idempotency-key-reused');
  });

  it('logs nobody: no e-mail, no name, no token', () => {
    const log = broker.log.join('');
    for (const secret of [
      DRAFT.email,
      'Zoé',
      'tremblay',
      'Nonsense',
      ...broker.envoke.grants.accessTokens(),
    ]) {
      expect(log).not.toContain(secret);
    }
  });
});
