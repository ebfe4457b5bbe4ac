/** What the popup loads before its first paint: its HTML, and the scripts that names, with the styles in them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes, gzipped file by file. */
export const START_BUNDLE_MAX_BYTES = 35_000;

export interface BundleFile {
  path: string;
  /** Gzipped. */
  bytes: number;
}

/** The files of the start bundle in a built extension's folder. */
export async function startBundle(folder: string): Promise<BundleFile[]> {
  const html = await readFile(join(folder, 'popup.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, path = '']) => path);
  return Promise.all(
    ['popup.html', ...named].map(async (path) => ({
      path,
      bytes: gzipSync(await readFile(join(folder, path))).length,
    })),
  );
}

export function totalBytes(files: readonly BundleFile[]): number {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}
