/** Settings: one message lists all that is wrong, and never a value. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { idleSettings } from '../../../broker/config/idle-settings.ts';
import { nearMisses } from '../../../broker/config/near-misses.ts';
import { SettingsSchema } from '../../../broker/config/setting-schema.ts';
import { ConfigError, loadConfig } from '../../../broker/config.ts';

const good = { ENVOKE_CLIENT_ID: 'an-id', ENVOKE_CLIENT_SECRET: 'canary-secret' };
const faultsOf = (env: Record<string, string>): string[] => {
  try {
    loadConfig({ ...good, ...env });
  } catch (error) {
    if (error instanceof ConfigError) return [...error.faults];
    throw error;
  }
  return [];
};

const folder = mkdtempSync(join(tmpdir(), 'config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("needs only what Envoke gave, and knows Envoke's addresses", () => {
  const config = loadConfig(good);
  expect(config.publicUrl).toBe('http://127.0.0.1:8787');
  expect(config.envoke).toMatchObject({
    authorizeUrl: 'https://e1.envoke.com/ext/oauth/authorize',
    tokenUrl: 'https://e1.envoke.com/ext/oauth/access_token',
    apiUrl: 'https://e1.envoke.com',
    redirectUri: 'http://127.0.0.1:8787/oauth/callback',
  });
  expect(config.session).toEqual({ ttlSeconds: 31_536_000, idleSeconds: 2_592_000 });
});

it('lists every wrong setting at once, without its value', () => {
  const env = {
    ENVOKE_CLIENT_ID: '',
    PORT: 'canary-port',
    PUBLIC_URL: 'http://canary.example.ca',
    SESSION_PROFILE: 'canary-profile',
    TRUST_PROXY: 'canary-proxy',
    DATABASE_URL: 'mysql://canary',
  };
  const faults = faultsOf(env).join('\n');
  for (const name of Object.keys(env)) expect(faults).toContain(name);
  expect(faults).not.toContain('canary');
});

describe('refuses', () => {
  it.each<[string, Record<string, string>, string]>([
    ['a port with a fraction', { PORT: '80.5' }, 'PORT'],
    ['a public URL without TLS', { PUBLIC_URL: 'http://broker.example.ca' }, 'PUBLIC_URL'],
    ['a public URL with a path', { PUBLIC_URL: 'https://broker.example.ca/contacts' }, 'PUBLIC_URL'],
    ['an Envoke without TLS', { ENVOKE_TOKEN_URL: 'http://e1.example/token' }, 'ENVOKE_TOKEN_URL'],
    ['credentials in a URL', { ENVOKE_API_URL: 'https://a:b@e1.example' }, 'ENVOKE_API_URL'],
    [
      'a redirect URI with a fragment',
      { EXTENSION_REDIRECT_URIS: 'https://a.example/#x' },
      'EXTENSION_REDIRECT_URIS',
    ],
    [
      'a redirect URI that is not normalised',
      { EXTENSION_REDIRECT_URIS: 'https://A.example/' },
      'EXTENSION_REDIRECT_URIS',
    ],
    [
      'a redirect URI without TLS',
      { EXTENSION_REDIRECT_URIS: 'http://a.example/' },
      'EXTENSION_REDIRECT_URIS',
    ],
    [
      'a redirect URI on this machine for a public broker',
      { PUBLIC_URL: 'https://broker.example.ca', EXTENSION_REDIRECT_URIS: 'http://127.0.0.1:9/' },
      'while PUBLIC_URL is not',
    ],
    ['a proxy without a network', { TRUST_PROXY: '10.0.0.1' }, 'TRUST_PROXY'],
    ['a proxy named by a word', { TRUST_PROXY: 'loopback' }, 'TRUST_PROXY'],
    ['an IPv4-mapped network', { TRUST_PROXY: '::ffff:10.0.0.0/8' }, 'TRUST_PROXY'],
    ['an IPv4-mapped network spelled out', { TRUST_PROXY: '0:0:0:0:0:ffff:a00:0/104' }, 'TRUST_PROXY'],
    ['a network of everybody', { TRUST_PROXY: '0.0.0.0/0' }, 'TRUST_PROXY'],
    [
      'a strict session of a week',
      { SESSION_PROFILE: 'strict', SESSION_TTL_SECONDS: '604800' },
      'SESSION_TTL_SECONDS',
    ],
    [
      'a database password that is not encoded',
      { DATABASE_URL: 'postgres://u:canary#x@host/broker' },
      'percent-encoded',
    ],
    ['an sslmode that there is not', { DATABASE_URL: 'postgres://u@host/b?sslmode=verify' }, 'sslmode'],
    ['one port for two things', { PORT: '9464', METRICS_PORT: '9464' }, 'METRICS_PORT'],
    ['one key set without the other', { VAULT_KEYS: '{}' }, 'SESSION_SIGNING_KEYS'],
  ])('%s', (_what, env, name) => {
    expect(faultsOf(env)).toEqual([expect.stringContaining(name)]);
  });
});

it('reads a secret from a file, and wants only one of the two', () => {
  const file = join(folder, 'secret');
  writeFileSync(file, 'from-a-file\n');
  const env = { ENVOKE_CLIENT_ID: 'an-id', ENVOKE_CLIENT_SECRET_FILE: file };
  expect(loadConfig(env).envoke.clientSecret).toBe('from-a-file');
  expect(faultsOf({ ENVOKE_CLIENT_SECRET_FILE: file })).toEqual([expect.stringContaining('keep one')]);
  expect(faultsOf({ ENVOKE_CLIENT_ID: '', ENVOKE_CLIENT_ID_FILE: join(folder, 'none') })[0]).toContain(
    'cannot be read',
  );
});

it.each([
  ['ENVOKE_CLIENTSECRET', 'ENVOKE_CLIENT_SECRET'],
  ['TRUST_PROXIES', 'TRUST_PROXY'],
  ['SESSION_PROFILES', 'SESSION_PROFILE'],
  ['DATABSE_URL', 'DATABASE_URL'],
  ['database_url', 'DATABASE_URL'],
  ['VAULT_KEY_FILE', 'VAULT_KEYS_FILE'],
  ['MAX_REQUEST_IN_FLIGHT', 'MAX_REQUESTS_IN_FLIGHT'],
  ['URL_PUBLIC', 'PUBLIC_URL'],
])('recognises %s as a misspelt %s, and says so first', (name, meant) => {
  expect(nearMisses({ [name]: 's3cret' })).toEqual([{ name, meant }]);
  const [first] = faultsOf({ [name]: 's3cret', PORT: 'none' });
  expect(first).toBe(`${name} is no setting of the broker, and is not read: ${meant} is`);
});

it.each([
  ['METRICS_HOST', 'METRICS_PORT'],
  ['SESSION_SIGNING_ACTIVE_KEY_ID', 'SESSION_SIGNING_KEYS'],
  ['VAULT_ACTIVE_KEY_ID', 'VAULT_KEYS'],
])('says that %s has no effect without %s', (name, needed) => {
  expect(idleSettings({ [name]: 's3cret' })).toEqual([
    expect.stringMatching(`^${name} has no effect without ${needed}: `),
  ]);
  expect(idleSettings({ [name]: 's3cret' }).join()).not.toContain('s3cret');
  expect(idleSettings({ [name]: 's3cret', [needed]: 'x' })).toEqual([]);
  expect(idleSettings({ [name]: 's3cret', [`${needed}_FILE`]: 'x' })).toEqual([]);
  expect(idleSettings({ [name]: '', PORT: '1' })).toEqual([]);
});

it('takes no ordinary environment variable for a misspelt setting', () => {
  const names =
    'HOME HOSTNAME LOGNAME PATH PWD SHELL SESSION_MANAGER XDG_SESSION_ID DBUS_SESSION_BUS_ADDRESS';
  const more = 'PGHOST PGPORT NODE_ENV NODE_OPTIONS DATABASE PROXY HTTPS_PROXY NO_PROXY LC_ALL INVOCATION_ID';
  const env = Object.fromEntries(`${names} ${more}`.split(' ').map((name) => [name, 'x']));
  expect(nearMisses(env)).toEqual([]);
});

it('has every setting in .env.example, and nothing else there', () => {
  const lines = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8').split('\n');
  const named = lines.flatMap((line) => /^#?([A-Z][A-Z_]+)=/.exec(line)?.[1] ?? []);
  expect(named.sort()).toEqual(Object.keys(SettingsSchema.properties).sort());
});

it('has in .env.example the defaults that the schema has', () => {
  const text = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
  for (const [name, schema] of Object.entries(SettingsSchema.properties)) {
    const fallback: unknown = 'default' in schema ? schema.default : undefined;
    if (fallback !== undefined) expect(text).toContain(`#${name}=${fallback}\n`);
  }
});
