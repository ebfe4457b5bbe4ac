/**
 * The guide for calling Envoke by hand: its curl lines, and the collection as RESTer imports it, run against the
 * stand-in.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../../broker/config.ts';
import { createEnvoke, type Envoke } from '../../envoke/envoke.ts';
import { visitAuthorize } from '../../envoke/visitor.ts';

const GUIDE = readFileSync('docs/envoke-by-hand.md', 'utf8');
const COLLECTION = 'docs/requests/contacts-for-envoke.rester.json';
const SECRET = 'a secret & more';

let envoke: Envoke;
beforeAll(async () => {
  const redirectUri = 'https://broker.example.ca/oauth/callback';
  envoke = await createEnvoke({
    clients: [{ clientId: 'c'.repeat(32), clientSecret: SECRET, redirectUri }],
  });
});
afterAll(() => envoke.close());

interface Sent {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | undefined;
}

const send = async ({ method, url, headers, body }: Sent) => {
  const response = await fetch(url, { method, headers, body: body ?? null, redirect: 'manual' });
  return { status: response.status, json: JSON.parse(await response.text()) as Record<string, unknown> };
};

describe('the lines for curl', () => {
  const lines = (/```sh\n([\s\S]*?)```/.exec(GUIDE)?.[1] ?? '').trim().split('\n');

  /** What curl sends for a line, by the options that the guide uses. */
  function curled(line: string, variables: Readonly<Record<string, string>>): Sent {
    const filled = line.replace(/\$([A-Z_]+)/g, (_, name: string) => variables[name] ?? '');
    const words = [...filled.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) =>
      word.replace(/["']/g, ''),
    );
    const sent: Sent = { method: 'GET', url: '', headers: {}, body: undefined };
    const data: string[] = [];
    for (let at = 1; at < words.length; at += 1) {
      const [word = '', next = ''] = words.slice(at);
      if (word === '-H') sent.headers[next.split(': ')[0] ?? ''] = next.split(': ')[1] ?? '';
      else if (word === '-d') data.push(next);
      else if (word === '--data-urlencode')
        data.push(next.replace(/=(.*)$/, (_, value: string) => `=${encodeURIComponent(value)}`));
      else if (word === '-sGo' || word === '-w' || word === '-s') at -= word === '-s' ? 1 : 0;
      else sent.url = word;
      if (word !== sent.url) at += 1;
    }
    if (data.length === 0) return sent;
    if (line.includes('-sGo')) return { ...sent, url: `${sent.url}?${data.join('&')}` };
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    return { ...sent, method: 'POST', headers: { ...sent.headers, ...form }, body: data.join('&') };
  }

  it('are ten, and lead from the authorize address to a contact', async () => {
    expect(lines).toHaveLength(10);
    const variables: Record<string, string> = {
      ENVOKE: envoke.url,
      CLIENT_ID: 'c'.repeat(32),
      CLIENT_SECRET: SECRET,
      REDIRECT_URI: 'https://broker.example.ca/oauth/callback',
    };
    const [authorize = '', exchange = '', settings = '', contacts = ''] = lines.filter((line) =>
      line.startsWith('curl'),
    );
    const back = await visitAuthorize(curled(authorize, variables).url);
    variables.CODE = back.searchParams.get('code') ?? '';
    envoke.modes.set({ tokenOrder: 'strict' });
    const grant = await send(curled(exchange, variables));
    variables.ACCESS_TOKEN = String(grant.json.access_token);
    expect(grant).toMatchObject({ status: 200, json: { token_type: 'Bearer' } });
    expect((await send(curled(settings, variables))).json).toMatchObject({ name: envoke.accounts[0]?.name });
    expect((await send(curled(contacts, variables))).json).toHaveLength(1);
    envoke.modes.reset();
  });
});

