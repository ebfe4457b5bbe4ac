/** `doctor` against the Envoke stand-in: each broken link of the chain is named, with what to do. */
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Finding } from '../../../broker/commands/doctor/finding.ts';
import { openPostgres } from '../../../broker/database/postgres.ts';
import { createEnvoke, type Envoke } from '../../envoke/envoke.ts';
import { freePort } from '../../free-port.ts';
import { createDatabase, withWeakUser } from '../../postgres.ts';
import { CLIENT_ID, CLIENT_SECRET, recordTerminal } from './recorded-terminal.ts';

const ORIGIN = 'http://127.0.0.1';

/** The stand-in knows a broker on a free port of this machine where nothing listens: `doctor` listens there itself. */
async function startEnvoke(): Promise<Envoke> {
  const redirectUri = `${ORIGIN}:${await freePort()}/oauth/callback`;
  const envoke = await createEnvoke({
    clients: [{ clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, redirectUri }],
  });
  onTestFinished(() => envoke.close());
  return envoke;
}

async function settingsFor(envoke: Envoke): Promise<Record<string, string>> {
  const { origin, port } = new URL(envoke.clients[0]?.redirectUri ?? '');
  return { ENVOKE_BASE_URL: envoke.url, PORT: port, PUBLIC_URL: origin };
}

async function examine(settings: Record<string, string>, now = Date.now) {
  const terminal = recordTerminal(settings, now);
  const code = await terminal.run('doctor', '--json');
  const report: { ok: boolean; findings: Finding[] } = JSON.parse(terminal.printed());
  return { code, report, of: (step: string) => report.findings.filter((finding) => finding.step === step) };
}

