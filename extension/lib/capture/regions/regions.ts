/** Divides the lines of a page into one region per address: the lines about the owner of that address. */

import { findPhones } from '../details/phones.ts';
import { splitLabel } from '../lines/labels.ts';
import { type Line, MAX_LINES_AFTER } from '../lines/line.ts';
import { nameMatch, sharesWord } from '../names/name-match.ts';
import { isTitle } from '../names/titles.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { slug } from '../text/clean-text.ts';
import { type AddressLines, LIST_RISE, separateAddresses } from './address-lines.ts';
import { ASSISTANT, findLeadingName } from './leading-name.ts';
import { hasName, isSender, signatureOf } from './signatures.ts';

export interface Region {
  email: string;
  lines: Line[];
  /** Index in `lines` of the line with the address. */
  at: number;
  /** The address stood in a list with others: only the words beside it are about it. */
  listed: boolean;
}

const MAX_LINES_BEFORE = 40;
const MAX_NAME_LINE = 120;
/** The same address again, so soon and with no other between, goes on about the same person. */
const MAX_LINES_BETWEEN_MENTIONS = 8;

const hasPhone = (line: Line): boolean => findPhones(line.text).length > 0;

/** Without a name to go by, details that directly follow an address are still its own, if it had none before. */
function endOfDetails(lines: readonly Line[], from: number, to: number, start: number): number {
  const hadPhone = lines.slice(start, from).some(hasPhone);
  let end = from;
  while (
    !hadPhone &&
    end < to &&
    (findPhones(lines[end]?.text ?? '').length > 0 || splitLabel(lines[end]?.text ?? ''))
  )
    end += 1;
  return end;
}

/**
 * A number on the first line after the cut belongs to the person before, if that person has no number yet and the next person
 * has another one.
 */
function ownPhone(lines: readonly Line[], start: number, from: number, cut: number, at: number): number {
  const [number, ...others] = lines.slice(cut, at + 1);
  const isTheirs =
    number !== undefined &&
    cut === from + 1 &&
    hasPhone(number) &&
    others.some(hasPhone) &&
    !lines.slice(start, cut).some(hasPhone);
  return isTheirs ? cut + 1 : cut;
}

const isRole = (line: Line | undefined): boolean =>
  line !== undefined && (isTitle(line.text) || isOrganisation(line.text));

/** How many lines directly above a name say what somebody does or for whom: some lists put them first. */
function rolesAbove(lines: readonly Line[], name: number, floor: number): number {
  let count = 0;
  for (let index = name - 1; index >= floor; index -= 1) {
    if (!isRole(lines[index])) break;
    count += 1;
  }
  return count;
}

/** The line with the name that the next address spells: the next region starts there or above. */
function ownName(lines: readonly Line[], first: number, to: number, email: string): number {
  const local = email.slice(0, email.lastIndexOf('@'));
  const bare = slug(local);
  for (let index = to - 1; index >= first; index -= 1) {
    const text = lines[index]?.text ?? '';
    const isLooked = text.length < MAX_NAME_LINE && sharesWord(text, bare);
    const name = isLooked ? findLeadingName(text, local)?.name : undefined;
    if (name && nameMatch(name.first, name.last, local) === 3) return index;
  }
  return to;
}

/** Longer distances are no list. */
const MAX_PERIOD = 12;

/**
 * Lines of a list that follow the address of each entry, told by its rhythm: addresses stand at one distance, with no break
 * that is stronger than the others, so that as many lines belong to each as follow the last one.
 */
function linesBelow(lines: readonly Line[], at: readonly number[]): number | undefined {
  const [first = 0, second = 0] = at;
  const last = at.at(-1) ?? 0;
  const period = second - first;
  const isEven = at.every((line, index) => index === 0 || line - (at[index - 1] ?? 0) === period);
  if (at.length < 3 || period < 2 || period > MAX_PERIOD || !isEven) return undefined;
  const rise = lines[last]?.rise ?? 0;
  for (let index = first + 1; index <= last; index += 1) if (lines[index]?.rise !== rise) return undefined;
  let end = last + 1;
  while (end < lines.length && end - last <= period && lines[end]?.rise === rise) end += 1;
  const below = end - last - 1;
  let start = first;
  while (first - start < period && start > 0 && lines[start]?.rise === rise) start -= 1;
  const isWhole = below < period && first - start >= period - 1 - below;
  return isWhole ? below : undefined;
}

