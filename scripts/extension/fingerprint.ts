/** What a build was made from, in one line: the same sources and settings give the same line. */
import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';

const SOURCES = [
  'extension/**/*',
  'shared/**/*.ts',
  'wxt.config.ts',
  'scripts/extension/*.ts',
  'package-lock.json',
];

export async function sourceFingerprint(brokerUrl = ''): Promise<string> {
  const hash = createHash('sha256').update(brokerUrl);
  for (const path of await filesOf(SOURCES)) hash.update(path).update(await readFile(path));
  return hash.digest('base64url');
}

async function filesOf(patterns: string[]): Promise<string[]> {
  const paths: string[] = [];
  for await (const entry of glob(patterns, { withFileTypes: true }))
    if (entry.isFile()) paths.push(`${entry.parentPath}/${entry.name}`);
  return paths.sort();
}
