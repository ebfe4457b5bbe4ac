/** Strangers may send anything, from any number of addresses: signed-in people notice nothing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase } from '../../postgres.ts';
import { type RunningBroker, startBroker } from '../running-broker.ts';
import { TestClient, type Tokens } from '../test-client.ts';

const STRANGERS = 60;

describe.each([
  ['SQLite', async () => ({})],
  ['PostgreSQL', async () => ({ DATABASE_URL: await createDatabase() })],
] as const)('strangers of a broker on %s', (_store, storeEnv) => {
  let broker: RunningBroker;
  let client: TestClient;
  let token = '';
  beforeEach(async () => {
    broker = await startBroker({
      env: { ...(await storeEnv()), TRUST_PROXY: '127.0.0.1/32' },
      proofsMax: { sessions: 1_000, signIn: 10 },
    });
    client = new TestClient(broker);
    token = (await client.signIn()).access_token;
  });
  afterEach(() => broker.close());

  const rowsOf = async (table: string) => (await broker.app.database.all(`SELECT * FROM ${table}`)).length;
  const account = async (proof?: string) =>
    (await client.call(token, '/v1/account', proof === undefined ? {} : { proof })).status;

  /** A stranger has a key, an address and a client id that anybody can read in the extension. */
  async function push(index: number, changes: Record<string, string> = {}): Promise<Response> {
    const stranger = new TestClient(broker);
    const path = '/oauth/par';
    return stranger.postForm(
      path,
      { ...stranger.parParameters(), ...changes },
      { dpop: stranger.proof('POST', path), 'x-forwarded-for': `2001:db8:${index.toString(16)}::1` },
    );
  }

  it.each<[string, Record<string, string>, readonly string[]]>([
    ['of an unknown client', { client_id: 'nobody' }, ['invalid_client']],
    ['for an unknown redirect URI', { redirect_uri: 'https://evil.example/' }, ['invalid_request']],
    ['without a challenge', { code_challenge: '' }, ['invalid_request']],
    ['that are right', {}, [undefined as never, 'use_dpop_nonce']],
  ])('lock nobody out with pushed requests %s', async (_what, changes, errors) => {
    const seen = await rowsOf('seen_proofs');
    for (let index = 0; index < STRANGERS; index += 1) {
      const { error } = (await (await push(index, changes)).json()) as { error?: string };
      expect(errors).toContain(error);
    }
    expect(await rowsOf('seen_proofs')).toBe(seen);
    const proof = client.proof('GET', '/v1/account', token);
    expect(await account(proof)).toBe(200);
    expect(await account(proof)).toBe(401);
    expect((await new TestClient(broker).signIn()).token_type).toBe('DPoP');
  });

  it('cannot store a row with codes that Envoke never gave', async () => {
    const [spent, seen] = [await rowsOf('spent_codes'), await rowsOf('seen_proofs')];
    for (let turn = 0; turn < 5; turn += 1) {
      const stranger = new TestClient(broker);
      const path = (await stranger.reachCallback()).replace(/code=[^&]+/, `code=made-up-${turn}`);
      const location = (await stranger.open(path)).headers.get('location') ?? '';
      const code = new URL(location).searchParams.get('code') ?? '';
      expect((await stranger.redeem(code)).status).toBe(400);
    }
    expect([await rowsOf('spent_codes'), await rowsOf('seen_proofs')]).toEqual([spent, seen]);
  });

  it('cannot store a proof with the token of an ended session', async () => {
    const gone = new TestClient(broker);
    const tokens: Tokens = await gone.signIn();
    await gone.revoke(tokens.access_token);
    const seen = await rowsOf('seen_proofs');
    for (let turn = 0; turn < 5; turn += 1) {
      expect((await gone.call(tokens.access_token, '/v1/account')).status).toBe(401);
    }
    expect(await rowsOf('seen_proofs')).toBe(seen);
    expect(await account()).toBe(200);
  });
});
