/** Opens the popup where the browser can, otherwise the same page in a small window. */
import { browser } from 'wxt/browser';

const WINDOW_SIZE = { width: 420, height: 640 } as const;

/** Called before anything is awaited: Firefox opens the popup only while it handles what the person did. */
export async function openPopup(view: 'add' | 'find'): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await browser.windows.create({
      url: `/popup.html?view=${view}`,
      type: 'popup',
      focused: true,
      ...WINDOW_SIZE,
    });
  }
}
