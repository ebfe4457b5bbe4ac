/** Runs one suite against both stores, each time on an empty one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe } from 'vitest';
import type { Database } from '../../../broker/database/database.ts';
import { openPostgres } from '../../../broker/database/postgres.ts';
import { openSqlite } from '../../../broker/database/sqlite.ts';
import { createDatabase } from '../../postgres.ts';

export interface StoreUnderTest {
  /** The store, migrated. */
  database: Database;
  /** A second broker's way to the same store. */
  openAnother(): Database;
}

/** @param suite registers tests; the store is there inside of them */
export function describeBothStores(name: string, suite: (store: StoreUnderTest) => void): void {
  describe(`${name} on SQLite`, () => {
    let folder = '';
    const store = prepare(
      async () => {
        folder = mkdtempSync(join(tmpdir(), 'store-'));
        return () => openSqlite(join(folder, 'store.sqlite'));
      },
      async () => rmSync(folder, { recursive: true, force: true }),
    );
    suite(store);
  });

  describe(`${name} on PostgreSQL`, () => {
    const store = prepare(
      async () => {
        const url = await createDatabase();
        return () => openPostgres(url);
      },
      async () => undefined,
    );
    suite(store);
  });
}

function prepare(makePlace: () => Promise<() => Database>, removePlace: () => Promise<void>): StoreUnderTest {
  const opened: Database[] = [];
  let open: () => Database;
  const store = {
    get database(): Database {
      const [first] = opened;
      if (first === undefined) throw new Error('the store is there only inside of a test');
      return first;
    },
    openAnother() {
      const database = open();
      opened.push(database);
      return database;
    },
  };
  beforeEach(async () => {
    open = await makePlace();
    await store.openAnother().migrate();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((database) => database.close()));
    await removePlace();
  });
  return store;
}
