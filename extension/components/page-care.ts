/** All that watches a page as a whole, together: the first view need not wait for it. */
import { keepEarlyLetters } from './early-letters.ts';
import { keepFocus } from './keep-focus.ts';
import { keepInSight } from './keep-in-sight.ts';
import { refuseStrayPresses } from './stray-presses.ts';

/** Returns a function that ends it. */
export function careForPage(): () => void {
  // A press that is refused starts nothing.
  const stops = [keepFocus(), keepInSight(), refuseStrayPresses(), keepEarlyLetters()];
  return () => {
    for (const stop of stops) stop();
  };
}
