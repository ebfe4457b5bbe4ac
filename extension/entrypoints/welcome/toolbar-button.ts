/** The extension's button on the browser's toolbar: whether it is there, and how a person puts it there. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { MessageKey } from '../../lib/i18n/index.ts';

/** Each browser has its own words and icons for it. */
export function howToPin(): Extract<MessageKey, `welcome.pinIn${string}`> {
  if ('getBrowserInfo' in browser.runtime) return 'welcome.pinInFirefox';
  return / Edg\//.test(navigator.userAgent) ? 'welcome.pinInEdge' : 'welcome.pinInChrome';
}

/** Looked up again whenever the person comes back from the toolbar; false where the browser does not say. */
export function useIsPinned(): boolean {
  const [isPinned, setPinned] = useState(false);
  useEffect(() => {
    const read = () =>
      void browser.action.getUserSettings?.().then(({ isOnToolbar }) => setPinned(isOnToolbar === true));
    read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return isPinned;
}
