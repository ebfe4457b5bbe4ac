/**
 * Tells the store with which the broker began from another one in its place: an empty one that another broker has
 * prepared has every table, and no session, no withdrawn consent and no proof.
 */
import { randomUUID } from 'node:crypto';
import { type SqlRunner, StoreUnavailableError } from './database.ts';

/** The only row has this key. */
const PLACE = 1;

/** The id of this store; the first broker that uses the store gives it one. */
export async function identifyStore(store: SqlRunner): Promise<string> {
  await store.run('INSERT INTO store_identity (place, id) VALUES (?, ?) ON CONFLICT (place) DO NOTHING', [
    PLACE,
    randomUUID(),
  ]);
  return readIdentity(store);
}

/** @throws StoreUnavailableError 'replaced' when the store has another id, or none */
export async function checkIdentity(store: SqlRunner, id: string): Promise<void> {
  if ((await readIdentity(store)) !== id) throw new StoreUnavailableError('replaced');
}

async function readIdentity(store: SqlRunner): Promise<string> {
  const [row] = await store.all('SELECT id FROM store_identity WHERE place = ?', [PLACE]);
  return String(row?.id);
}
