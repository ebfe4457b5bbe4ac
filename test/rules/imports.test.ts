/** Holds every import to the map of rooms in ARCHITECTURE.md. */
import { describe, expect, it } from 'vitest';
import { circles, importProblem } from './import-rules.ts';
import { importsOf, readSourceFiles } from './source-tree.ts';

/** The problems of one file that consists of one line. */
function problemsOf(path: string, text: string): string[] {
  return importsOf({ path, text })
    .map((statement) => importProblem(path, statement))
    .filter((problem) => problem !== undefined);
}

describe('the direction of imports', () => {
  it.each([
    ['shared → broker', 'shared/a.ts', "import { b } from '../broker/errors.ts';"],
    ['shared → a package other than typebox', 'shared/a.ts', "import { z } from 'zod';"],
    ['broker → extension', 'broker/app.ts', "import { b } from '../extension/lib/b.ts';"],
    ['extension → broker', 'extension/lib/a.ts', "import type { B } from '../../broker/errors.ts';"],
    ['vault → session', 'broker/vault/a.ts', "import { b } from '../session/b.ts';"],
    ['session → envoke, dynamically', 'broker/session/a.ts', "const b = await import('../envoke/b.ts');"],
    ['contacts → vault', 'broker/contacts/a.ts', "export { b } from '../vault/b.ts';"],
    ['a domain room → fastify', 'broker/vault/a.ts', "import type { FastifyInstance } from 'fastify';"],
    ['a domain room → a fastify plugin', 'broker/session/a.ts', "import cors from '@fastify/cors';"],
    ['a domain room → routes', 'broker/envoke/a.ts', "import { b } from '../routes/b.ts';"],
    ['plugins → routes', 'broker/plugins/a.ts', "import { b } from '../routes/b.ts';"],
    ['lib → components', 'extension/lib/a.ts', "import { B } from '../components/b.tsx';"],
    ['lib → entrypoints', 'extension/lib/deep/a.ts', "import { b } from '../../entrypoints/background.ts';"],
    ['components → entrypoints', 'extension/components/a.tsx', "import '../entrypoints/popup/b.ts';"],
    [
      'extension → the value of a schema',
      'extension/lib/a.ts',
      "import { S } from '../../shared/schemas/oauth.ts';",
    ],
    ['extension → Node', 'extension/lib/a.ts', "import { readFileSync } from 'node:fs';"],
    ['broker → stand-in', 'broker/app.ts', "import { e } from '../test/envoke/envoke.ts';"],
    ['stand-in → broker', 'test/envoke/a.ts', "import { b } from '../../broker/errors.ts';"],
    ['lib/storage → a room above it', 'extension/lib/storage/a.ts', "import { b } from '../session/b.ts';"],
    ['lib/outbox → lib/messages', 'extension/lib/outbox/a.ts', "import type { B } from '../messages/b.ts';"],
    [
      'capture/names → capture/regions',
      'extension/lib/capture/names/a.ts',
      "import { b } from '../regions/b.ts';",
    ],
    [
      'contacts/search → contacts/writes',
      'broker/contacts/search/a.ts',
      "import { b } from '../writes/b.ts';",
    ],
    [
      'contacts/writes → the service',
      'broker/contacts/writes/a.ts',
      "import { b } from '../contacts-service.ts';",
    ],
    ['keys → config', 'broker/keys/a.ts', "import type { Config } from '../config.ts';"],
    ['popup/add → popup/bulk', 'extension/entrypoints/popup/add/a.ts', "import { b } from '../bulk/b.ts';"],
    [
      'settings page → popup',
      'extension/entrypoints/settings/a.ts',
      "import { b } from '../popup/form/b.ts';",
    ],
    ['an import without its ending', 'broker/app.ts', "import { b } from './errors';"],
    ['an import over several lines', 'broker/vault/a.ts', "import {\n  b,\n  c,\n} from '../session/b.ts';"],
  ])('refuses %s', (_what, path, text) => {
    expect(problemsOf(path, text)).toHaveLength(1);
  });

  it.each([
    [
      'extension → the type of a schema',
      'extension/lib/a.ts',
      "import type { S } from '../../shared/schemas/a.ts';",
    ],
    ['routes → every domain room', 'broker/routes/a.ts', "import { b } from '../vault/b.ts';"],
    ['contacts → envoke', 'broker/contacts/a.ts', "import type { E } from '../envoke/envoke-client.ts';"],
    ['a comment that speaks of one', 'broker/vault/a.ts', "// import { b } from '../session/b.ts';"],
  ])('accepts %s', (_what, path, text) => {
    expect(problemsOf(path, text)).toEqual([]);
  });

  it('names a circle of two files, and one of two folders', () => {
    const file = (path: string, text: string) => ({ path, imports: importsOf({ path, text }) });
    const planted = circles([
      file('extension/lib/a/one.ts', "import { two } from './two.ts';"),
      file('extension/lib/a/two.ts', "import type { One } from './one.ts';"),
      file('extension/lib/b/three.ts', "import { one } from '../a/one.ts';"),
      file('extension/lib/a/four.ts', "import { three } from '../b/three.ts';"),
    ]);
    expect(planted).toHaveLength(2);
    expect(planted[0]).toContain('extension/lib/a/one.ts and extension/lib/a/two.ts import each other');
    expect(planted[1]).toContain('extension/lib/a and extension/lib/b import each other');
  });

  it('leads into no circle', async () => {
    const files = await readSourceFiles();
    const product = files.filter(({ path }) => /^(broker|extension|shared)\//.test(path));
    expect(circles(product.map((file) => ({ path: file.path, imports: importsOf(file) })))).toEqual([]);
  });

  it('is kept by every file', async () => {
    const files = await readSourceFiles();
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap((file) => problemsOf(file.path, file.text))).toEqual([]);
  });
});
