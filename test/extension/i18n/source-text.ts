/** Reads the extension's sources for the tests that hold them to the catalogues. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '../../../extension');
const CATALOGUES = /lib\/i18n\/(en|fr)\//;

export interface SourceFile {
  /** From the extension's folder, with forward slashes. */
  path: string;
  text: string;
}

/** Every TypeScript source of the extension but the catalogues themselves. */
export async function readSources(): Promise<SourceFile[]> {
  const entries = await readdir(ROOT, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !CATALOGUES.test(path));
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(ROOT, path), 'utf8') })));
}

/** Words between tags and in the attributes that a person reads or hears; keys of the keyboard are no words. */
export function findWrittenText({ text }: SourceFile): string[] {
  const markup = text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '')
    .replace(/<kbd>[^<]*<\/kbd>/g, '');
  const between = [
    ...markup.matchAll(/<\/?[\w.]*(?:\s[^<>]*)?>\s*([^<>{}()=;]*?\p{L}{2,}[^<>{}()=;]*?)\s*<\/?[\w.]*/gu),
  ];
  const attributes = [
    ...markup.matchAll(/\s(?:aria-label|title|placeholder|alt|label|legend)="([^"]*\p{L}{2,}[^"]*)"/gu),
  ];
  return [...between, ...attributes].map((match) => match[1] ?? '').filter((found) => !/^\s*$/.test(found));
}
