/**
 * Set-ups in which nobody can sign in, or not as intended: the first finding of `doctor` for each, and its exit code.
 */
import { spawn } from 'node:child_process';
import { chmodSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildApp } from '../../../broker/app.ts';
import type { Finding } from '../../../broker/commands/doctor/finding.ts';
import { loadConfig } from '../../../broker/config.ts';
import { createEnvoke } from '../../envoke/envoke.ts';
import { freePort } from '../../free-port.ts';
import { type ProxyHabits, startProxy } from './doctor-proxy.ts';
import { CLIENT_ID, CLIENT_SECRET, recordTerminal } from './recorded-terminal.ts';

/** A user id that owns nothing. */
const NOBODY = 65_534;

type Settings = Record<string, string | undefined>;

interface SetUp {
  habits?: ProxyHabits;
  /** Settings that replace those of a correct set-up. */
  settings?: Settings;
  /** The redirect URI that Envoke has registered; the correct one by default. */
  registered?: string;
  isRunning?: boolean;
}

/** A broker behind a proxy behind its public URL, and an Envoke that knows it. */
async function settingsOf({ habits, settings, registered, isRunning }: SetUp): Promise<Settings> {
  const port = await freePort();
  const proxy = await startProxy(habits);
  proxy.leadTo(port);
  const redirectUri = registered ?? `${proxy.url}/oauth/callback`;
  const envoke = await createEnvoke({
    clients: [{ clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, redirectUri }],
  });
  onTestFinished(() => envoke.close());
  const right = {
    ENVOKE_BASE_URL: envoke.url,
    PORT: String(port),
    PUBLIC_URL: proxy.url,
    TRUST_PROXY: '127.0.0.1/32',
  };
  if (isRunning === true) await startBroker({ ...right, ...settings });
  const base = settings?.ENVOKE_BASE_URL?.replace('ENVOKE', envoke.url);
  return { ...right, ...settings, ...(base !== undefined && { ENVOKE_BASE_URL: base }) };
}

async function startBroker(settings: Settings): Promise<void> {
  const { env } = recordTerminal(settings);
  const config = loadConfig(env);
  const app = await buildApp(config, { now: Date.now, log: { write: () => undefined } });
  await app.listen({ host: config.host, port: config.port });
  onTestFinished(() => app.close());
}

async function examine(settings: Settings) {
  const terminal = recordTerminal(settings);
  const code = await terminal.run('doctor', '--json');
  const { findings }: { findings: Finding[] } = JSON.parse(terminal.printed());
  return { code, findings, first: findings.find(({ level }) => level === 'fail') };
}

