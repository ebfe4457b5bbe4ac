/** Shows after a sign-in that the account is connected: in the popup where the browser lets it open by itself, else on a page. */
import { browser } from 'wxt/browser';
import { newConnectionItem } from '../memory/new-connection.ts';
import { openWelcome } from './welcome.ts';

/** @param isWatched whether a view is open that shows it by itself */
export async function showConnection(accountId: string, isWatched: boolean): Promise<void> {
  if (isWatched) return;
  try {
    await openOverLastWindow();
  } catch {
    await newConnectionItem.set(accountId);
    await openWelcome();
  }
}

/** The sign-in window had the focus, and a popup opens only over a window that has it. */
async function openOverLastWindow(): Promise<void> {
  const { id } = await browser.windows.getLastFocused({ windowTypes: ['normal'] });
  if (id === undefined) throw new Error('no window to open the popup over');
  await browser.windows.update(id, { focused: true });
  await browser.action.openPopup({ windowId: id });
}
