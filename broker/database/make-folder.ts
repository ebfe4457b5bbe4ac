/** Makes a folder for the broker's own files, and those above it. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Only the owner can look into what is made. Not by `recursive`: where a folder takes no other (`/proc`), Node then tries
 * without end.
 * @throws an error of the system; `ENOTDIR` where a file is in the way
 */
export function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  const above = dirname(path);
  if (!existsSync(above)) makeFolder(above);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another broker that starts may have been faster.
    if (!existsSync(path)) throw error;
    if (!statSync(path).isDirectory())
      throw Object.assign(new Error('a file is in the way'), { code: 'ENOTDIR' });
  }
}
