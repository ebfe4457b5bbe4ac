/** DPoP keys in IndexedDB. They are made here; the private key is not extractable, so no script can read it. */

const DATABASE = 'dpop-keys';
const STORE = 'keys';

/** @see RFC 9449 section 4.2; ES256 is RFC 7518's name of it. */
const ES256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export async function createDpopKey(keyId: string): Promise<CryptoKeyPair> {
  const key = await crypto.subtle.generateKey(ES256, false, ['sign', 'verify']);
  await inStore('readwrite', (store) => store.put(key, keyId));
  return key;
}

/** Undefined when the browser has dropped it (site data was cleared): the session is lost with it. */
export async function loadDpopKey(keyId: string): Promise<CryptoKeyPair | undefined> {
  const stored: unknown = await inStore('readonly', (store) => store.get(keyId));
  return isKeyPair(stored) ? stored : undefined;
}

export async function deleteDpopKey(keyId: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(keyId));
}

/** Removes keys that no account uses any more, left by sign-ins that did not finish. */
export async function deleteOtherDpopKeys(inUse: readonly string[]): Promise<void> {
  const keyIds = await inStore('readonly', (store) => store.getAllKeys());
  const orphans = keyIds.filter((keyId) => !inUse.includes(String(keyId)));
  await Promise.all(orphans.map((keyId) => deleteDpopKey(String(keyId))));
}

function isKeyPair(stored: unknown): stored is CryptoKeyPair {
  return typeof stored === 'object' && stored !== null && 'privateKey' in stored && 'publicKey' in stored;
}

async function inStore<Result>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await openDatabase();
  try {
    return await settled(ask(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return settled(request);
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
