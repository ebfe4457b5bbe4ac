/** A double click of which the second press comes once the first one has changed the page: the fastest hand cannot show it. */
import type { Locator } from 'playwright-core';

/** Presses, waits for `meanwhile`, and presses once more at the same place. */
export async function doubleClickAcross(target: Locator, meanwhile: () => Promise<unknown>): Promise<void> {
  const page = target.page();
  // The view may still be moving, or the control be out of sight.
  await target.click({ trial: true });
  const box = await target.boundingBox();
  if (box === null) throw new Error(`${target} has no place on the page.`);
  const place = [box.x + box.width / 2, box.y + box.height / 2] as const;
  await page.mouse.move(...place);
  await page.mouse.down();
  await page.mouse.up();
  await meanwhile();
  await page.evaluate(pressAgain, place);
}

/** Runs inside the page: Firefox counts the clicks of a driver by its own clock, and a busy machine is slower than that. */
function pressAgain([x, y]: readonly [number, number]): void {
  const target = document.elementFromPoint(x, y) ?? document.body;
  const init = { bubbles: true, cancelable: true, clientX: x, clientY: y, detail: 2 };
  target.dispatchEvent(new PointerEvent('pointerdown', init));
  const focused = target.closest<HTMLElement>('a, button, input, select, textarea, summary, [tabindex]');
  if (target.dispatchEvent(new MouseEvent('mousedown', init))) focused?.focus();
  target.dispatchEvent(new MouseEvent('click', init));
}
