/** The browser's own sign-in window, where the browser has one, and what became of it. */
import { browser } from 'wxt/browser';
import { isObject, isString } from '../storage/guards.ts';

/** What Chromium and Firefox say when the window was closed. They say so too when they have closed it themselves. */
const CLOSED = /did not approve access|cancelled or denied access/i;

type WindowEnd =
  | { how: 'answered'; responseUrl: string }
  | { how: 'closed' }
  /** It did not open, or its first page did not load. */
  | { how: 'failed' };

export interface AuthWindow {
  redirectUri: string;
  open(url: string): Promise<WindowEnd>;
}

/** Null where the browser offers none to extensions. */
export function authWindow(): AuthWindow | null {
  const { identity } = browser;
  if (typeof identity?.launchWebAuthFlow !== 'function') return null;
  return { redirectUri: identity.getRedirectURL(), open };
}

async function open(url: string): Promise<WindowEnd> {
  try {
    const responseUrl = await browser.identity.launchWebAuthFlow({ url, interactive: true });
    return responseUrl === undefined ? { how: 'closed' } : { how: 'answered', responseUrl };
  } catch (error) {
    const message = isObject(error) && isString(error.message) ? error.message : '';
    return { how: CLOSED.test(message) ? 'closed' : 'failed' };
  }
}
