/** Compares the documents with the tree: what they name exists, and what exists is named. */
import { existsSync, readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Folders at the top that are not rooms of the project. */
const NOT_ROOMS = new Set(['node_modules', 'docs']);

async function markdownFiles(): Promise<string[]> {
  const found: string[] = [];
  for await (const path of glob('{*.md,docs/**/*.md}')) found.push(path.replaceAll('\\', '/'));
  return found;
}

/** Code spans that look like a path into a room, without a wildcard. */
function pathsNamedIn(text: string): string[] {
  const paths = text.matchAll(/`((?:shared|broker|extension|test|scripts|docs)\/[\w./-]*)`/g);
  return [...paths].map((match) => match[1] ?? '');
}

/** Targets of links within the project. */
function linksIn(path: string, text: string): string[] {
  const targets = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => match[1] ?? '');
  return targets.map((target) => posix.join(posix.dirname(path), target));
}

describe('the documents', () => {
  it('draws every room in ARCHITECTURE.md', async () => {
    const architecture = readFileSync('ARCHITECTURE.md', 'utf8');
    const rooms: string[] = [];
    for await (const entry of glob('*', { withFileTypes: true }))
      if (entry.isDirectory() && !NOT_ROOMS.has(entry.name)) rooms.push(entry.name);
    const missing = rooms.filter((room) => !architecture.includes(`\n${room}/`));
    expect(missing, 'Add each missing room to the tree in ARCHITECTURE.md.').toEqual([]);
  });

  it('names no file or folder that is not there, and links to none', async () => {
    const gone: string[] = [];
    for (const path of await markdownFiles()) {
      const text = readFileSync(path, 'utf8');
      for (const named of [...pathsNamedIn(text), ...linksIn(path, text)])
        if (!existsSync(named))
          gone.push(`${path} speaks of ${named}, which does not exist: mend one of the two.`);
    }
    expect(gone).toEqual([]);
  });
});

describe('docs/storage.md', () => {
  const storage = readFileSync('docs/storage.md', 'utf8');

  /** What the first group of `pattern` finds in the files. */
  async function namesIn(files: string, pattern: RegExp): Promise<string[]> {
    const found: string[] = [];
    for await (const path of glob(files))
      for (const [, name = ''] of readFileSync(path, 'utf8').matchAll(pattern)) found.push(name);
    return found;
  }

  it('has a row for every table of the broker', async () => {
    const tables = await namesIn('broker/database/**/*.ts', /CREATE TABLE (?:IF NOT EXISTS )?(\w+)/g);
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter((table) => !storage.includes(`\n| \`${table}\``))).toEqual([]);
  });

  it('has a row for every storage key of the extension', async () => {
    const keys = [
      ...(await namesIn('extension/lib/**/*.ts', /area: '(?:local|session)',\n\s*key: '(\w+)'/g)),
      ...(await namesIn('extension/lib/**/*.ts', /_PREFIX = '(\w+:\w+:)'/g)),
    ];
    expect(keys.length).toBeGreaterThan(15);
    expect(keys.filter((key) => !storage.includes(`\n| \`${key}`))).toEqual([]);
  });
});
