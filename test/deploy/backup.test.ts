/** Backup and restore as they are run in an emergency: by the scripts, with sessions in the store, and back to work. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../broker/commands/main.ts';
import { type RunningBroker, startBroker } from '../broker/running-broker.ts';
import { TestClient } from '../broker/test-client.ts';
import { createDatabase } from '../postgres.ts';

type Env = Record<string, string>;

const STORES = {
  SQLite: async (folder: string): Promise<Env> => ({
    DATABASE_URL: `sqlite:${join(folder, 'store.sqlite')}`,
  }),
  PostgreSQL: async (): Promise<Env> => ({ DATABASE_URL: await createDatabase() }),
};

describe.each([
  ['SQLite', 'SQLite'],
  ['PostgreSQL', 'PostgreSQL'],
  ['SQLite', 'PostgreSQL'],
] as const)('a backup of %s, restored into %s', (from, to) => {
  let broker: RunningBroker;
  let folder: string;
  let store: Env;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'backup-'));
    store = await STORES[from](folder);
    broker = await startBroker({ env: store });
  });
  afterEach(async () => {
    await broker.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What the script says; its environment is that of an operator, with the node that runs this test and its cache. */
  async function run(script: 'backup' | 'restore', argument: string, env: Env): Promise<string> {
    const { stdout } = await promisify(execFile)('sh', [`deploy/backup/${script}.sh`, argument], {
      env: {
        PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
        ENVOKE_CLIENT_ID: 'an-id',
        ENVOKE_CLIENT_SECRET: 'a-secret',
        DATA_DIR: broker.dataDir,
        ...env,
      },
    });
    return stdout;
  }

  async function takeCopy(): Promise<string> {
    const copies = join(folder, 'copies');
    await run('backup', copies, store);
    const [name = ''] = readdirSync(copies);
    return join(copies, name);
  }

  const restored = () => STORES[to](mkdtempSync(join(folder, 'new-')));

  it('opens the sessions that were in it, with their proof of consent', async () => {
    const client = new TestClient(broker);
    const { access_token } = await client.signIn();
    await client.call(access_token, '/v1/contacts', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k'.repeat(20) },
      body: JSON.stringify({ email: 'ada@example.ca', consent: { status: 'Not Provided' } }),
    });
    const activity = await (await client.call(access_token, '/v1/activity')).text();
    const copy = await takeCopy();
    const place = await restored();
    expect(await run('restore', copy, place)).toContain('rows restored');
    await broker.restart(place);
    broker.clock.advance(121);
    expect((await client.call(access_token, '/v1/account')).status).toBe(200);
    expect((await client.call(access_token, '/v1/contacts?limit=1')).status).toBe(200);
    expect(await (await client.call(access_token, '/v1/activity')).text()).toBe(activity);
  }, 60_000);

  if (from !== to) return;

  it('is readable by its owner alone, as is the restored store, and holds no key and no token', async () => {
    const client = new TestClient(broker);
    const { access_token } = await client.signIn();
    const copy = await takeCopy();
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const text = readFileSync(copy, 'utf8');
    for (const secret of [access_token, ...broker.envoke.grants.accessTokens()]) {
      expect(text).not.toContain(secret);
    }
    const keys = JSON.parse(readFileSync(join(broker.dataDir, 'keys.json'), 'utf8'));
    for (const key of Object.values<string>(keys.vault.keys)) expect(text).not.toContain(key);
    const place = await restored();
    await run('restore', copy, place);
    const file = place.DATABASE_URL?.replace('sqlite:', '') ?? '';
    if (to === 'SQLite') expect(statSync(file).mode & 0o777).toBe(0o600);
  }, 60_000);

  it('is refused when it is cut anywhere, and then restores nothing', async () => {
    await new TestClient(broker).signIn();
    const lines = readFileSync(await takeCopy(), 'utf8')
      .trimEnd()
      .split('\n');
    const cut = join(folder, 'cut.jsonl');
    const place = await restored();
    const restore = async (text: string) => {
      writeFileSync(cut, text);
      const said: string[] = [];
      const say = (line: string) => void said.push(line);
      const env = { ENVOKE_CLIENT_ID: 'an-id', ENVOKE_CLIENT_SECRET: 'a-secret', ...place };
      const code = await runCommand(['restore', cut], { env, now: Date.now, print: say, complain: say });
      return { code, said: said.join() };
    };
    const whole = lines.join('\n');
    for (const text of ['', whole.slice(0, -20), ...lines.map((_, end) => lines.slice(0, end).join('\n'))]) {
      expect(await restore(text)).toEqual({ code: 1, said: expect.stringContaining('not whole') });
    }
    expect(await restore(whole)).toMatchObject({ code: 0 });
  }, 60_000);

  if (from !== 'SQLite') return;

  it('overwrites no store that has rows', async () => {
    await new TestClient(broker).signIn();
    const copy = await takeCopy();
    await expect(run('restore', copy, store)).rejects.toThrow('not empty');
  }, 60_000);

  it('removes old copies only', async () => {
    const copy = await takeCopy();
    const old = join(dirname(copy), 'store-2020-01-01T00-00-00Z.jsonl');
    const other = join(dirname(copy), 'keys.json');
    for (const file of [old, other]) {
      writeFileSync(file, 'x');
      utimesSync(file, 1, 1);
    }
    await run('backup', dirname(copy), store);
    const left = readdirSync(dirname(copy));
    expect(left).toContain('keys.json');
    expect(left).not.toContain('store-2020-01-01T00-00-00Z.jsonl');
  }, 60_000);
});
