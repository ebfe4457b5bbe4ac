/** A connection that Envoke refuses, in whatever form: the person is asked to connect again, once. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { MODE_TABLE } from '../envoke/modes/mode-table.ts';
import { type RunningBroker, startBroker } from './running-broker.ts';
import { TestClient } from './test-client.ts';

let broker: RunningBroker;
beforeAll(async () => {
  broker = await startBroker({ env: { RATE_SIGN_IN_PER_MINUTE: '1000' } });
});
beforeEach(() => broker.envoke.modes.reset());
afterAll(() => broker.close());

const WRITE = {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'idempotency-key': 'a-key-of-this-very-test' },
};
const REQUESTS: Record<string, [string, RequestInit?]> = {
  search: ['/v1/contacts?search=tremblay'],
  contact: ['/v1/contacts/12'],
  lists: ['/v1/lists'],
  lookup: [
    '/v1/contacts/lookup',
    { ...WRITE, body: JSON.stringify({ emails: ['zoe.nouvelle@example.ca'] }) },
  ],
  create: [
    '/v1/contacts',
    { ...WRITE, body: JSON.stringify({ email: 'zoe.nouvelle@example.ca', consent_status: 'Not Provided' }) },
  ],
};

const FORMS = MODE_TABLE.endedTokenAnswer.choices;
it.each(FORMS.flatMap((form) => Object.keys(REQUESTS).map((name) => [name, form] as const)))(
  'ends the session at a %s that Envoke answers with %s',
  async (name, endedTokenAnswer) => {
    const client = new TestClient(broker);
    const { access_token } = await client.signIn();
    broker.envoke.grants.withdraw();
    broker.envoke.modes.set({ endedTokenAnswer });
    const [path, init] = REQUESTS[name] ?? [''];
    const answer = await client.call(access_token, path, init);
    expect(await answer.json()).toMatchObject({ type: expect.stringMatching(/connection-ended$/) });
    expect((await client.call(access_token, '/v1/account')).status).toBe(401);
    expect(await broker.app.database.all('SELECT level FROM search_levels')).toEqual([]);
  },
);