describe('the doctor', { timeout: 60_000 }, () => {
  it.each([false, true])(
    'finds nothing wrong with a correct proxy (broker running: %s)',
    async (isRunning) => {
      const { code, findings } = await examine(await settingsOf({ isRunning }));
      expect(findings.filter(({ level }) => level === 'fail')).toEqual([]);
      expect(findings.map(({ message }) => message).join()).toContain('out to Envoke and back');
      expect(code).toBe(0);
    },
  );

  it.each<[string, SetUp, RegExp]>([
    [
      'another redirect URI than the registered one',
      { registered: 'https://broker.example.ca/oauth/callback' },
      /does not open its log-in for .*\/oauth\/callback/,
    ],
    [
      'an address of Envoke with the version in it',
      { settings: { ENVOKE_BASE_URL: 'ENVOKE/v1' } },
      /adds \/v1 once more/,
    ],
    [
      'redirect URIs of no build of this project',
      { settings: { EXTENSION_REDIRECT_URIS: `https://${'a'.repeat(32)}.chromiumapp.org/` } },
      /no build of this project can sign in/,
    ],
    [
      'TRUST_PROXIES for TRUST_PROXY',
      { settings: { TRUST_PROXIES: '10.0.0.0/8' } },
      /TRUST_PROXIES .*TRUST_PROXY is/,
    ],
    [
      'ENVOKE_CLIENTSECRET for ENVOKE_CLIENT_SECRET',
      { settings: { ENVOKE_CLIENTSECRET: 's3cret', ENVOKE_CLIENT_SECRET: undefined } },
      /ENVOKE_CLIENTSECRET .*ENVOKE_CLIENT_SECRET is/,
    ],
    [
      'PUBLIC_URI for PUBLIC_URL',
      { settings: { PUBLIC_URI: 'https://x.example.ca' } },
      /PUBLIC_URI .*PUBLIC_URL is/,
    ],
    ['a name in lower case', { settings: { log_level: 'debug' } }, /log_level .*LOG_LEVEL is/],
    [
      'a secret in a file that is not there',
      { settings: { ENVOKE_CLIENT_SECRET: undefined, ENVOKE_CLIENT_SECRET_FILE: '/nowhere/secret' } },
      /it is not there/,
    ],
    [
      'a proxy that strips DPoP',
      { habits: { requestHeaders: ['dpop'] } },
      /takes away the header DPoP of requests/,
    ],
    [
      'a proxy that strips Set-Cookie',
      { habits: { answerHeaders: ['set-cookie'] } },
      /takes away the header Set-Cookie/,
    ],
    [
      'a proxy that strips Cookie',
      { habits: { requestHeaders: ['cookie'] } },
      /takes away the header Cookie/,
    ],
    [
      'a proxy that strips the nonce',
      { habits: { answerHeaders: ['dpop-nonce'] } },
      /takes away the header DPoP-Nonce/,
    ],
    [
      'a proxy that strips Authorization',
      { habits: { requestHeaders: ['authorization'] } },
      /takes away the header Authorization/,
    ],
    ['a proxy that refuses PATCH', { habits: { refusesMethod: 'PATCH' } }, /PATCH .* is answered with 405/],
    [
      'a proxy that rewrites redirects',
      {
        habits: {
          change: (headers) => ('location' in headers ? { location: 'https://broker.example.ca/' } : {}),
        },
      },
      /changes the header Location/,
    ],
    ['a proxy that leads elsewhere', { habits: { path: (path) => `/broker${path}` } }, /did not arrive here/],
    [
      'a proxy that drops queries',
      { habits: { path: (path) => (path.startsWith('/oauth') ? (path.split('?')[0] ?? '') : path) } },
      /the query, of requests/,
    ],
    [
      'a running broker behind a proxy that strips DPoP',
      { habits: { requestHeaders: ['dpop'] }, isRunning: true },
      /takes away the header DPoP of requests/,
    ],
    [
      'a running broker behind a proxy that strips Set-Cookie',
      { habits: { answerHeaders: ['set-cookie'] }, isRunning: true },
      /takes away the header Set-Cookie/,
    ],
    ['a proxy that is not trusted', { settings: { TRUST_PROXY: '' } }, /TRUST_PROXY does not hold it/],
  ])('ends with 1 for %s, and says so first', async (_what, setUp, says) => {
    const { code, first } = await examine(await settingsOf(setUp));
    expect(first?.message).toMatch(says);
    expect(first?.fix).toBeTruthy();
    expect(code).toBe(1);
    expect(JSON.stringify(first)).not.toContain('s3cret');
  });

  it('says that the port is taken when another program has it, and blames no DNS', async () => {
    const settings = await settingsOf({});
    const other = createServer((_request, response) => response.writeHead(404).end());
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const { code, first } = await examine({ ...settings, PORT: String(port) });
    expect(first).toMatchObject({
      step: 'public-url',
      message: expect.stringContaining('taken by another program'),
    });
    expect(first?.fix).toContain('PORT');
    expect(first?.fix).not.toContain('DNS');
    expect(code).toBe(1);
  });

  it('names owner and mode of an unreadable key file, and advises no backup', async () => {
    const settings = await settingsOf({});
    const { env, dataDir, run } = recordTerminal(settings);
    await run('keys', 'list');
    const [file, isRoot] = [join(dataDir, 'keys.json'), process.getuid?.() === 0];
    chmodSync(dataDir, 0o755);
    // Root may read every file, so the command runs as another user.
    if (!isRoot) chmodSync(file, 0o200);
    const child = spawn(process.execPath, ['broker/server.ts', 'doctor', '--json'], {
      env: { ...env, DATABASE_URL: 'sqlite:/nowhere/else.sqlite' },
      ...(isRoot && { uid: NOBODY, gid: NOBODY }),
    });
    const report: { findings: Finding[] } = JSON.parse(await text(child.stdout));
    const [found] = report.findings.filter(({ step, level }) => step === 'keys' && level === 'fail');
    const mode = isRoot ? '0600' : '0200';
    expect(found?.message).toMatch(new RegExp(`belongs to user ${statSync(file).uid} with mode ${mode}`));
    expect(`${found?.message} ${found?.fix}`).not.toContain('backup');
  });

  it('says that a proxy forwards no addresses, not that there is no proxy', async () => {
    const settings = await settingsOf({ habits: { forwards: false }, settings: { TRUST_PROXY: '' } });
    const { findings } = await examine(settings);
    const [proxy] = findings.filter(({ step }) => step === 'proxy');
    expect(proxy).toMatchObject({
      level: 'warning',
      message: expect.stringContaining('without X-Forwarded-For'),
    });
  });

  it('does not warn of variables whose names only resemble settings', async () => {
    const others = {
      HOSTNAME: 'a',
      SESSION_MANAGER: 'b',
      DATABASE: 'c',
      LOGNAME: 'd',
      PGHOST: 'e',
      PUBLIC: 'f',
    };
    expect((await examine(await settingsOf({ settings: others }))).code).toBe(0);
  });
});