/** "Ice Maker: Tom Roe – 902-555-0145": an entry of a list that has a line for each, whether or not it has an address. */
const ENTRY = /^[^:@–—]{3,60}(?:\s?:|\s[–—-])\s+\S/;

/** Whether all lines from one address to the next are entries of their own. */
function areEntries(lines: readonly Line[], from: number, at: number): boolean {
  const own = lines.slice(from, at + 1);
  return (
    own.length > 2 &&
    own.slice(1).every(({ rise }) => rise === lines[at]?.rise) &&
    own.every(({ text }) => ENTRY.test(text) && splitLabel(text)?.kind !== 'email') &&
    own.slice(0, -1).every(hasName)
  );
}

/** Index of the line that starts the next region, between the addresses in lines `from` and `to`. */
function cutBetween(lines: readonly Line[], start: number, from: number, at: number, email: string): number {
  const first = Math.max(from + 1, at - MAX_LINES_BEFORE);
  if (isSender(lines[at]) || isDisclaimer(lines[at]?.text ?? '') || areEntries(lines, from, at)) return at;
  const to = ownName(lines, first, at, email);
  let weakest = Number.POSITIVE_INFINITY;
  for (let index = first; index <= to; index += 1) weakest = Math.min(weakest, lines[index]?.rise ?? 0);
  const ties: number[] = [];
  for (let index = first; index <= to; index += 1)
    if ((lines[index]?.rise ?? 0) === weakest) ties.push(index);
  const [only = to] = ties;
  if (ties.length === 1) return ownPhone(lines, start, from, only, at);
  const named = lines.slice(first, to + 1).findIndex(hasName);
  if (named >= 0) {
    const before = lines.slice(start, from + 1).findIndex(hasName);
    const above = before < 0 ? 0 : rolesAbove(lines, start + before, start);
    const top = first + named - Math.min(above, rolesAbove(lines, first + named, first));
    return ties.findLast((tie) => tie <= top) ?? ties[0] ?? to;
  }
  const details = endOfDetails(lines, first, to, start);
  return ties.find((tie) => tie >= details) ?? to;
}

/** Where the first region starts and the last ends: at a break as strong as those between the regions. */
function outerBounds(
  lines: readonly Line[],
  cuts: readonly number[],
  first: number,
  last: number,
  email: string,
): { start: number; end: number } {
  let start = isSender(lines[first]) ? first : Math.max(0, first - MAX_LINES_BEFORE);
  let end = Math.min(lines.length, last + 1 + MAX_LINES_AFTER);
  if (cuts.length === 0) return { start, end };
  const name = ownName(lines, start, first + 1, email);
  const strength = Math.min(...cuts.map((cut) => lines[cut]?.rise ?? LIST_RISE));
  for (let index = first; index > start; index -= 1) {
    if ((lines[index]?.rise ?? 0) <= strength && lines.slice(index, first + 1).some(hasName)) start = index;
  }
  start = Math.min(start, name);
  const isApart = (lines[start]?.rise ?? 0) < strength;
  if (!isApart && isRole(lines[cuts[0] ?? 0]) && !isRole(lines[start]))
    start -= rolesAbove(lines, start, Math.max(0, first - MAX_LINES_BEFORE));
  for (let index = end - 1; index > last; index -= 1) {
    if ((lines[index]?.rise ?? 0) <= strength) end = index;
  }
  return { start, end };
}

/** "If you have received this in error, write to …": the lines above do not tell whose address this is. */
const DISCLAIMER =
  /(?:received? this|confidential|in error|unsubscribe|privacy|par erreur|confidentiel|se d[ée]sabonner|vie priv[ée]e|intended (?:recipient|for))/i;
const MIN_DISCLAIMER = 60;

export const isDisclaimer = (text: string): boolean => text.length > MIN_DISCLAIMER && DISCLAIMER.test(text);

export interface Regions {
  regions: Region[];
  /** Lines that belong to nobody in particular: headings, introductions, footers. */
  rest: Line[];
}

const MAX_LINES_TO_OTHER = 6;

interface Apart {
  lines: Line[];
  emails: (string | undefined)[];
  listed: Set<number>;
  /** Which line of the input each is. */
  places: number[];
  /** Lines with complete data about their own person, and none about the people around them. */
  alone: Placed[];
}

interface Placed {
  region: Region;
  place: number;
}

