/** Checks whether the store can be reached, written and read, and fits this version. Leaves nothing in the store. */
import { existsSync } from 'node:fs';
import type { Config } from '../../config.ts';
import { type Database, StoreUnavailableError } from '../../database/database.ts';
import { appliedMigrations, checkTables, MIGRATIONS, NewerStoreError } from '../../database/migrations.ts';
import { openDatabase } from '../../database/open-database.ts';
import { storeAdvice } from '../../database/store-advice.ts';
import { KeyError } from '../../keys/key-error.ts';
import { refuseLostFile } from '../../keys/open-store.ts';
import { type Finding, findingsOf } from './finding.ts';
import { rolledBack } from './rolled-back.ts';
import { checkFolder, checkSurroundings } from './store-surroundings.ts';

const { ok, fail } = findingsOf('store');

export interface StoreResult {
  /** Open; the caller closes it. Undefined when the store does not exist yet or cannot be used. */
  database: Database | undefined;
  /** Whether a broker has created its tables. */
  hasTables: boolean;
  /** Whether the tables are those of this version; the next start migrates older ones. */
  isUpToDate: boolean;
  findings: Finding[];
}

export async function checkStore(config: Config): Promise<StoreResult> {
  const { database: place } = config;
  if (place.kind === 'sqlite' && !existsSync(place.file))
    return unusable(checkMissingFile(config, place.file));
  const opened: Database[] = [];
  try {
    const database = await openDatabase(place);
    opened.push(database);
    await tryOut(database);
    const hasTables = await tablesExist(database);
    const applied = hasTables ? await appliedMigrations(database) : new Set();
    const isUpToDate = applied.size === MIGRATIONS.length;
    if (isUpToDate) await checkTables(database);
    const findings = [ok(`${describe(place)} can be written and read.`), ...checkSurroundings(place)];
    return { database, hasTables, isUpToDate, findings };
  } catch (error) {
    await Promise.all(opened.map((database) => database.close()));
    return unusable(faultOf(error, describe(place)));
  }
}

function unusable(finding: Finding): StoreResult {
  return { database: undefined, hasTables: false, isUpToDate: false, findings: [finding] };
}

function checkMissingFile(config: Config, file: string): Finding {
  try {
    refuseLostFile(config);
  } catch (error) {
    if (error instanceof KeyError)
      return fail(error.message, 'See "Backup and restore" in docs/deployment.md.');
    throw error;
  }
  return checkFolder(file);
}

async function tryOut(database: Database): Promise<void> {
  await rolledBack(database, async (runner) => {
    await runner.run('CREATE TABLE doctor_trial (word TEXT NOT NULL)');
    await runner.run('INSERT INTO doctor_trial (word) VALUES (?)', ['trial']);
    await runner.all('SELECT word FROM doctor_trial');
  });
}

async function tablesExist(database: Database): Promise<boolean> {
  try {
    await database.all('SELECT id FROM migrations LIMIT 1');
    return true;
  } catch (error) {
    if (error instanceof StoreUnavailableError && error.reason === 'incomplete') return false;
    throw error;
  }
}

function faultOf(error: unknown, place: string): Finding {
  if (error instanceof NewerStoreError)
    return fail(
      `${place} was last used by a newer version of the broker.`,
      'Start that version, or restore a backup.',
    );
  if (!(error instanceof StoreUnavailableError)) throw error;
  const code = error.code === undefined ? '' : ` (${error.code})`;
  return fail(`${place} is ${error.reason}${code}.`, storeAdvice(error));
}

function describe(place: Config['database']): string {
  return place.kind === 'sqlite' ? place.file : `PostgreSQL at ${new URL(place.url).host}`;
}
