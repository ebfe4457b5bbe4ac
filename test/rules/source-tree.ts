/** The project's own TypeScript files and what each imports, for the tests that hold the code to its rules. */
import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { posix } from 'node:path';

export interface SourceFile {
  /** Path from the project's folder, with forward slashes. */
  path: string;
  text: string;
}

export interface Import {
  /** As written: a package, a `node:` module or a relative path. */
  specifier: string;
  /** Where a relative specifier leads, from the project's folder; otherwise the specifier itself. */
  target: string;
  /** True for `import type` and `export type`: gone when the code runs. */
  typeOnly: boolean;
}

const ROOMS = '{shared,broker,extension,scripts,test}';

export async function readSourceFiles(): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for await (const found of glob(`${ROOMS}/**/*.{ts,tsx}`)) {
    const path = found.replaceAll('\\', '/');
    files.push({ path, text: readFileSync(found, 'utf8') });
  }
  return files.sort((a, b) => a.path.localeCompare(b.path));
}

const STATEMENT =
  /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** Every static and dynamic import, and every re-export. */
export function importsOf({ path, text }: SourceFile): Import[] {
  return [...withoutComments(text).matchAll(STATEMENT)].map((match) => {
    const specifier = match[2] ?? match[3] ?? '';
    return { specifier, target: resolve(path, specifier), typeOnly: match[1] !== undefined };
  });
}

/** Comments may speak of imports; only those at the start of a line, so that no string is cut. */
function withoutComments(text: string): string {
  return text.replace(/^\s*\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

function resolve(from: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier;
}
