/**
 * Puts a page of the web under a popup that is a tab of its own. `activeTab` comes with a real click on the extension's
 * button only, so the permission is stood in for; the function that the browser sends into the page runs in that page.
 */
import type { Page } from 'playwright-core';

export interface PageUnderPopup {
  /** How often the popup has read the page. */
  reads(): number;
}

export async function putUnderPopup(popup: Page, under: Page): Promise<PageUnderPopup> {
  let reads = 0;
  await popup.exposeFunction('readUnder', (source: string, args: unknown[]) => {
    reads += 1;
    return under.evaluate(`(${source})(...${JSON.stringify(args)})`);
  });
  await popup.addInitScript(standInForPermission);
  return { reads: () => reads };
}

interface Injection {
  func: (...args: unknown[]) => unknown;
  args: unknown[];
}

/** Runs inside the popup before its own scripts. */
function standInForPermission(): void {
  const executeScript = async ({ func, args }: Injection) => [
    { result: await readUnder(func.toString(), args) },
  ];
  Object.assign(chrome.scripting, { executeScript });
}

declare const chrome: { scripting: object };
declare function readUnder(source: string, args: unknown[]): Promise<unknown>;
