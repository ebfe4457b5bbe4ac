/** Controls that take the focus where nobody sees it (WCAG 2.4.11): wholly under a bar that stays, or beyond the window. */
import type { Page } from 'playwright-core';

/** The popup measures its bars again a moment after the window has changed. */
const LOOKS = 5;
const BETWEEN_LOOKS_MS = 200;

/** One line for each, on the way down and on the way back, that stays one. */
export async function hiddenFocusFaults(page: Page): Promise<string[]> {
  let faults = await page.evaluate(focusAll);
  for (let look = 1; look < LOOKS && faults.length > 0; look += 1) {
    await page.waitForTimeout(BETWEEN_LOOKS_MS);
    faults = await page.evaluate(focusAll);
  }
  return faults;
}

/** Runs inside the page. */
function focusAll(): string[] {
  const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  /** How many points of a control are looked at in each direction. */
  const POINTS = 6;

  const belongsTo = (hit: Element, control: HTMLElement) =>
    control.contains(hit) ||
    [...((control as HTMLInputElement).labels ?? [])].some((one) => one.contains(hit));
  const isSeen = (control: HTMLElement) => {
    const { left, top, width, height } = control.getBoundingClientRect();
    for (let across = 0; across < POINTS; across += 1)
      for (let down = 0; down < POINTS; down += 1) {
        const [x, y] = [left + (width * (across + 0.5)) / POINTS, top + (height * (down + 0.5)) / POINTS];
        const hit = document.elementFromPoint(x, y);
        if (hit !== null && belongsTo(hit, control)) return true;
      }
    return false;
  };
  const nameOf = (control: HTMLElement) =>
    (control as HTMLInputElement).labels?.[0]?.textContent ||
    control.title ||
    control.textContent ||
    control.ariaLabel;
  const controls = [...document.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (control) => !control.matches(':disabled, [tabindex="-1"]') && control.checkVisibility(),
  );
  const found: string[] = [];
  for (const [way, order] of [
    ['down', controls],
    ['up', controls.toReversed()],
  ] as const)
    for (const control of order) {
      control.focus();
      if (document.activeElement === control && !isSeen(control))
        found.push(`has the focus out of sight on the way ${way}: ${nameOf(control)?.trim().slice(0, 60)}`);
    }
  return found;
}
