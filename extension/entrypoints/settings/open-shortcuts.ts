/** The browser's own page for keyboard shortcuts, where an extension may open it. */
import { browser } from 'wxt/browser';

/** Where Chrome and Edge keep them. */
const SHORTCUTS_URL = 'chrome://extensions/shortcuts';

/**
 * Resolves with whether the page opened: Firefox lets no extension open `about:addons`, and has a call for it since 137.
 * @see https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/commands/openShortcutSettings
 */
export async function openShortcuts(): Promise<boolean> {
  const commands: typeof browser.commands & { openShortcutSettings?: () => Promise<void> } = browser.commands;
  const open =
    commands.openShortcutSettings === undefined
      ? browser.tabs.create({ url: SHORTCUTS_URL })
      : commands.openShortcutSettings();
  return open.then(
    () => true,
    () => false,
  );
}
