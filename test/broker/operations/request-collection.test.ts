/** The request collection: of the form that RESTer, Postman and Bruno import, and true to the paths that there are. */
import { readFileSync } from 'node:fs';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { expect, it } from 'vitest';
import { loadConfig } from '../../../broker/config.ts';
import { HEALTH_PATHS, OAUTH_PATHS } from '../../../shared/paths.ts';

const FILE = 'docs/requests/contacts-for-envoke.postman_collection.json';

const Pair = Type.Object({ key: Type.String({ minLength: 1 }), value: Type.String() });
const RequestSchema = Type.Object({
  method: Type.Union([Type.Literal('GET'), Type.Literal('POST')]),
  header: Type.Array(Pair),
  url: Type.Object({
    raw: Type.String(),
    host: Type.Array(Type.String(), { minItems: 1, maxItems: 1 }),
    path: Type.Array(Type.String(), { minItems: 1 }),
    query: Type.Optional(Type.Array(Pair)),
  }),
  description: Type.String({ minLength: 1 }),
  body: Type.Optional(Type.Object({ mode: Type.Literal('urlencoded'), urlencoded: Type.Array(Pair) })),
});
/** The part of Postman's collection format 2.1 that is used. @see https://schema.postman.com */
const CollectionSchema = Type.Object({
  info: Type.Object({
    name: Type.String(),
    schema: Type.Literal('https://schema.getpostman.com/json/collection/v2.1.0/collection.json'),
  }),
  variable: Type.Array(Pair),
  item: Type.Array(
    Type.Object({
      name: Type.String(),
      item: Type.Array(
        Type.Object({ name: Type.String(), request: RequestSchema, response: Type.Array(Type.Never()) }),
      ),
    }),
  ),
});
type Collection = Static<typeof CollectionSchema>;

function readCollection(): Collection {
  const json: unknown = JSON.parse(readFileSync(FILE, 'utf8'));
  expect(Value.Errors(CollectionSchema, json)).toEqual([]);
  return Value.Parse(CollectionSchema, json);
}

const requests = () => readCollection().item.flatMap((folder) => folder.item.map(({ request }) => request));

it('is a collection of the form 2.1, and its address parts agree with the whole address', () => {
  for (const { url } of requests()) {
    const query = url.query?.map(({ key, value }) => `${key}=${value}`).join('&');
    expect(url.raw).toBe(`${url.host[0]}/${url.path.join('/')}${query === undefined ? '' : `?${query}`}`);
  }
});

it("names only paths that the broker has, and Envoke's as the broker has them", () => {
  const { envoke } = loadConfig({ ENVOKE_CLIENT_ID: 'a', ENVOKE_CLIENT_SECRET: 'b' });
  const of = (url: string) => new URL(url).pathname;
  const paths: Record<string, string[]> = {
    '{{envoke_url}}': [of(envoke.authorizeUrl), of(envoke.tokenUrl), '/v1/settings', '/v1/contacts'],
    '{{broker_url}}': [...Object.values(OAUTH_PATHS), ...Object.values(HEALTH_PATHS), '/v1/account'],
  };
  expect(requests().length).toBeGreaterThan(10);
  for (const { url } of requests()) expect(paths[url.host[0] ?? '']).toContain(`/${url.path.join('/')}`);
});

it('uses only variables that it declares, and holds no secret', () => {
  const { variable } = readCollection();
  const used = [...readFileSync(FILE, 'utf8').matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]);
  expect(new Set(used)).toEqual(new Set(variable.map(({ key }) => key)));
  for (const name of ['client_id', 'client_secret', 'code', 'access_token'])
    expect(variable).toContainEqual({ key: name, value: '' });
});

it('keeps the order of parameters that Envoke wants', () => {
  const [authorize, exchange] = requests();
  expect(authorize?.url.query?.map(({ key }) => key)).toEqual([
    'response_type',
    'client_id',
    'scope',
    'redirect_uri',
    'state',
  ]);
  expect(exchange?.body?.urlencoded.map(({ key }) => key)).toEqual([
    'grant_type',
    'code',
    'client_id',
    'client_secret',
    'redirect_uri',
  ]);
});
