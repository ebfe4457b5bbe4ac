/** Why a file cannot be read, and what the operator can do. */
import { statSync } from 'node:fs';

/** A few words that complete "cannot be read"; contain nothing of the file. */
export function whyUnreadable(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (code === 'ENOENT') return 'it is not there';
  if (code === 'EISDIR') return 'it is a folder';
  if (code !== 'EACCES' && code !== 'EPERM') return code;
  return `this process runs as user ${process.getuid?.() ?? 'unknown'}, and ${ownerOf(path)}. Run: chown ${process.getuid?.() ?? 'USER'} ${path}; chmod 600 ${path}`;
}

export function isForbidden(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
}

function ownerOf(path: string): string {
  try {
    const { uid, mode } = statSync(path);
    return `it belongs to user ${uid} with mode ${(mode & 0o777).toString(8).padStart(4, '0')}`;
  } catch {
    return 'its folder lets nobody else in';
  }
}
