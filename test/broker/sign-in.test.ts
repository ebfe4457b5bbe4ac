/** Signing in, step by step, against real servers. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningBroker, startBroker } from './running-broker.ts';
import { TestClient } from './test-client.ts';

let broker: RunningBroker;
beforeAll(async () => {
  broker = await startBroker();
});
afterAll(() => broker.close());

it('signs in and answers with the account', async () => {
  const client = new TestClient(broker);
  const tokens = await client.signIn();
  expect(tokens).toMatchObject({ token_type: 'DPoP', scope: 'contacts', expires_in: expect.any(Number) });
  const account = await client.call(tokens.access_token, '/v1/account');
  expect(account.status).toBe(200);
  expect(await account.json()).toMatchObject({ id: '1042', name: 'Municipality of Harbourview' });
});
