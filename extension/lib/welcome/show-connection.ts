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

const FOCUS_TRIES = 20;
const FOCUS_PAUSE_MS = 100;

/** The sign-in window had the focus, and a popup opens only over a window that has it: it may take a moment to come back. */
async function openOverLastWindow(): Promise<void> {
  const { id } = await browser.windows.getLastFocused({ windowTypes: ['normal'] });
  if (id === undefined) throw new Error('no window to open the popup over');
  for (let tries = 1; !(await browser.windows.update(id, { focused: true })).focused; tries += 1) {
    if (tries === FOCUS_TRIES) break;
    await new Promise((resolve) => setTimeout(resolve, FOCUS_PAUSE_MS));
  }
  await browser.action.openPopup({ windowId: id });
}
