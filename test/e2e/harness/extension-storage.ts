/** Everything the extension keeps in the browser, read from one of its own pages. */
import type { Page } from 'playwright-core';

/** All storage areas and all IndexedDB databases, as text; keys that cannot leave the browser show as what they are. */
export async function dumpExtensionStorage(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const settled = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const dump: unknown[] = [{ ...localStorage }, document.cookie];
    for (const area of ['local', 'session', 'sync'] as const) dump.push(await chrome.storage[area].get(null));
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        dump.push(name, store, await settled(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    const text = (_key: string, value: unknown) =>
      value instanceof CryptoKey ? `CryptoKey ${value.type} extractable=${value.extractable}` : value;
    return JSON.stringify(dump, text);
  });
}

/** Runs inside the page. */
declare const chrome: {
  storage: Record<'local' | 'session' | 'sync', { get(keys: null): Promise<unknown> }>;
};
