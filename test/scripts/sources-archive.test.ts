/** What a reviewer of the add-on gets holds all that its build reads. */
import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { expect, it } from 'vitest';
import { listSources } from '../../scripts/package/sources-archive.ts';

/**
 * What a file names by a path from itself, or from the project's folder: imports, style sheets with a query, modules that a
 * process loads first, notices.
 */
const NAMED = /['"]((?:\.{1,2}|extension|shared)\/[\w./-]+\.(?:tsx?|mjs|css|json|svg|txt))(?:\?\w+)?['"]/g;

it('misses no file that another one of them names', async () => {
  const files = new Set((await listSources()).map((path) => path.replaceAll('\\', '/')));
  const missing: string[] = [];
  for (const file of files) {
    if (!/\.(?:tsx?|mjs|html)$/.test(file)) continue;
    for (const [, named = ''] of (await readFile(file, 'utf8')).matchAll(NAMED)) {
      // A process is told paths from the project's folder.
      const isThere = [posix.dirname(file), ''].some((from) => files.has(posix.join(from, named)));
      if (!isThere) missing.push(`${file}: ${named}`);
    }
  }
  expect(files.size).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});
