/** `keys` beside a broker with a signed-in person: no change signs anybody out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../../broker/commands/main.ts';
import { type RunningBroker, startBroker } from '../running-broker.ts';
import { TestClient } from '../test-client.ts';

let broker: RunningBroker;
let client: TestClient;
let token: string;

beforeAll(async () => {
  broker = await startBroker();
  client = new TestClient(broker);
  token = (await client.signIn()).access_token;
});
afterAll(() => broker.close());

let said: string[] = [];
let complained: string[] = [];
beforeEach(() => {
  said = [];
  complained = [];
});

/** Runs `keys …` on the data folder of the broker. */
function keys(...words: string[]): Promise<number> {
  return runCommand(['keys', ...words], {
    env: { DATA_DIR: broker.dataDir, ENVOKE_CLIENT_ID: 'a', ENVOKE_CLIENT_SECRET: 'b' },
    now: Date.now,
    print: (line) => said.push(line),
    complain: (line) => complained.push(line),
  });
}

async function listed(purpose: string) {
  said = [];
  await keys('list');
  return said
    .map((line) => line.split(/\s+/))
    .filter(([first]) => first === purpose)
    .map(([, kid = '', state = '', sessions = '']) => ({ kid, state, sessions: Number(sessions) }));
}

const active = async (purpose: string) =>
  (await listed(purpose)).find(({ state }) => state === 'active')?.kid ?? '';

/** Adds a key and makes it active, each with a restart after it; the ids of the old and the new one. */
async function renew(purpose: string): Promise<{ old: string; fresh: string }> {
  const old = await active(purpose);
  expect(await keys('add', purpose)).toBe(0);
  await broker.restart();
  const fresh = (await listed(purpose)).at(-1)?.kid ?? '';
  expect(await keys('activate', purpose, fresh)).toBe(0);
  await broker.restart();
  return { old, fresh };
}

const account = () => client.call(token, '/v1/account');

describe('npm run broker -- keys', () => {
  it.each([
    ['nothing', []],
    ['a word that it does not know', ['rotate']],
    ['an action without its set', ['add']],
    ['an action on a set that there is not', ['add', 'master']],
    ['an action without its key', ['drop', 'vault']],
    ['a word too many', ['list', 'vault']],
  ])('refuses %s', async (_what, words) => {
    expect(await keys(...words)).toBe(2);
    expect(complained.join()).toContain('Usage: npm run broker -- keys');
  });

  it.each(['activate', 'retire', 'drop'])('does not %s an unknown key', async (action) => {
    expect(await keys(action, 'vault', 'nobody')).toBe(1);
    expect(complained.join()).toContain('There is no key "nobody"');
  });

  it('does not drop the active key', async () => {
    expect(await keys('drop', 'signing', await active('signing'))).toBe(1);
    expect(complained.join()).toContain('the active one');
  });

  it('does not retire the only key', async () => {
    expect(await keys('retire', 'vault', await active('vault'))).toBe(1);
    expect(complained.join()).toContain('Add another');
  });

  it('prints no key material', async () => {
    await keys('list');
    const file = readFileSync(join(broker.dataDir, 'keys.json'), 'utf8');
    const secrets = [...file.matchAll(/"(?:d|[A-Za-z0-9_-]{8,})": "([A-Za-z0-9_-]{43})"/g)].map(
      (found) => found[1],
    );
    expect(secrets.length).toBeGreaterThanOrEqual(2);
    for (const secret of secrets) expect(said.join()).not.toContain(secret);
  });

  it.each(['signing', 'vault'])(
    'does not make a %s key active, nor seals with it, before the running broker knows it',
    async (purpose) => {
      const old = await active(purpose);
      await keys('add', purpose);
      const fresh = (await listed(purpose)).at(-1)?.kid ?? '';
      for (const change of [
        ['activate', fresh],
        ['retire', old],
      ]) {
        const [action = '', kid = ''] = change;
        expect(await keys(action, purpose, kid)).toBe(1);
        expect(complained.pop()).toContain('1 running broker(s) do not know');
      }
      expect(await active(purpose)).toBe(old);
      expect(await keys('drop', purpose, fresh)).toBe(0);
      expect((await account()).status).toBe(200);
    },
  );

  it('does not drop the key that the running broker still seals with, whatever the file says', async () => {
    const old = await active('vault');
    await keys('add', 'vault');
    await broker.restart();
    const fresh = (await listed('vault')).at(-1)?.kid ?? '';
    expect(await keys('activate', 'vault', fresh)).toBe(0);
    expect(await keys('reseal')).toBe(1);
    expect(complained.pop()).toContain('have another active vault key');
    await broker.app.database.run('DELETE FROM sessions');
    expect(await keys('drop', 'vault', old)).toBe(1);
    expect(complained.pop()).toContain('still have the vault key');
    token = (await client.signIn()).access_token;
    await broker.restart();
    expect((await account()).status).toBe(200);
  });

  it('replaces the signing key without signing anybody out, and keeps the old one while it is needed', async () => {
    const { old, fresh } = await renew('signing');
    expect((await account()).status).toBe(200);
    expect(await keys('drop', 'signing', old)).toBe(1);
    expect(complained.join()).toContain('1 session(s) still need it');
    expect(await listed('signing')).toEqual([
      { kid: old, state: 'retired', sessions: 1 },
      { kid: fresh, state: 'active', sessions: 0 },
    ]);
  });

  it('replaces the vault key without signing anybody out, resealing on the next use', async () => {
    const { old } = await renew('vault');
    expect((await account()).status).toBe(200);
    await expect.poll(async () => (await listed('vault')).find(({ kid }) => kid === old)?.sessions).toBe(0);
    expect(await keys('drop', 'vault', old)).toBe(0);
    await broker.restart();
    expect((await account()).status).toBe(200);
  });

  it('reseals the sessions of absent people by command, which may be repeated', async () => {
    const { old } = await renew('vault');
    expect(await keys('drop', 'vault', old)).toBe(1);
    expect(await keys('reseal')).toBe(0);
    expect(said.join()).toContain('1 session(s) sealed anew');
    said = [];
    expect(await keys('reseal')).toBe(0);
    expect(said.join()).toContain('0 session(s) sealed anew');
    expect(await keys('drop', 'vault', old)).toBe(0);
    await broker.restart();
    expect((await account()).status).toBe(200);
  });

  it('retires the active key in favour of the one added after it', async () => {
    const old = await active('vault');
    await keys('add', 'vault');
    await broker.restart();
    expect(await keys('retire', 'vault', old)).toBe(0);
    expect(await active('vault')).not.toBe(old);
    said = [];
    expect(await keys('retire', 'vault', old)).toBe(0);
    expect(said.join()).toContain('retired already');
    await broker.restart();
    expect((await account()).status).toBe(200);
  });
});