describe('the collection for RESTer', () => {
  interface Imported {
    title: string;
    method: string;
    url: string;
    headers: { name: string; value: string }[];
    body: string | undefined;
  }

  /**
   * As RESTer reads a Postman collection: folders and requests; the raw address; headers that are not disabled; a raw body as
   * it is, a form encoded name by name without a Content-Type; no variables, no authorization.
   */
  function imported(): Imported[] {
    type Pair = { key: string; value: string; disabled?: boolean };
    type Item = {
      name: string;
      item?: Item[];
      request?: {
        method: string;
        url: string | { raw: string };
        header?: Pair[];
        body?: { mode: string; raw?: string; urlencoded?: Pair[] };
      };
    };
    const collection = JSON.parse(readFileSync(COLLECTION, 'utf8')) as {
      info: { schema: string };
      item: Item[];
    };
    expect(collection.info.schema).toMatch(/collection\/v2\.[01]\.0\/collection\.json$/);
    const read = (items: readonly Item[]): Imported[] =>
      items.flatMap(({ name, item, request }) => {
        if (item !== undefined) return read(item);
        if (request === undefined) return [];
        const form = request.body?.urlencoded?.map(
          ({ key, value }) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`,
        );
        const { url, header = [], body, method } = request;
        const headers = header
          .filter(({ disabled }) => disabled !== true)
          .map(({ key, value }) => ({ name: key, value }));
        const text = body?.mode === 'raw' ? body.raw : form?.join('&');
        return [{ title: name, method, url: typeof url === 'string' ? url : url.raw, headers, body: text }];
      });
    return read(collection.item);
  }

  /** Variables are `{x}`; what has no value stays as it is. */
  function filled(request: Imported, variables: Readonly<Record<string, string>>): Sent {
    const fill = (text: string) => text.replace(/\{(\S+?)\}/g, (as, name: string) => variables[name] || as);
    return {
      method: request.method,
      url: fill(request.url),
      headers: Object.fromEntries(request.headers.map(({ name, value }) => [name, fill(value)])),
      body: request.body === undefined ? undefined : fill(request.body),
    };
  }

  it('uses the variables of the guide and no others, and none of Postman’s kind', () => {
    const text = JSON.stringify(imported());
    expect(text).not.toContain('{{');
    const used = new Set([...text.matchAll(/\{([a-z_]+)\}/g)].map(([, name]) => name));
    const section = GUIDE.slice(
      GUIDE.indexOf('RESTer takes over no variables'),
      GUIDE.indexOf('## With Postman'),
    );
    const named = new Set(
      [...section.matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell = '']) => cell.match(/[a-z_]+(?=`)/g) ?? []),
    );
    expect(used).toEqual(named);
  });

  it('sends every body with its type', () => {
    for (const { body, headers } of imported().filter((request) => request.body !== undefined)) {
      expect(headers.map(({ name }) => name.toLowerCase())).toContain('content-type');
      expect(body).not.toBe('');
    }
  });

  it('leads from the authorize address to a contact', async () => {
    const [authorize, exchange, settings, contacts, wrong] = imported();
    const variables: Record<string, string> = {
      envoke_url: envoke.url,
      client_id: 'c'.repeat(32),
      client_secret: encodeURIComponent(SECRET),
      redirect_uri: encodeURIComponent('https://broker.example.ca/oauth/callback'),
    };
    const sent = (request: Imported | undefined) => {
      if (request === undefined) throw new Error('the collection lacks a request');
      return filled(request, variables);
    };
    const back = await visitAuthorize(sent(authorize).url);
    variables.code = back.searchParams.get('code') ?? '';
    const grant = await send(sent(exchange));
    variables.access_token = String(grant.json.access_token);
    expect(grant.status).toBe(200);
    expect((await send(sent(settings))).json).toMatchObject({ name: envoke.accounts[0]?.name });
    expect((await send(sent(contacts))).json).toHaveLength(1);
    expect((await send(sent(wrong))).json).toMatchObject({ error: 'invalid_grant' });
  });
});

it('gives RESTer’s form the addresses that the broker uses', () => {
  const { envoke: places } = loadConfig({ ENVOKE_CLIENT_ID: 'a', ENVOKE_CLIENT_SECRET: 'b' });
  const rows = new Map(
    Array.from(GUIDE.matchAll(/^\| ([^|]+?) \| (.+) \|$/gm), ([, field, value]) => [field, value]),
  );
  expect(rows.get('OAuth 2 Flow')).toBe('`Authorization Code`');
  expect(rows.get('Authorization Request: Endpoint')).toBe(`\`${places.authorizeUrl}\``);
  expect(rows.get('Access Token Request: Method')).toBe('`POST`');
  expect(rows.get('Access Token Request: Endpoint')).toBe(`\`${places.tokenUrl}\``);
  expect(rows.get('Access Token Request: Client Authentication')).toBe('`Credentials in request body`');
  expect(rows.get('Scope')).toBe('`all`');
});
