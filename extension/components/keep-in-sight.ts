/**
 * Keeps what has the focus in sight when a message comes: it takes room, or lies over the end of the page. Tells the style
 * sheets how high the message is.
 */

import { showNote } from './show-note.ts';

/** The live regions of the page's messages, of which one at most is there. */
const REGIONS = '.toast[role]';

/** Returns a function that ends it. */
export function keepInSight(): () => void {
  const { style } = document.documentElement;
  const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)];
  let before = 0;
  const watching = new ResizeObserver(() => {
    const height = Math.max(...regions.map(({ offsetHeight }) => offsetHeight));
    style.setProperty('--toast', `${height}px`);
    if (height > before) showFocused();
    before = height;
  });
  for (const region of regions) watching.observe(region);
  return () => watching.disconnect();
}

/** Not what the person has scrolled away from. */
function showFocused(): void {
  const { activeElement: focused, body } = document;
  if (focused === null || focused === body) return;
  const { top, bottom } = focused.getBoundingClientRect();
  if (bottom <= 0 || top >= innerHeight) return;
  focused.scrollIntoView({ block: 'nearest' });
  showNote(focused);
}
