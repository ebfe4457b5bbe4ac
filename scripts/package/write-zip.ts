/** Zip archives that are the same bytes whenever and wherever they are made: sorted, and each file with the same date. */
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/** The first that a zip can hold; without a time zone, as zips have it. */
const DATE = new Date(1980, 0, 1);

/** Content by the path in the archive. */
export type ZipContent = ReadonlyMap<string, Uint8Array>;

export async function writeZip(path: string, content: ZipContent): Promise<void> {
  const sorted = [...content].sort(([one], [other]) => (one < other ? -1 : 1));
  const archive = zipSync(Object.fromEntries(sorted), { level: 9, mtime: DATE });
  await writeFile(path, archive);
}

/** Reads files into what {@link writeZip} takes; `nameOf` says where each lies in the archive. */
export async function readFiles(
  paths: readonly string[],
  nameOf: (path: string) => string,
): Promise<Map<string, Uint8Array>> {
  const entries = paths.map(
    async (path): Promise<[string, Uint8Array]> => [nameOf(path).replaceAll('\\', '/'), await readFile(path)],
  );
  return new Map(await Promise.all(entries));
}

/** Every file below a folder. */
export async function filesIn(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const entry of glob(`${folder}/**/*`, { withFileTypes: true }))
    if (entry.isFile()) paths.push(join(entry.parentPath, entry.name));
  return paths;
}
