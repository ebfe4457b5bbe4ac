/** The page that says how to begin: opened after an installation, and to say that an account is connected. */
import { browser } from 'wxt/browser';
import { isBoolean } from '../storage/guards.ts';
import { defineItem, orUndefined } from '../storage/item.ts';

const PAGE = '/welcome.html';

const welcomedItem = defineItem<boolean>({
  area: 'local',
  key: 'welcomed',
  version: 1,
  fallback: false,
  parse: orUndefined(isBoolean),
});

export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: PAGE });
}

/**
 * Opens the page once, where a person has installed the extension. Where a policy has, nobody asked for it, and whoever set
 * the policy says how to begin.
 * @param reason of the browser's event: also an update of the extension, or of the browser
 */
export async function welcome(reason: string): Promise<void> {
  if (reason !== 'install') return;
  const { installType } = await browser.management.getSelf();
  if (installType === 'admin') return;
  let isFirst = false;
  await welcomedItem.update((welcomed) => {
    isFirst = !welcomed;
    return true;
  });
  if (isFirst) await openWelcome();
}
