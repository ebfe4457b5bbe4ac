/** What a screen reader would say wrongly of a page, from Chromium's own accessibility tree. */
import type { Page } from 'playwright-core';

/** What a person can press. */
const PRESSED = new Set(['button', 'link', 'DisclosureTriangle']);

/** One line each: a control without a name, or with that of another; a description that repeats the name; a gap in the headings. */
export async function spokenFaults(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const faults: string[] = [];
  const met = new Set<string>();
  let level = 0;
  for (const { ignored, role, name, description, properties = [] } of nodes) {
    if (ignored) continue;
    const [kind, words] = [String(role?.value), String(name?.value ?? '').trim()];
    if (PRESSED.has(kind)) {
      if (words === '') faults.push(`a ${kind} has no name`);
      if (met.has(`${kind} ${words}`)) faults.push(`two of ${kind} are named “${words}”`);
      if (description?.value === words) faults.push(`“${words}” is said twice`);
      met.add(`${kind} ${words}`);
    }
    if (kind !== 'heading') continue;
    const next = Number(properties.find((one) => one.name === 'level')?.value.value);
    if (next > level + 1) faults.push(`heading “${words}” of level ${next} follows level ${level}`);
    level = next;
  }
  return faults;
}
