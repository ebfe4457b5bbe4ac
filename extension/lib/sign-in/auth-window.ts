/** The browser's own sign-in window. */
import { browser } from 'wxt/browser';
import { SignInError } from './sign-in-error.ts';

/** What Chromium says when the first page did not load; both browsers' other rejections mean that the window was closed. */
const NOT_LOADED = /could not be loaded/i;

/** The URL that the window ended at. Throws {@link SignInError} `cancelled` when the person closed it. */
export async function openAuthWindow(url: string): Promise<string> {
  try {
    const responseUrl = await browser.identity.launchWebAuthFlow({ url, interactive: true });
    if (responseUrl === undefined) throw new SignInError('cancelled');
    return responseUrl;
  } catch (cause) {
    if (cause instanceof SignInError) throw cause;
    const isNotLoaded = cause instanceof Error && NOT_LOADED.test(cause.message);
    throw new SignInError(isNotLoaded ? 'broker-unreachable' : 'cancelled', null, cause);
  }
}
