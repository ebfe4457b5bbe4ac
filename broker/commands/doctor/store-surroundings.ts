/** Checks the environment of the store: its folder, who can read it, the free space, and the connection to it. */
import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isLoopbackUrl } from '../../config/urls.ts';
import type { Config } from '../../config.ts';
import { type Finding, findingsOf } from './finding.ts';

const { ok, warning, fail } = findingsOf('store');

/** Enough space for years of audit lines. */
const FREE_BYTES_MIN = 256 * 1024 * 1024;

/** Whether the first start can create this file. */
export function checkFolder(file: string): Finding {
  let folder = dirname(file);
  while (!existsSync(folder)) folder = dirname(folder);
  if (isWritableFolder(folder)) return ok(`${file} does not exist yet; the first start makes it.`);
  return fail(
    `${file} does not exist, and nothing can be made in ${folder}.`,
    'Name a folder that the user that runs the broker may write to (DATA_DIR, DATABASE_URL).',
  );
}

function isWritableFolder(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

/** Warnings about a store that works. */
export function checkSurroundings(place: Config['database']): Finding[] {
  return place.kind === 'postgres' ? checkConnection(new URL(place.url)) : checkFile(place.file);
}

function checkFile(file: string): Finding[] {
  const findings: Finding[] = [];
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    findings.push(warning(`${file} can be read by other users.`, `chmod 600 ${file}`));
  const { bavail, bsize } = statfsSync(dirname(file));
  if (bavail * bsize < FREE_BYTES_MIN)
    findings.push(warning('its disk has less than 256 MB left.', 'Make room, or move DATA_DIR.'));
  return findings;
}

function checkConnection(url: URL): Finding[] {
  const encrypted = /^(require|verify-ca|verify-full)$/.test(url.searchParams.get('sslmode') ?? '');
  if (encrypted || url.hostname === '' || isLoopbackUrl(url)) return [];
  return [
    warning(
      'the connection to PostgreSQL is not encrypted.',
      'Add ?sslmode=verify-full to DATABASE_URL, unless the network between is yours alone.',
    ),
  ];
}
