/** Lines with several addresses become one line per address. */

import { HEADER, type ListEntry, splitAddressList } from '../details/address-list.ts';
import { localOf } from '../details/email-addresses.ts';
import { findPhones } from '../details/phones.ts';
import { type Line, MAX_LINES_AFTER } from '../lines/line.ts';
import { nameMatch } from '../names/name-match.ts';
import { parseName } from '../names/names.ts';
import { isTitle } from '../names/titles.ts';
import { isSharedMailbox } from '../words/mailboxes.ts';

export interface AddressLines {
  lines: Line[];
  /** The address of each line that has one. */
  emails: (string | undefined)[];
  /** Lines whose address stood in a list with others. */
  listed: Set<number>;
  /** Recipients in the header of a message: the text around them is about the sender. */
  recipients: Set<number>;
}

/** "To: Ann Roe <…>", "to Ann Roe <…>" */
const RECIPIENTS =
  /^(?:to|cc|bcc|à|cci|destinataires?|envoyé à|reply-to|répondre à)\s?:|^(?:to|à|cc)\s(?=[^<]{0,60}<\S+@\S+>$)/i;

/** The break between the entries of a list: weaker than any other. */
export const LIST_RISE = 90;
/** What is said at the first mentions of an address is enough. */
const MAX_MENTIONS = 2;
/** Limits the work on pages that repeat the same addresses many times. */
const MAX_ENTRIES = 3000;

/** "Co-chairs: Ann Roe and Bo Park", over their addresses. */
const SEVERAL = /^(?:([^:@]{3,40}):\s+)?(\p{Lu}[^:@]{4,120}\s(?:and|et|&)\s\p{Lu}[^:@]{4,40})$/u;
/** "Panel: Ann Roe (Elm Institute), Bo Park (Ash College)" */
const SEVERAL_IN_BRACKETS =
  /^(?:([^:@]{3,40}):\s+)?((?:\p{Lu}[^:@(),]{3,40}\s\([^()@]{2,60}\)(?:,\s(?:and\s|et\s)?|\s(?:and|et|&)\s|$)){2,})$/u;
/** "Words by Ann Roe • Photos by Bo Park" */
const MADE_BY = /^(?:\p{L}+\s)?(?:by|par|de)\s(?=\p{Lu})/iu;
const SEVERAL_MAKERS =
  /^()(\p{L}+ (?:by|par|de) \p{Lu}[^:@•·|]{3,40}(?:\s+[•·|]\s+\p{L}+ (?:by|par|de) \p{Lu}[^:@•·|]{3,40})+)$/u;
const SEVERAL_FORMS = [SEVERAL, SEVERAL_IN_BRACKETS, SEVERAL_MAKERS];
/** Lines between the names and the addresses: what all of them are, and for whom. */
const MAX_SHARED_LINES = 2;
const MAX_PAIR_WORDS = 8;

/** The places of the addresses of several people, in the order of their names; undefined where they cannot be told. */
function ownersOf(
  names: readonly string[],
  lines: readonly Line[],
  emails: AddressLines['emails'],
  first: number,
): number[] | undefined {
  const below = emails.slice(first, first + names.length);
  const spelled = names.map((name) => below.findIndex((email) => fitOf(name, email) === 3));
  if (!spelled.includes(-1) && new Set(spelled).size === names.length) return spelled.map((at) => first + at);
  // As many addresses as names: in the same order, unless one spells the name of another.
  const fits = names.map((name, at) => fitOf(name, below[at]));
  const isInOrder = names.every((name, at) => {
    const own = fits[at] ?? -1;
    return own >= 0 && below.every((other) => fitOf(name, other) <= own);
  });
  const isSome = fits.some((fit) => fit >= 2);
  // The address behind theirs, if any, stands in another block.
  const end = first + names.length;
  const isAll =
    below.length === names.length &&
    (emails[end] === undefined || (lines[end]?.rise ?? 0) < (lines[first]?.rise ?? 0));
  return isInOrder && isSome && isAll ? names.map((_, at) => first + at) : undefined;
}

