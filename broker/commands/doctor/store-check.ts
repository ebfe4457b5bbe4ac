/** The store: can be reached, written and read; its file is private and has room. Leaves nothing behind. */
import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isLoopbackUrl } from '../../config/urls.ts';
import type { Config } from '../../config.ts';
import { type Database, StoreUnavailableError } from '../../database/database.ts';
import { openDatabase } from '../../database/open-database.ts';
import { type Finding, findingsOf } from './finding.ts';
import { rolledBack } from './rolled-back.ts';

const { ok, warning, fail } = findingsOf('store');

/** Room for years of activity lines. */
const FREE_BYTES_MIN = 256 * 1024 * 1024;

const FIXES: Record<StoreUnavailableError['reason'], string> = {
  locked: 'Another process holds it; end that, or wait, and ask again.',
  full: 'Make room on its disk.',
  'read-only': 'Give the user that runs the broker the right to write there.',
  unreachable:
    'See that it runs, that the address, user and password are right, and that the network lets through.',
  corrupt: 'Restore it from a backup; see "Backup and restore" in docs/deployment.md.',
};

export interface StoreResult {
  /** Open; the caller closes it. Undefined when it does not exist yet or cannot be used. */
  database: Database | undefined;
  /** Whether a broker has made its tables. */
  hasTables: boolean;
  findings: Finding[];
}

export async function checkStore({ database: config }: Config): Promise<StoreResult> {
  if (config.kind === 'sqlite' && !existsSync(config.file))
    return { database: undefined, hasTables: false, findings: [checkFolder(config.file)] };
  try {
    const database = openDatabase(config);
    await rolledBack(database, async (runner) => {
      await runner.run('CREATE TABLE doctor_trial (word TEXT NOT NULL)');
      await runner.run('INSERT INTO doctor_trial (word) VALUES (?)', ['trial']);
      await runner.all('SELECT word FROM doctor_trial');
    });
    const hasTables = await tablesExist(database);
    const findings = [ok(`${describe(config)} can be written and read.`), ...surroundings(config)];
    return { database, hasTables, findings };
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
    const finding = fail(`${describe(config)} is ${error.reason}.`, FIXES[error.reason]);
    return { database: undefined, hasTables: false, findings: [finding] };
  }
}

async function tablesExist(database: Database): Promise<boolean> {
  try {
    await database.all('SELECT kid FROM key_marks LIMIT 1');
    return true;
  } catch (error) {
    if (error instanceof StoreUnavailableError) throw error;
    return false;
  }
}

function describe(config: Config['database']): string {
  return config.kind === 'sqlite' ? config.file : `PostgreSQL at ${new URL(config.url).host}`;
}

function checkFolder(file: string): Finding {
  let folder = dirname(file);
  while (!existsSync(folder)) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    return ok(`${file} does not exist yet; the first start makes it.`);
  } catch {
    return fail(`${file} does not exist, and nothing can be written in ${folder}.`, FIXES['read-only']);
  }
}

function surroundings(config: Config['database']): Finding[] {
  if (config.kind === 'postgres') return postgresSurroundings(new URL(config.url));
  const findings: Finding[] = [];
  if (process.platform !== 'win32' && (statSync(config.file).mode & 0o077) !== 0)
    findings.push(warning(`${config.file} can be read by other users.`, `chmod 600 ${config.file}`));
  const { bavail, bsize } = statfsSync(dirname(config.file));
  if (bavail * bsize < FREE_BYTES_MIN)
    findings.push(warning('its disk has less than 256 MB left.', 'Make room, or move DATA_DIR.'));
  return findings;
}

function postgresSurroundings(url: URL): Finding[] {
  const encrypted = /^(require|verify-ca|verify-full)$/.test(url.searchParams.get('sslmode') ?? '');
  if (encrypted || url.hostname === '' || isLoopbackUrl(url)) return [];
  return [
    warning(
      'the connection to PostgreSQL is not encrypted.',
      'Add ?sslmode=verify-full to DATABASE_URL, unless the network between is yours alone.',
    ),
  ];
}
