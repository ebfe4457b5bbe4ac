/** Where the lines of the last one start, when several people stand above one address: its owner, or an office. */
import { localOf } from '../details/email-addresses.ts';
import { POSTAL_CODE } from '../details/postal-addresses.ts';
import { labelKind } from '../lines/labels.ts';
import type { Line } from '../lines/line.ts';
import { sharesWord } from '../names/name-match.ts';
import { isTitle, isTitleWord } from '../names/titles.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { fold, slug } from '../text/clean-text.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';
import { isSharedMailbox } from '../words/mailboxes.ts';
import { hasPhone, ownName } from './breaks.ts';
import { findLeadingName } from './leading-name.ts';
import { hasName, isSender } from './signatures.ts';

/** "General enquiries: info@…", "Questions? info@…": the line says itself what the mailbox is for. */
const SAID = /^(\p{L}[\p{L}\s'’&-]{3,60})[:：?]\s/u;

/** "president@" is somebody's, "info@" is everybody's. */
const isOfOffice = (email: string): boolean => {
  const local = localOf(email);
  return isSharedMailbox(local) && !isTitleWord(slug(local));
};

function saysItself({ text }: Line): boolean {
  const label = SAID.exec(text)?.[1]?.trim();
  return label !== undefined && labelKind(label) === undefined && !isTitle(label);
}

const MAX_LINES_TO_NAME = 4;

/** "Ann Roe, Chair" before ann@, or over "Questions? Write to Ann" */
function isCalled({ text }: Line, email: string, asked: string): boolean {
  const first = text.length < 120 ? (findLeadingName(text, '')?.name.first ?? '') : '';
  return first !== '' && (slug(first) === slug(localOf(email)) || asked.split(/[\s,:(<]+/).includes(first));
}

/** "Ann Roe, ext. 12" */
const EXTENSION = /,?\s(?:poste|ext\.?|x)\s?\d{1,6}$/iu;

/** Whether a line names somebody and says, there or below, what they do or how to reach them. */
function presents(lines: readonly Line[], index: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]];
  if (!line || POSTAL_CODE.test(line.text)) return false;
  const text = line.text.replace(EXTENSION, '');
  const found = text !== line.text || hasName(line) ? findLeadingName(text, '') : null;
  if (!found?.name.last) return false;
  const { clean, first } = found.name;
  if (!COMMON_GIVEN_NAMES.has(fold(first)) && (!clean || isOrganisation(line.text))) return false;
  const isHeaded = isTitle(lines[index - 1]?.text ?? '');
  const isFollowed = next !== undefined && !hasName(next) && (isTitle(next.text) || hasPhone(next));
  return isTitle(found.rest) || hasPhone(line) || isFollowed || isHeaded;
}

/**
 * "Ann Roe" heads a block of the page, behind which the mailbox stands, or the mailbox has a heading of its own ("Service des
 * communications" over communications@): the first line there.
 */
function behindBlockOf(
  lines: readonly Line[],
  person: number,
  at: number,
  email: string,
): number | undefined {
  const head = lines[person];
  const bare = slug(localOf(email));
  const own = lines
    .slice(person + 1, at)
    .findLastIndex(({ heading, text }) => heading && sharesWord(text, bare));
  if (own >= 0) return person + 1 + own;
  const behind = lines.slice(person + 1, at + 1).findIndex(({ rise }) => rise < (head?.rise ?? 0));
  return head?.heading && behind >= 0 ? person + 1 + behind : undefined;
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

/**
 * Behind a table with several rows and columns that does not hold the address: nobody in it owns the mailbox of an office, and
 * what it says of things ("Guide, 3rd ed. – 12 – $18") is no matter of anybody's.
 */
function behindTable(lines: readonly Line[], from: number, at: number, isOffice: boolean): number {
  const own = lines[at]?.cell?.table;
  if (isOffice && own !== undefined) return from;
  const isOther = ({ cell }: Line): boolean => cell !== undefined && cell.table !== own;
  const cells = lines.slice(from, at).filter(isOther);
  const isTable =
    cells.some(({ cell }) => cell && cell.row > 1) &&
    cells.some(({ cell }) => cell && cell.column > (isOffice ? 0 : 1));
  const isOfNobody = isTable && (isOffice || !cells.some(hasName));
  return isOfNobody ? from + lines.slice(from, at).findLastIndex(isOther) + 1 : from;
}

/**
 * The first line about the owner of the address in line `at`. Several people above, one a line or each with lines of their own,
 * are not all its owners: it belongs to the last entry, if it stands in it, and the mailbox of an office to none of them.
 * `above`, or the start of a block with a number of its own, where nothing else tells.
 */
export function startOfOwnEntry(lines: readonly Line[], above: number, at: number, email: string): number {
  const isOffice = isOfOffice(email);
  const from = startOfOwnBlock(lines, behindTable(lines, above, at, isOffice), at, email);
  const own = lines[at];
  if (!own || hasName(own)) return from;
  // "Une question? colloque@…" below somebody's card
  const isAsked = /^[^:@]{3,60}\?\s/.test(own.text) && ownName(lines, from, at, email) === at;
  const near = lines.slice(Math.max(from, at - MAX_LINES_TO_NAME), at);
  if ((isOffice || isAsked) && saysItself(own) && !near.some((line) => isCalled(line, email, own.text)))
    return at;
  const people: number[] = [];
  for (let index = from; index < at; index += 1) if (presents(lines, index)) people.push(index);
  const [first = at, last = at] = [people[0], people.at(-1)];
  if (people.length === 1 && isOffice) return behindBlockOf(lines, last, at, email) ?? from;
  if (people.length < 2) return from;
  if (last - first === people.length - 1) return isOffice ? last + 1 : from;
  const rises = lines.slice(first + 1, last + 1).map(({ rise }) => rise);
  const between = Math.min(...rises);
  if (rises.every((rise) => rise === between)) {
    // Without a break, they may be what one signature says, or entries of organisations; else each has as many lines.
    const others = lines.slice(from, at).filter((_, index) => !people.includes(from + index));
    const isStaff = isOffice && !others.some(({ text }) => isOrganisation(text));
    return isStaff ? Math.min(at, last + (last - (people.at(-2) ?? last))) : from;
  }
  const isBreak = ({ rise }: Line): boolean => rise <= between;
  const next = lines.slice(last + 1, at + 1).findIndex(isBreak);
  if (next >= 0) return isOffice ? last + 1 + next : from;
  // The address may spell the name of somebody in an entry above.
  const start = from + lines.slice(from, last + 1).findLastIndex(isBreak);
  return start < from || ownName(lines, from, last, email) < last ? from : start;
}

/** The end of the lines about an office whose staff stands below its mailbox; `to` where they may be about its owner. */
export function endOfOwnEntry(lines: readonly Line[], at: number, to: number, email: string): number {
  const own = lines[at];
  if (!own || !isOfOffice(email) || hasName(own) || isSender(own)) return to;
  const people: number[] = [];
  for (let index = at + 1; index < to; index += 1) if (presents(lines, index)) people.push(index);
  const [first, second] = people;
  if (first === undefined) return to;
  const apart = lines.slice(at + 1, first + 1).findIndex(({ heading, rise }) => heading || rise < own.rise);
  if (apart >= 0) return at + 1 + apart;
  return second === undefined ? to : first - (isTitle(lines[first - 1]?.text ?? '') ? 1 : 0);
}
