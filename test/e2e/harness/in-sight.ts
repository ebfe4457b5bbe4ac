/** Whether words, or a control, can be seen where they are: inside the window, and under no bar that stays. */
import type { Locator } from 'playwright-core';

/** The lines of its words that cannot be seen; for a field, its label's name. */
export const linesOutOfSight = (locator: Locator): Promise<string[]> => locator.evaluate(outOfSight);

/** Runs inside the page. */
function outOfSight(element: Element): string[] {
  const isSeen = ({ left, top, width, height }: DOMRect) => {
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit !== null && element.contains(hit);
  };
  if (element.matches('input, textarea, select'))
    return isSeen(element.getBoundingClientRect())
      ? []
      : [(element as HTMLInputElement).labels?.[0]?.textContent ?? '?'];
  const words = document.createRange();
  words.selectNodeContents(element);
  return [...words.getClientRects()]
    .filter((line) => line.width > 0 && !isSeen(line))
    .map(({ top, bottom }) => `${element.textContent} at ${top} to ${bottom} of ${innerHeight}`);
}
