/** Keeps the background alive while a person reads and types in the sign-in window: browsers end an idle one after 30 s. */
import { browser } from 'wxt/browser';

const BEAT_MS = 15_000;

/** A write to storage is an API call, which resets Chrome's clock; that the background hears of it resets Firefox's. */
export function keepAlive(): () => void {
  const hear = () => undefined;
  browser.storage.session.onChanged.addListener(hear);
  const beat = setInterval(() => {
    void browser.storage.session.set({ keepAliveBeat: Date.now() });
  }, BEAT_MS);
  return () => {
    clearInterval(beat);
    browser.storage.session.onChanged.removeListener(hear);
  };
}
