/** Where the lines about one person end and those about the next begin. */
import { localOf } from '../details/email-addresses.ts';
import { findPhones } from '../details/phones.ts';
import { splitLabel } from '../lines/labels.ts';
import { type Line, MAX_LINES_AFTER } from '../lines/line.ts';
import { nameMatch, sharesWord } from '../names/name-match.ts';
import { isTitle } from '../names/titles.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { isSite } from '../organisations/websites.ts';
import { slug } from '../text/clean-text.ts';
import { LIST_RISE } from './address-lines.ts';
import { findLeadingName } from './leading-name.ts';
import { hasName, isSender } from './signatures.ts';

export const MAX_LINES_BEFORE = 40;
const MAX_NAME_LINE = 120;

export const hasPhone = (line: Line): boolean => findPhones(line.text).length > 0;

/** Without a name to go by, details that directly follow an address are still its own, if it had none before. */
function endOfDetails(lines: readonly Line[], from: number, to: number, start: number): number {
  const hadPhone = lines.slice(start, from).some(hasPhone);
  let end = from;
  while (
    end < to &&
    (isSite(lines[end]?.text ?? '') ||
      (!hadPhone && (findPhones(lines[end]?.text ?? '').length > 0 || splitLabel(lines[end]?.text ?? ''))))
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

/** "Lambert Roy S.E.N.C.R.L." is a firm. */
const namesPerson = (line: Line): boolean => hasName(line) && !isOrganisation(line.text);

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

/** "Ann Roe 902-555-0120" */
const NUMBER_BEHIND = /[\s,:–-]+\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}.*$/u;

/** The line with the name that the next address spells: the next region starts there or above. */
export function ownName(lines: readonly Line[], first: number, to: number, email: string): number {
  const local = localOf(email);
  const bare = slug(local);
  for (let index = to - 1; index >= first; index -= 1) {
    const text = lines[index]?.text ?? '';
    const isLooked = text.length < MAX_NAME_LINE && sharesWord(text, bare);
    const name = isLooked ? findLeadingName(text.replace(NUMBER_BEHIND, ''), local)?.name : undefined;
    if (name && nameMatch(name.first, name.last, local) === 3) return index;
  }
  return to;
}

/** The line behind the name that the last address spells, where that name stands below it alone; else the line behind that address. */
function behindOwnName(
  lines: readonly Line[],
  start: number,
  from: number,
  at: number,
  email: string,
): number {
  const below = ownName(lines, from + 1, at, email);
  return below < at && ownName(lines, start, from + 1, email) > from ? below + 1 : from + 1;
}

/** Longer distances are no list. */
const MAX_PERIOD = 12;

/**
 * How many lines behind each address of a list the next entry begins with what somebody is: a title stands there between
 * all of them and above the first, and none behind the last.
 */
function placeOfRole(lines: readonly Line[], at: readonly number[], period: number): number {
  const [first = 0, last = 0] = [at[0], at.at(-1)];
  for (let place = 1; place < period; place += 1) {
    const between = at.slice(0, -1).filter((line) => isRole(lines[line + place])).length;
    const isAbove = isRole(lines[first + place - period]) && !isRole(lines[last + place]);
    if (isAbove && between * 2 >= at.length - 1) return place;
  }
  return Number.POSITIVE_INFINITY;
}

/** So many entries tell how all of a list stand. */
const MAX_ENTRIES_LOOKED_AT = 6;

/** The same place by the names: more addresses spell who stands above them than who stands below. */
function placeOfName(
  lines: readonly Line[],
  emails: readonly (string | undefined)[],
  at: readonly number[],
  period: number,
): number {
  const looked = at.slice(0, MAX_ENTRIES_LOOKED_AT);
  const fits = (place: number): number =>
    looked.filter(
      (line) => ownName(lines, line + place, line + place + 1, emails[line] ?? '') === line + place,
    ).length;
  for (let place = 1; place < period; place += 1) if (fits(place - period) > fits(place)) return place;
  return Number.POSITIVE_INFINITY;
}

/**
 * Lines of a list that follow the address of each entry, told by its rhythm: addresses stand at one distance, with no break
 * that is stronger than the others, so that as many lines belong to each as follow the last one.
 */
export function linesBelow(
  lines: readonly Line[],
  emails: readonly (string | undefined)[],
  at: readonly number[],
): number | undefined {
  const [first = 0, second = 0] = at;
  const last = at.at(-1) ?? 0;
  const period = second - first;
  const isEven = at.every((line, index) => index === 0 || line - (at[index - 1] ?? 0) === period);
  if (at.length < 3 || period < 2 || period > MAX_PERIOD || !isEven) return undefined;
  const rise = lines[last]?.rise ?? 0;
  for (let index = first + 1; index <= last; index += 1) if (lines[index]?.rise !== rise) return undefined;
  let end = last + 1;
  while (end < lines.length && end - last <= period && lines[end]?.rise === rise) end += 1;
  const follow = Math.min(end - last - 1, placeOfRole(lines, at, period) - 1);
  const below = follow > 0 ? Math.min(follow, placeOfName(lines, emails, at, period) - 1) : follow;
  let start = first;
  while (first - start < period && start > 0 && lines[start]?.rise === rise) start -= 1;
  const isWhole = below < period && first - start >= period - 1 - below;
  return isWhole ? below : undefined;
}

/** "Ice Maker: Tom Roe – 902-555-0145": an entry of a list that has a line for each, whether or not it has an address. */
const ENTRY = /^[^:@–—]{3,60}?(?:\s?:|\s[–—·|-])\s+\S/;

/** Whether all lines from one address to the next are entries of their own. */
export function areEntries(lines: readonly Line[], from: number, at: number): boolean {
  const own = lines.slice(from, at + 1);
  return (
    own.length > 2 &&
    own.slice(1).every(({ rise }) => rise === lines[at]?.rise) &&
    own.every(({ text }) => ENTRY.test(text) && splitLabel(text)?.kind !== 'email') &&
    own.slice(1, -1).every(hasName)
  );
}

/** "Dear Ms. Roe:", "Madame," */
const isSalutation = (text: string): boolean =>
  /^(?:dear\s[^@:,]{2,50}|madame|monsieur|mesdames|chère?s?\s[^@:,]{2,50})(?:,\s?(?:monsieur|messieurs))?\s?[,:]$/iu.test(
    text,
  );

/** "Poste vacant" over the address of the office. */
const VACANT = /^(?:(?:poste|si[èe]ge|seat|position)\s)?vacante?(?:\s(?:seat|position))?$/i;

/** Somebody's name and number, of whom no address is there. */
function isCardOfOther(lines: readonly Line[], email: string): boolean {
  const at = lines.findIndex(hasName);
  const name = findLeadingName(lines[at]?.text ?? '', localOf(email))?.name;
  return (
    name !== undefined &&
    nameMatch(name.first, name.last, localOf(email)) === 0 &&
    lines.slice(at + 1).some(hasPhone)
  );
}

/** Index of the line that starts the next region, between the addresses in lines `from` and `at`. */
export function cutBetween(
  lines: readonly Line[],
  emails: readonly (string | undefined)[],
  start: number,
  from: number,
  at: number,
): number {
  const email = emails[at] ?? '';
  const first = Math.max(behindOwnName(lines, start, from, at, emails[from] ?? ''), at - MAX_LINES_BEFORE);
  if (isSender(lines[at]) || isDisclaimer(lines[at]?.text ?? '') || areEntries(lines, from, at)) return at;
  // Of an office that nobody holds, nothing more is said.
  if (VACANT.test(lines[from - 1]?.text ?? '')) return from + 1;
  const salutation = lines.slice(first, at).findIndex(({ text }) => isSalutation(text));
  // Below the salutation of a letter speaks the one who signs it; who is named above it is the one it is written to.
  if (salutation >= 0 && !lines.slice(first, first + salutation).some(hasName)) return first + salutation;
  const to = ownName(lines, first, at, email);
  let weakest = Number.POSITIVE_INFINITY;
  for (let index = first; index <= to; index += 1) weakest = Math.min(weakest, lines[index]?.rise ?? 0);
  const ties: number[] = [];
  for (let index = first; index <= to; index += 1)
    if ((lines[index]?.rise ?? 0) === weakest) ties.push(index);
  const [only = to] = ties;
  if (ties.length === 1) return ownPhone(lines, start, from, only, at);
  // Somebody under a heading of their own has no address: the next person stands under the last heading.
  const headed = ties.every((tie) => lines[tie]?.heading) ? ties : [];
  const own = headed.findLast((tie) => tie <= at && lines.slice(tie, at + 1).some(hasName));
  if (own !== undefined) return own;
  const close = ties.findLast((tie) => lines.slice(tie, at + 1).some(hasName));
  if (
    close !== undefined &&
    lines.slice(close, at + 1).some(hasPhone) &&
    isCardOfOther(lines.slice(first, close), email)
  )
    return close;
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

const isNumber = (line: Line | undefined): boolean =>
  /^[^\p{L}]{7,}(?:(?:ext|poste)\.?\s?\d+)?$/iu.test(line?.text ?? '');

/** Where the first region starts and the last ends: at a break as strong as those between the regions. */
export function outerBounds(
  lines: readonly Line[],
  emails: readonly (string | undefined)[],
  cuts: readonly number[],
  first: number,
  last: number,
): { start: number; end: number } {
  let start = isSender(lines[first]) ? first : Math.max(0, first - MAX_LINES_BEFORE);
  const highest = Math.min(lines.length, last + 1 + MAX_LINES_AFTER);
  let end = highest;
  if (cuts.length === 0) return { start, end };
  const name = ownName(lines, start, first + 1, emails[first] ?? '');
  const strength = Math.min(...cuts.map((cut) => lines[cut]?.rise ?? LIST_RISE));
  for (let index = first; index > start; index -= 1) {
    if ((lines[index]?.rise ?? 0) <= strength && lines.slice(index, first + 1).some(namesPerson))
      start = index;
  }
  start = Math.min(start, name);
  const isApart = (lines[start]?.rise ?? 0) < strength;
  if (!isApart && isRole(lines[cuts[0] ?? 0]) && !isRole(lines[start]))
    start -= rolesAbove(lines, start, Math.max(0, first - MAX_LINES_BEFORE));
  // A number right under the last address, which stands alone on its line.
  const own = lines[last + 1];
  const isOwn =
    own !== undefined &&
    (/^\S+@\S+$/.test(lines[last]?.text ?? '') || isNumber(lines[first + 1])) &&
    isNumber(own) &&
    own.rise >= (lines[last]?.rise ?? 0);
  const details = isOwn ? endOfDetails(lines, last + 1, last + 2, cuts.at(-1) ?? start) : end;
  for (let index = end - 1; index > last; index -= 1) {
    if ((lines[index]?.rise ?? 0) <= strength) end = index;
  }
  const named = behindOwnName(lines, cuts.at(-1) ?? 0, last, highest, emails[last] ?? '');
  return { start, end: Math.max(end, named, isOwn ? details : 0) };
}

/** "If you have received this in error, write to …": the lines above do not tell whose address this is. */
const DISCLAIMER =
  /(?:received? this|confidential|in error|unsubscribe|privacy|par erreur|confidentiel|se d[ée]sabonner|vie priv[ée]e|intended (?:recipient|for))/i;
const MIN_DISCLAIMER = 60;

export const isDisclaimer = (text: string): boolean => text.length > MIN_DISCLAIMER && DISCLAIMER.test(text);