describe('npm run broker -- doctor', () => {
  it('names every setting that cannot be used, without its value, and looks no further', async () => {
    const { code, report } = await examine({ PUBLIC_URL: 'ftp://s3cret', PORT: 's3cret' });
    expect(code).toBe(1);
    expect(report.findings.map(({ message }) => message).join()).toMatch(/PORT/);
    expect(report.findings.every(({ step, level }) => step === 'settings' && level === 'fail')).toBe(true);
    expect(JSON.stringify(report)).not.toContain('s3cret');
  });

  it('fails when Envoke refuses the client and not the code', async () => {
    const envoke = await startEnvoke();
    const { code, of } = await examine({ ...(await settingsFor(envoke)), ENVOKE_CLIENT_SECRET: 'another' });
    expect(of('credentials')).toMatchObject([{ level: 'fail' }]);
    expect(code).toBe(1);
  });

  it.each([
    ['oauth', 'fail', 'ok'],
    ['html', 'warning', 'ok'],
    ['envelope', 'warning', 'ok'],
    ['empty', 'warning', 'warning'],
  ] as const)(
    'tells a wrong secret from a right one when Envoke refuses in the form "%s"',
    async (tokenErrors, wrong, right) => {
      const envoke = await startEnvoke();
      envoke.modes.set({ tokenErrors });
      const settings = await settingsFor(envoke);
      const { of } = await examine({ ...settings, ENVOKE_CLIENT_SECRET: 'another' });
      expect(of('credentials')).toMatchObject([{ level: wrong }]);
      expect((await examine(settings)).of('credentials')).toMatchObject([{ level: right }]);
    },
  );

  it('cannot tell about the credentials when Envoke gives no reason', async () => {
    const envoke = await startEnvoke();
    envoke.modes.set({ loginPage: true });
    const { of } = await examine(await settingsFor(envoke));
    expect(of('credentials')).toMatchObject([
      { level: 'warning', message: expect.stringMatching(/cannot tell/) },
    ]);
  });

  it('fails when Envoke cannot be reached', async () => {
    const settings = { ENVOKE_BASE_URL: `${ORIGIN}:${await freePort()}`, PORT: String(await freePort()) };
    const { code, of } = await examine({ ...settings, PUBLIC_URL: `${ORIGIN}:${settings.PORT}` });
    expect(of('envoke').map(({ level }) => level)).toEqual(['fail', 'fail']);
    expect(of('envoke')[0]?.message).toContain('ECONNREFUSED');
    expect(of('credentials')).toMatchObject([
      { level: 'warning', message: expect.stringMatching(/cannot tell/) },
    ]);
    expect(code).toBe(1);
  });

  it.each([
    [0, 'ok'],
    [-30, 'warning'],
    [600, 'fail'],
  ])('judges a clock that is %i s ahead: %s', async (seconds, level) => {
    const envoke = await startEnvoke();
    const { of } = await examine(await settingsFor(envoke), () => Date.now() + seconds * 1_000);
    expect(of('clock')).toMatchObject([{ level }]);
  });

  it('fails when the store is damaged, and leaves it as it was', async () => {
    const envoke = await startEnvoke();
    const file = join(recordTerminal().dataDir, 'broker.sqlite');
    writeFileSync(file, 'not a database at all');
    const { code, of } = await examine({ ...(await settingsFor(envoke)), DATABASE_URL: `sqlite:${file}` });
    expect(of('store')).toMatchObject([{ level: 'fail', message: expect.stringContaining('corrupt') }]);
    expect(code).toBe(1);
  });

  it('fails when the store of the kept keys is missing, and makes no new store', async () => {
    const envoke = await startEnvoke();
    const terminal = recordTerminal(await settingsFor(envoke));
    await terminal.run('keys', 'list');
    const file = join(terminal.dataDir, 'contacts-for-envoke.sqlite');
    rmSync(file);
    terminal.printed();
    expect(await terminal.run('doctor')).toBe(1);
    expect(terminal.printed()).toMatch(/FAIL {5}store: .* is missing, though keys\.json/);
    expect(existsSync(file)).toBe(false);
  });

  it('fails when a newer version has changed the store', async () => {
    const envoke = await startEnvoke();
    const terminal = recordTerminal(await settingsFor(envoke));
    await terminal.run('keys', 'list');
    const store = new DatabaseSync(join(terminal.dataDir, 'contacts-for-envoke.sqlite'));
    store.exec("INSERT INTO migrations (id, name) VALUES (999, 'from the future')");
    store.close();
    terminal.printed();
    expect(await terminal.run('doctor')).toBe(1);
    expect(terminal.printed()).toMatch(/FAIL {5}store: .*newer version/);
  });

  it('fails when the data folder is no folder, and when the broker cannot listen where it should', async () => {
    const envoke = await startEnvoke();
    const file = join(recordTerminal().dataDir, 'a-file');
    writeFileSync(file, '');
    const { of } = await examine({ ...(await settingsFor(envoke)), DATA_DIR: file, HOST: '192.0.2.1' });
    expect(of('store')).toMatchObject([
      { level: 'fail', message: expect.stringContaining('nothing can be made') },
    ]);
    expect(of('public-url')).toMatchObject([
      { level: 'fail', message: expect.stringContaining('EADDRNOTAVAIL') },
    ]);
  });

  it('fails when PostgreSQL is not there, and when its user may make no tables', async () => {
    const envoke = await startEnvoke();
    const settings = await settingsFor(envoke);
    const gone = await examine({
      ...settings,
      DATABASE_URL: `postgres://a:b@127.0.0.1:${await freePort()}/c`,
    });
    expect(gone.of('store')).toMatchObject([
      { level: 'fail', message: expect.stringContaining('ECONNREFUSED') },
    ]);
    const url = await createDatabase();
    const owner = openPostgres(url);
    await owner.run('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    await owner.close();
    const weak = await examine({ ...settings, DATABASE_URL: (await withWeakUser(url)).url });
    expect(weak.of('store')).toMatchObject([
      { level: 'fail', fix: expect.stringContaining('own the database') },
    ]);
    const none = await examine({ ...settings, DATABASE_URL: `${url}-none` });
    expect(none.of('store')).toMatchObject([
      { level: 'fail', fix: expect.stringContaining('Create the database') },
    ]);
  }, 60_000);

  it('fails when the keys can be read by others', async () => {
    const envoke = await startEnvoke();
    const terminal = recordTerminal(await settingsFor(envoke));
    await terminal.run('keys', 'list');
    chmodSync(join(terminal.dataDir, 'keys.json'), 0o644);
    expect(await terminal.run('doctor')).toBe(1);
    expect(terminal.printed()).toMatch(/FAIL {5}keys: .*chmod 600/);
  });

  it('warns of a redirect URI of no extension, and of a build without one', async () => {
    const envoke = await startEnvoke();
    const settings = { ...(await settingsFor(envoke)), EXTENSION_REDIRECT_URIS: 'https://shop.example.ca/' };
    const { of } = await examine(settings);
    const minded = of('redirect-uris').filter(({ level }) => level === 'warning');
    expect(minded.map(({ message }) => message).join()).toMatch(/shop\.example\.ca.*Chrome.*Firefox/);
  });

  it('fails when the public URL leads to something else', async () => {
    const envoke = await startEnvoke();
    const other = createServer((_request, response) => response.writeHead(200).end('a shop'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      other.close();
    });
    const { port } = other.address() as AddressInfo;
    const { of } = await examine({ ...(await settingsFor(envoke)), PUBLIC_URL: `${ORIGIN}:${port}` });
    expect(of('public-url')).toMatchObject([
      { level: 'fail', message: expect.stringMatching(/did not arrive/) },
    ]);
  });

  it('finds no fault on a correct machine, before and after the first start', async () => {
    const envoke = await startEnvoke();
    const terminal = recordTerminal(await settingsFor(envoke));
    expect(await terminal.run('doctor')).toBe(0);
    expect(terminal.printed()).toContain('the first start makes');
    await terminal.run('keys', 'list');
    terminal.printed();
    expect(await terminal.run('doctor')).toBe(0);
    const text = terminal.printed();
    expect(text).toContain('it refused only the trial code');
    expect(text).not.toContain('can be read by other users');
    expect(text).not.toContain('FAIL');
    expect(text).not.toContain(CLIENT_SECRET);
  });
});
