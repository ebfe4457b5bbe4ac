/** Finds the lines of nobody that stand below somebody's address: what they say of e-mail is about that person. */

import { findEmails } from '../details/email-addresses.ts';
import { kindByWords } from '../lines/field-labels.ts';
import type { Line } from '../lines/line.ts';
import type { Region } from './regions.ts';

/** Further down, a page speaks of something else. */
const MAX_LINES_BELOW = 3;

/** "Email 2: ann@…" without a name: another address of whoever stands above. */
function isSecondAddress({ lines, at }: Region): boolean {
  const words = (lines[at]?.text ?? '').replace(/\S+@\S+/g, '').replace(/[\s:：<>()–—-]+$/, '');
  return at === 0 && (!/\p{L}/u.test(words) || kindByWords(words) === 'email');
}

/** For each region, such lines. @param lines in order @param rest those of no region */
export function linesBelow(
  regions: readonly Region[],
  lines: readonly Line[],
  rest: readonly Line[],
): readonly (readonly Line[])[] {
  const below = regions.map((): Line[] => []);
  const free = new Set(rest);
  const owners = new Map(regions.flatMap((region, at) => region.lines.map((line) => [line, at] as const)));
  const places = new Map(regions.map(({ email }, at) => [email, at]));
  let open = -1;
  for (const line of lines) {
    const [last] = line.text.includes('@') ? findEmails(line.text).slice(-1) : [];
    const owner = owners.get(line) ?? open;
    if (last) open = places.get(last.email) ?? -1;
    else if (owner !== open) open = -1;
    else if (free.has(line) && (below[open]?.length ?? MAX_LINES_BELOW) < MAX_LINES_BELOW)
      below[open]?.push(line);
  }
  for (let at = regions.length - 1; at > 0; at -= 1) {
    const [region, before] = [regions[at], below[at - 1]];
    if (!region || !before || !isSecondAddress(region)) continue;
    before.push(...region.lines.filter(({ text }) => !text.includes('@')), ...(below[at] ?? []));
  }
  return below;
}
