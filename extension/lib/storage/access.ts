/** Who may read storage: this extension's own pages. A script that runs in a web page, ours included, gets nothing. */
import { browser } from 'wxt/browser';

/** Memory storage is closed to scripts in pages by default; the disk's has to be closed where the browser can. */
export async function closeStorageToPages(): Promise<void> {
  const { local } = browser.storage;
  if ('setAccessLevel' in local) await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}
