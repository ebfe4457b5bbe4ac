/** WXT's fake browser with what it leaves out of the parts that this extension uses. Mocked in for `wxt/browser`. */
import { fakeBrowser } from 'wxt/testing/fake-browser';

export const browser = fakeBrowser;

/** happy-dom has no locks; one page alone needs none. */
const LOCKS = { request: (_name: string, work: () => unknown) => work() };

/** Empties all storage, and answers the calls that the fake leaves out as a browser would. */
export function resetBrowser(): void {
  fakeBrowser.reset();
  if (!navigator.locks) Object.defineProperty(navigator, 'locks', { value: LOCKS, configurable: true });
  Object.assign(fakeBrowser.storage.local, {
    setAccessLevel: async () => undefined,
    getBytesInUse: async () => JSON.stringify(await fakeBrowser.storage.local.get(null)).length,
  });
  Object.assign(fakeBrowser.storage.sync, { setAccessLevel: async () => undefined });
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  Object.assign(fakeBrowser.i18n, { getUILanguage: () => 'en-CA' });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '1.2.3' }) });
  Object.assign(fakeBrowser.storage.managed, { get: async () => ({}) });
}

/** What an administrator has set, told by the browser only once the returned function is called. */
export function setManagedLate(policy: Readonly<Record<string, unknown>>): () => void {
  const { promise, resolve } = Promise.withResolvers<Readonly<Record<string, unknown>>>();
  Object.assign(fakeBrowser.storage.managed, { get: () => promise });
  return () => resolve(policy);
}

/** What an administrator has set. */
export function setManaged(policy: Readonly<Record<string, unknown>>): void {
  Object.assign(fakeBrowser.storage.managed, { get: async () => policy });
}
