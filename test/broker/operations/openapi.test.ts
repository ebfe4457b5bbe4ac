/** The OpenAPI document: the served one, the committed one and the broker's real routes are the same. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApiDocument } from '../../../broker/commands/openapi/document.ts';
import { API_PATHS, HEALTH_PATHS, OAUTH_PATHS } from '../../../shared/paths.ts';
import { type RunningBroker, startBroker } from '../running-broker.ts';

interface Operation {
  operationId?: string;
  summary?: string;
  security?: unknown[];
  responses?: Record<string, unknown>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

const LINE = /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/;

let broker: RunningBroker;
let served: Document;

beforeAll(async () => {
  broker = await startBroker();
  served = (await (await fetch(broker.url + HEALTH_PATHS.openapi)).json()) as Document;
});
afterAll(() => broker.close());

const documented = () =>
  Object.entries(served.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );

/** As the router itself has them: a tree, of which each line adds to the one it hangs from. */
function routed(): string[] {
  const path: string[] = [];
  const routes: string[] = [];
  for (const line of broker.app.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent = '', segment = '', methods = ''] = LINE.exec(line) ?? [];
    path.length = indent.length / 4;
    path.push(segment);
    const whole = path.join('').replace(/:(\w+)/g, '{$1}');
    routes.push(...methods.split(', ').map((method) => `${method} ${whole}`));
  }
  return routes.filter((route) => /^(GET|POST|PATCH|PUT|DELETE) \/[^*]*$/.test(route));
}

describe('the OpenAPI document', () => {
  it('that is committed is the one that the routes make; `npm run openapi` writes it', async () => {
    expect(readFileSync('docs/openapi.json', 'utf8')).toBe(await openApiDocument(Date.now));
  });

  it('that is served is the one that is committed', () => {
    expect(served).toEqual(JSON.parse(readFileSync('docs/openapi.json', 'utf8')));
    expect(served.openapi).toBe('3.1.0');
  });

  it('lists exactly the routes that the broker answers to', () => {
    expect(routed().length).toBeGreaterThan(20);
    expect(documented().sort()).toEqual(routed().sort());
  });

  it('has every path of the wire', () => {
    const paths = [OAUTH_PATHS, API_PATHS, HEALTH_PATHS].flatMap((room) => Object.values(room));
    expect(Object.keys(served.paths).sort()).toEqual(
      paths.map((path) => path.replace(/:(\w+)/g, '{$1}')).sort(),
    );
  });

  it('names and describes every operation, each once', () => {
    const operations = Object.values(served.paths).flatMap((path) => Object.values(path));
    const ids = operations.map(({ operationId }) => operationId);
    expect(operations.filter(({ summary, operationId }) => !summary || !operationId)).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('describes the success answer of every operation in its own words', () => {
    for (const [path, operations] of Object.entries(served.paths))
      for (const { responses } of Object.values(operations))
        expect(
          Object.keys(responses ?? {}).some((status) => /^[23]/.test(status)),
          path,
        ).toBe(true);
    expect(JSON.stringify(served)).not.toContain('Default Response');
  });

  it('asks for a session on every path of the API and on no other', () => {
    for (const [path, operations] of Object.entries(served.paths))
      for (const { security } of Object.values(operations))
        expect(security !== undefined, path).toBe(path.startsWith('/v1/'));
  });

  it('refers only to schemas that it has', () => {
    const text = JSON.stringify(served);
    const names = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]);
    const { components } = served as unknown as { components: { schemas: object } };
    expect(names.length).toBeGreaterThan(10);
    expect([...new Set(names)].filter((name) => !Object.hasOwn(components.schemas, name ?? ''))).toEqual([]);
  });
});