function setApart({ lines, emails, listed, recipients }: AddressLines): Apart {
  const own: Apart = { lines: [], emails: [], listed: new Set(), places: [], alone: [] };
  for (const [index, line] of lines.entries()) {
    const email = emails[index];
    const near = emails.slice(Math.max(0, index - MAX_LINES_TO_OTHER), index + MAX_LINES_TO_OTHER);
    const isAssistant = ASSISTANT.test(line.text) && near.some((other) => other && other !== email);
    if (email && (isAssistant || recipients.has(index))) {
      own.alone.push({ region: { email, lines: [line], at: 0, listed: true }, place: index });
      continue;
    }
    if (listed.has(index)) own.listed.add(own.lines.length);
    own.lines.push(line);
    own.emails.push(email);
    own.places.push(index);
  }
  return own;
}

/**
 * The first line of the block with the address, where that block and one above it have a number each: the one above is
 * about somebody else, unless the address spells a name in it.
 */
function startOfOwnBlock(lines: readonly Line[], from: number, at: number, email: string): number {
  const rises = lines.slice(from + 1, at + 1).map(({ rise }) => rise);
  const weakest = Math.min(...rises);
  const start = from + 1 + rises.lastIndexOf(weakest);
  const isBlock = rises.length > 2 && start < at && rises.some((rise) => rise > weakest);
  const own = isBlock ? lines.slice(start, at + 1) : [];
  const isOthers = own.some(hasPhone) && !own.some(hasName) && lines.slice(from, start).some(hasPhone);
  return isOthers && ownName(lines, from, start, email) === start ? start : from;
}

/** One region per line with an address, in order; at most `limit`. */
export function cutRegions(input: readonly Line[], limit: number): Regions {
  const { lines, emails, listed, places, alone } = setApart(separateAddresses(input, limit));
  const at: number[] = [];
  for (const [index, email] of emails.entries()) {
    const last = at.at(-1) ?? Number.NEGATIVE_INFINITY;
    const isRepeated =
      email === emails[last] && !listed.has(index) && index - last <= MAX_LINES_BETWEEN_MENTIONS;
    if (email && !isRepeated && at.length < limit) at.push(index);
  }
  if (at.length === 0)
    return { regions: alone.map(({ region }) => region), rest: alone.length > 0 ? lines : [...input] };
  const below = at.some((line) => listed.has(line)) ? undefined : linesBelow(lines, at);
  const cuts: number[] = [];
  for (let index = 1; index < at.length; index += 1) {
    const [from = 0, to = 0] = [at[index - 1], at[index]];
    cuts.push(
      below === undefined
        ? cutBetween(lines, cuts.at(-1) ?? 0, from, to, emails[to] ?? '')
        : from + below + 1,
    );
  }
  const [first = 0, second = 0] = at;
  const { start, end } =
    below === undefined
      ? outerBounds(lines, cuts, first, at.at(-1) ?? 0, emails[first] ?? '')
      : { start: first - (second - first - below - 1), end: (at.at(-1) ?? 0) + below + 1 };
  const placed = at.map((line, index): Placed => {
    const first = Math.max(index === 0 ? start : (cuts[index - 1] ?? 0), line - MAX_LINES_BEFORE);
    const from = startOfOwnBlock(lines, first, line, emails[line] ?? '');
    const next = at[index + 1];
    const isEntry = next !== undefined && areEntries(lines, line, next);
    const to = isEntry ? line + 1 : Math.min(cuts[index] ?? end, line + 1 + MAX_LINES_AFTER);
    const own = listed.has(line) ? { from: line, to: line + 1 } : { from, to };
    const ownLines = lines.slice(own.from, own.to);
    const sender = lines[line];
    const isUnsigned = sender && isSender(sender) && signatureOf(sender, ownLines.slice(1)).length === 0;
    const region = {
      email: emails[line] ?? '',
      lines: isUnsigned ? [...ownLines, ...signatureOf(sender, lines.slice(own.to))] : ownLines,
      at: line - own.from,
      listed: listed.has(line),
    };
    return { region, place: places[line] ?? 0 };
  });
  const rest = [...lines.slice(0, start), ...lines.slice(end)];
  const signed = alone.map(({ region, place }): Placed => {
    const signature = region.lines.flatMap((line) => signatureOf(line, rest));
    return { region: { ...region, lines: [...region.lines, ...signature] }, place };
  });
  const regions = [...placed, ...signed].sort((a, b) => a.place - b.place).map(({ region }) => region);
  return { regions, rest };
}
