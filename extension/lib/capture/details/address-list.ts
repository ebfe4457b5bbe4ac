/** Splits lists of addresses: "Name <address>, 'Last, First' <address>; address (Name)". @see RFC 5322 section 3.4 */
import { fold, slug } from '../text/clean-text.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';
import { PARTICLES } from '../words/people.ts';
import { isTitleKey } from '../words/title-words.ts';
import { type FoundEmail, findEmails, localOf } from './email-addresses.ts';

export interface ListEntry extends Pick<FoundEmail, 'email' | 'written'> {
  /** The words around the address; may be empty, or hold more than a name. */
  words: string;
  /** What follows the address and still belongs to it: the rest of its brackets, or up to the semicolon or the end of the sentence. */
  tail: string;
}

export const HEADER =
  /^(?:from|to|cc|bcc|reply-to|sender|de|à|a|cci|envoyé à|destinataires?|répondre à|organizer|required|optional)\s{0,2}:\s*/i;

/** Whether what follows an address belongs to it: "address (Name)". */
const COMMENT_AFTER = /^[>"'\])\s]{0,4}\(([^()@]{2,80})\)/;

/** "'Ann Roe' via Board": the address is the list's, and no person's. */
const VIA = /["'”’»\p{L}]\s(?:via|par l['’]entremise de)\s\p{Lu}/u;

function wordsBefore(text: string): string {
  const plain = text
    .replace(/\[mailto:$/i, '')
    .replace(/mailto:$/i, '')
    .replace(/["'“«]?[<([]?\s*$/, '')
    .replace(
      /^(?:\s|[>\])"'”»]|(?:on behalf of|de la part de|au nom de|and|et|or|ou)(?=\s)|[&;,/|·•.])+(?=\s|\p{Lu}|["'“«(<\p{Ll}]|$)/giu,
      '',
    );
  // "Board:Ann Roe": the name of a group of addresses
  return VIA.test(plain)
    ? ''
    : plain
        .replace(HEADER, '')
        .replace(/^\p{L}[\p{L}\s]{1,30}:(?=\p{Lu})/u, '')
        .trim();
}

/** "Race Director", but "Ann Baker" may be called so. */
function isPerhapsTitle(text: string): boolean {
  const words = text.split(/[\s:]+/).map(fold);
  return !COMMON_GIVEN_NAMES.has(words[0] ?? '') && words.some(isTitleKey);
}

/** "Joe Doe, Ann Roe": two people; "Roe, Ann" and "Van Wyk, Pieter Jan" are one. */
function lastPerson(entry: string, local: string): string {
  const comma = entry.lastIndexOf(',');
  const [before, after] = [entry.slice(0, comma).trim(), entry.slice(comma + 1).trim()];
  const isList =
    comma > 0 &&
    !/["“«(]/.test(entry) &&
    !entry
      .split(',')
      .slice(1)
      .some((part) => isPerhapsTitle(part.trim())) &&
    !PARTICLES.has((before.split(' ')[0] ?? '').toLowerCase()) &&
    [before, after].every((part) => /^\p{L}\S*\s\p{L}/u.test(part.replace(HEADER, '')));
  // "Theo Roe, Brightline PR" before theo@: who stands first is spelled.
  const isFirst = startsLike(before, local) && !startsLike(after, local);
  return isList && !isFirst ? after : entry;
}

/** Whether an address starts with the first word, or with its letter before the last word. */
function startsLike(name: string, local: string): boolean {
  const words = name.split(/\s+/).map(slug);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  return first !== '' && (slug(local).startsWith(first) || slug(local).startsWith(first.charAt(0) + last));
}

/** The first of the quotes around a name may be missing. */
const withoutLoneQuote = (text: string): string =>
  text.split('"').length % 2 === 0 ? text.replaceAll('"', '') : text;

/** After the last semicolon or bullet; after the last comma too, unless that comma stands inside quotes or inside "Last, First". */
function lastEntry(between: string, local: string): string {
  // "Ann Roe (506 555-0127; ann@…)": the semicolon stands inside what is said about her.
  const isInside = between.lastIndexOf('(', between.lastIndexOf(';')) > between.lastIndexOf(')');
  const semicolon = isInside ? -1 : between.lastIndexOf(';');
  const afterSemicolon = between.slice(Math.max(semicolon, between.lastIndexOf('•')) + 1);
  const closing = /^[^\p{L}\p{N}"'“«]*[>)\]"']+\s*,|^\s*,/u.exec(afterSemicolon);
  return lastPerson(closing ? afterSemicolon.slice(closing[0].length) : afterSemicolon, local);
}

const NUMBER = String.raw`\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}(?:,?\s(?:x|ext\.?|poste)\s?\d{1,6})?`;
/** "ann@elm.example.ca or 807-555-0131" */
const OTHER_NUMBER = new RegExp(String.raw`^\s(?:or|ou)\s${NUMBER}`, 'i');
/** "ann@elm.example.ca, 807-555-0131", unless the numbers of the list stand before the addresses */
const NUMBER_BEHIND = new RegExp(String.raw`^(?:\s(?:or|ou)|[,>)]*,|\s?[–—|-])\s${NUMBER}`, 'i');

const ROLE_BEHIND = /^,\s\p{Ll}[^,;.@()]{3,60}(?=,\s(?:or|and|ou|et)\s|[.;]?\s*$)/u;

/** Up to the bracket that closes, or up to the semicolon, before the next address. */
function tailOf(before: string, between: string, isBehind: boolean): string {
  const number = (isBehind ? NUMBER_BEHIND : OTHER_NUMBER).exec(between);
  if (number) return number[0];
  const open = before.lastIndexOf('(') > before.lastIndexOf(')');
  const closes = between.indexOf(')');
  // "Ann Roe (ann@…), box office, or Bo Park (bo@…)"
  const role = closes < 0 ? null : ROLE_BEHIND.exec(between.slice(closes + 1));
  if (open && closes >= 0) return between.slice(0, closes + 1 + (role?.[0].length ?? -1));
  const sentences = [...between.matchAll(/(?:^|\d|\p{Ll}{2}|\))[.!?]\s+(?=\p{Lu})/gu)];
  const sentence = sentences.at(-1);
  if (sentence) return between.slice(0, sentence.index + sentence[0].length);
  const semicolon = between.indexOf(';');
  return semicolon > 0 ? between.slice(0, semicolon) : '';
}

/** One entry per address in `line`, in order, with the words that go with each. */
export function splitAddressList(line: string): ListEntry[] {
  const found = findEmails(line);
  const isBehind = !/\d{3}[\s.-]?\d{4}/.test(line.slice(0, found[0]?.start));
  let from = 0;
  return found.map(({ email, written, start, end }, index) => {
    const local = localOf(email);
    const before = wordsBefore(lastEntry(line.slice(from, start), local));
    const comment = COMMENT_AFTER.exec(line.slice(end, end + 90));
    const next = found[index + 1]?.start ?? line.length;
    const tail = comment && !before ? '' : tailOf(line.slice(from, start), line.slice(end, next), isBehind);
    from = end + (comment && !before ? comment[0].length : tail.length);
    const words = withoutLoneQuote(before || comment?.[1] || '');
    return {
      email,
      written,
      words: findEmails(words).length > 0 ? '' : words,
      tail: tail.replace(/^[>\])"'”»\s]+/, ''),
    };
  });
}
