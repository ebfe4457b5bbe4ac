/** Who may read storage: this extension's own pages only, not scripts that run in web pages, even ours. */
import { browser } from 'wxt/browser';

/**
 * By default scripts in pages cannot read memory storage; disk storage is closed to them where the browser can do so.
 */
export async function closeStorageToPages(): Promise<void> {
  for (const area of [browser.storage.local, browser.storage.sync]) {
    if ('setAccessLevel' in area) await area.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  }
}
