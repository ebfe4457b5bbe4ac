/** By its random id a broker notices that another store, whose tables are all there, took the place of its own. */
import type { Migration } from '../migration.ts';

export const storeIdentity: Migration = {
  id: 12,
  name: 'store identity',
  statements: ['CREATE TABLE store_identity (place BIGINT PRIMARY KEY, id TEXT NOT NULL)'],
};
