/** A damaged, locked or full file is told, never replaced by an empty one. */
import {
  copyFileSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreUnavailableError } from '../../../broker/database/database.ts';
import { openSqlite } from '../../../broker/database/sqlite.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'damage-'));
  file = join(folder, 'store.sqlite');
  const database = openSqlite(file);
  await database.migrate();
  for (let index = 0; index < 400; index += 1) {
    await database.run('INSERT INTO seen_proofs VALUES (?, ?)', [`proof ${index} ${'x'.repeat(60)}`, index]);
  }
  await database.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const overwrite = (position: number, bytes: number) => {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(bytes, 0x5a), 0, bytes, position);
};

it.each<[string, () => void]>([
  ['whose first page is overwritten', () => overwrite(0, 4_096)],
  [
    'with a page overwritten in the middle',
    () => overwrite(Math.floor(statSync(file).size / 8_192) * 4_096, 4_096),
  ],
  ['that was truncated', () => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ['of no bytes', () => truncateSync(file, 0)],
  ['of something else', () => writeFileSync(file, 'not a database at all, but long enough to have a header')],
])('refuses a file %s, and leaves it as it is', (_what, damage) => {
  damage();
  const before = statSync(file).size;
  expect(() => openSqlite(file)).toThrow(
    expect.objectContaining({ name: 'StoreUnavailableError', reason: 'corrupt' }),
  );
  expect(statSync(file).size).toBe(before);
});

describe('a file too large to be checked at each start', () => {
  /** Beyond what is checked before a start. */
  const grow = () => {
    const connection = new DatabaseSync(file);
    connection.exec(`INSERT INTO seen_proofs SELECT 'filler ' || value || hex(randomblob(1000)), 1
      FROM (WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 9000) SELECT value FROM n)`);
    connection.close();
    expect(statSync(file).size).toBeGreaterThan(16_777_216);
  };
  const growAndDamage = () => {
    grow();
    overwrite(Math.floor(statSync(file).size / 8_192) * 4_096, 4_096);
  };
  const corrupt = expect.objectContaining({ name: 'StoreUnavailableError', reason: 'corrupt' });

  it('is refused at once for a caller who does not check it later', () => {
    growAndDamage();
    expect(() => openSqlite(file)).toThrow(corrupt);
  });

  it('is refused at once when the last process that used it crashed', () => {
    growAndDamage();
    // A log with something in it: nobody closed the file.
    writeFileSync(`${file}-wal`, 'x');
    expect(() => openSqlite(file, true)).toThrow(corrupt);
  });

  it('is opened when it was closed, and found damaged by the check that follows', async () => {
    growAndDamage();
    const database = openSqlite(file, true);
    await expect(database.checkWhole?.()).rejects.toThrow(corrupt);
    await database.close();
  });

  it('is opened and found sound', async () => {
    grow();
    const database = openSqlite(file, true);
    await database.checkWhole?.();
    await database.close();
    expect(readdirSync(folder)).toEqual(['store.sqlite']);
  });

  it('closes in the middle of the check', async () => {
    growAndDamage();
    const database = openSqlite(file, true);
    void database.checkWhole?.().catch(() => undefined);
    await database.close();
    await expect(database.all('SELECT 1')).rejects.toThrow();
  });
});

it("refuses another program's database", () => {
  const other = join(folder, 'other.sqlite');
  const connection = new DatabaseSync(other);
  connection.exec('CREATE TABLE notes (text TEXT)');
  connection.close();
  expect(() => openSqlite(other)).toThrow(StoreUnavailableError);
});

it('says when the folder cannot be made', () => {
  expect(() => openSqlite(join(file, 'below-a-file', 'store.sqlite'))).toThrow(StoreUnavailableError);
});

it('makes files that only their owner can read, in any folder', async () => {
  const database = openSqlite(file);
  await database.run('INSERT INTO seen_proofs VALUES (?, ?)', ['one more', 1]);
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThan(1);
  for (const name of files) expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0);
  await database.close();
});

it('opens a copy of a sound file', async () => {
  const copy = join(folder, 'copy.sqlite');
  copyFileSync(file, copy);
  const database = openSqlite(copy);
  expect(await database.all('SELECT COUNT(*) AS count FROM seen_proofs')).toEqual([{ count: 400 }]);
  await database.close();
});

it('waits for a lock, reads meanwhile, and continues when the lock is released', async () => {
  const database = openSqlite(file);
  const other = new DatabaseSync(file);
  other.exec('BEGIN EXCLUSIVE');
  const writing = database.run('INSERT INTO seen_proofs VALUES (?, ?)', ['late', 1]);
  expect(await database.all('SELECT COUNT(*) AS count FROM seen_proofs')).toEqual([{ count: 400 }]);
  other.exec('COMMIT');
  expect(await writing).toBe(1);
  other.close();
  await database.close();
});

it('gives up on a lock that is not released, and recovers by itself', async () => {
  const database = openSqlite(file);
  const other = new DatabaseSync(file);
  other.exec('BEGIN EXCLUSIVE');
  await expect(database.run('DELETE FROM seen_proofs')).rejects.toMatchObject({ reason: 'locked' });
  other.exec('COMMIT');
  other.close();
  expect(await database.run('DELETE FROM seen_proofs')).toBe(400);
  await database.close();
});

it('refuses writes when the disk is full, and goes on reading', async () => {
  const database = openSqlite(file);
  const [pages] = await database.all('SELECT page_count FROM pragma_page_count');
  await database.all(`PRAGMA max_page_count = ${pages?.page_count}`);
  const filling = async () => {
    for (let index = 0; index < 2_000; index += 1) {
      await database.run('INSERT INTO seen_proofs VALUES (?, ?)', [`more ${index} ${'y'.repeat(500)}`, 1]);
    }
  };
  await expect(filling()).rejects.toMatchObject({ reason: 'full' });
  expect(await database.all('SELECT COUNT(*) AS count FROM key_marks')).toEqual([{ count: 0 }]);
  await database.close();
});