/** What people who are named on one line are called, by the line with the address of each. */
interface Named {
  names: [owner: number, name: string][];
  /** Lines whose text is in the names. */
  used: number[];
}

/** "Ann Roe Bo Park" over "ann.roe@… bo.park@…": two columns that have lost the blanks between them. */
function namePair(lines: readonly Line[], emails: AddressLines['emails'], index: number): Named | undefined {
  const [one, two, three] = emails.slice(index + 1, index + 4);
  if (!one || !two || three) return undefined;
  const words = lines[index]?.text.split(' ') ?? [];
  if (words.length < 4 || words.length > MAX_PAIR_WORDS) return undefined;
  const numbers = findPhones(lines[index + 3]?.text ?? '').map(({ phone }) => phone);
  const isEach = numbers.length === 2;
  for (let count = 2; count <= words.length - 2; count += 1) {
    const [left, right] = [words.slice(0, count).join(' '), words.slice(count).join(' ')];
    if (fitOf(left, one) < 3 || fitOf(right, two) < 3) continue;
    return {
      names: [left, right].map((name, at) => [index + 1 + at, `${name} | ${isEach ? numbers[at] : ''} |`]),
      used: isEach ? [index, index + 3] : [index],
    };
  }
  return undefined;
}

/** "Co-chairs: Ann Roe and Bo Park", what both are, and their addresses. @param first the first line with one */
function nameSeveral(
  lines: readonly Line[],
  emails: AddressLines['emails'],
  index: number,
  first: number,
): Named | undefined {
  const text = lines[index]?.text ?? '';
  const [, label, people] = SEVERAL_FORMS.find((form) => form.test(text))?.exec(text) ?? [];
  if (!people) return undefined;
  const names = people
    .replace(MADE_BY, '')
    .split(/(?<!\([^()]*),\s+(?:and\s|et\s)?|(?<!\([^()]*)\s(?:and|et|&|[•·|])\s/)
    .map((name) => name.trim().replace(MADE_BY, ''));
  const owners = ownersOf(names, lines, emails, first);
  const said = lines.slice(index + 1, first).map((line) => ` | ${oneOf(line.text)}`);
  return (
    owners && {
      names: owners.map((owner, at) => [owner, `${titleOfEach(label)}${names[at]}${said.join('')} |`]),
      used: Array.from({ length: first - index }, (_, at) => index + at),
    }
  );
}

/** Gives each of several people named on one line the address below that is theirs. */
function giveNames({ lines, emails, listed, recipients }: AddressLines): AddressLines {
  const named = new Map<number, string>();
  const done = new Set<number>();
  for (const index of lines.keys()) {
    const below = emails.slice(index + 1, index + 2 + MAX_SHARED_LINES).findIndex(Boolean);
    if (emails[index] !== undefined || below < 0) continue;
    const found = namePair(lines, emails, index) ?? nameSeveral(lines, emails, index, index + 1 + below);
    for (const [owner, name] of found?.names ?? []) named.set(owner, name);
    for (const used of found?.used ?? []) done.add(used);
  }
  if (done.size === 0) return { lines, emails, listed, recipients };
  const kept = lines.flatMap((line, index) => (done.has(index) ? [] : [{ line, index }]));
  const at = new Map(kept.map(({ index }, place) => [index, place]));
  const moved = (places: Set<number>) => new Set([...places].flatMap((index) => at.get(index) ?? []));
  return {
    lines: kept.map(({ line, index }) => {
      const name = named.get(index);
      return name ? { ...line, text: `${name} ${line.text}` } : line;
    }),
    emails: kept.map(({ index }) => emails[index]),
    listed: moved(listed),
    recipients: moved(recipients),
  };
}

/** How well an address fits a name; -1 where the words are no whole name. */
function fitOf(text: string, email = ''): number {
  const local = localOf(email);
  const name = local ? parseName(text, local) : null;
  return name?.last ? nameMatch(name.first, name.last, local) : -1;
}

/** "Co-chairs" is what each of them is one of: "Co-chair"; undefined where the words are no titles of several. */
function oneTitle(titles: string): string | undefined {
  const one = titles.replace(/s$/, '');
  return one !== titles && isTitle(one) ? one : undefined;
}

/** "Co-chairs, Fall Supper" → "Co-chair, Fall Supper" */
function oneOf(line: string): string {
  const [titles = '', ...more] = line.split(/(?=,\s)/);
  const one = isTitle(titles) ? undefined : oneTitle(titles);
  return one === undefined ? line : [one, ...more].join('');
}

/** "Co-chairs: Ann Roe (ann@…) and Bo Park (bo@…)": what stands before the first is said of all. */
const OF_ALL = /^([^:@]{3,40}):\s+/u;

/** "President" is said of the first alone. */
function titleOfEach(label = ''): string {
  const one = oneTitle(label);
  return one === undefined ? '' : `${one}: `;
}

/** "ann@… | info@…" in a signature: the mailbox of the office beside somebody's own, with no words that go with it. */
function mailboxBeside(entries: readonly ListEntry[]): ListEntry | undefined {
  const shared = entries.filter(({ email }) => isSharedMailbox(localOf(email)));
  const [only] = shared;
  const isBeside =
    entries.length === 2 && shared.length === 1 && !entries.some(({ words }) => /\p{L}{2}/u.test(words));
  return isBeside ? only : undefined;
}

/** At most about `limit` different addresses are looked for. */
export function separateAddresses(lines: readonly Line[], limit: number): AddressLines {
  const result: Line[] = [];
  const emails: (string | undefined)[] = [];
  const listed = new Set<number>();
  const recipients = new Set<number>();
  const times = new Map<string, number>();
  let mentions = 0;
  const isFresh = ({ email }: ListEntry): boolean => {
    const count = (times.get(email) ?? 0) + 1;
    times.set(email, count);
    return count <= MAX_MENTIONS;
  };
  let after = 0;
  for (const line of lines) {
    // What comes long after the last address that counts is about nobody.
    if (times.size > limit && ++after > MAX_LINES_AFTER) break;
    const isLooked = mentions < MAX_ENTRIES && line.text.includes('@');
    const written = isLooked ? splitAddressList(line.text) : [];
    mentions += written.length;
    const entries = written.filter(isFresh);
    const distinct = new Set(entries.map((entry) => entry.email));
    const [only] = entries;
    // "To: Joe Doe; Ann Roe <…>": who stands before has no address.
    const isAfterOthers =
      only !== undefined &&
      distinct.size === 1 &&
      HEADER.test(line.text) &&
      !/^(?:from|sender)\b/i.test(line.text) &&
      /[;,]/.test(line.text.slice(0, line.text.indexOf('@'))) &&
      !/["“«]/.test(line.text);
    const isRecipients = only !== undefined && RECIPIENTS.test(line.text);
    if (distinct.size < 2 && !isAfterOthers && !isRecipients) {
      result.push(line);
      emails.push(entries[0]?.email);
      continue;
    }
    // "info@…; ann@…" and nothing else is a list.
    const isList = /^\S+@\S+[;,]\s*\S+@\S+$/.test(line.text);
    const shared = isList ? undefined : mailboxBeside(entries);
    if (shared && !isRecipients) {
      result.push({ ...line, text: line.text.replace(shared.written, '') });
      emails.push(entries.find((entry) => entry !== shared)?.email);
      listed.add(result.length);
      result.push({ ...line, text: `<${shared.written}>`, rise: LIST_RISE });
      emails.push(shared.email);
      continue;
    }
    const title = distinct.size > 1 ? titleOfEach(OF_ALL.exec(line.text)?.[1]) : '';
    for (const [index, entry] of entries.entries()) {
      listed.add(result.length);
      if (isRecipients) recipients.add(result.length);
      result.push({
        ...line,
        text: `${title}${title ? entry.words.replace(OF_ALL, '') : entry.words} <${entry.written}> ${entry.tail}`.trim(),
        rise: index === 0 ? line.rise : LIST_RISE,
      });
      emails.push(entry.email);
    }
  }
  return giveNames({ lines: result, emails, listed, recipients });
}
