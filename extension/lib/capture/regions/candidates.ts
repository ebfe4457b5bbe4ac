/** The names near an address, with how likely each is the name of its owner. */
import { provinceCode } from '../details/provinces.ts';
import { nameMatch } from '../names/name-match.ts';
import { type PersonName, parseName } from '../names/names.ts';
import { isTitle, isTitleAsGiven } from '../names/titles.ts';
import { isOfficeOf, organisationStrength } from '../organisations/organisations.ts';
import { fold, slug } from '../text/clean-text.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';
import { NO_REPLY } from '../words/mailboxes.ts';
import { PRONOUNS } from '../words/people.ts';
import { MAILBOX_LABEL } from './given-name.ts';
import { ASSISTANT, findLeadingName, type LeadingName } from './leading-name.ts';
import { behindEmployer } from './lost-columns.ts';
import { findProseNames } from './prose.ts';
import { EMAIL_MARK, type WordLine } from './region-facts.ts';

export interface Candidate {
  name: PersonName;
  /** What the line says besides. */
  rest: () => string;
  line: number;
  score: number;
  /** A label or a title says that this is a person; the address spells the whole name; or the given name is a common one. */
  isPerson: boolean;
  /** "Contact: Ann Roe", "President: Ann Roe" */
  isAnnounced: boolean;
}

/** The name once more, as below a sender's. */
export const isNameOf = ({ name }: Candidate, text: string): boolean =>
  slug(text) === slug(name.first + name.last);

/** Addresses that no person reads: they get no name. */
const UNREAD = new RegExp(`(?:^|[-._])(?:${NO_REPLY}|mailer-daemon)`);
export const isUnread = (local: string): boolean => UNREAD.test(local);
/** "Ann Roe via Board List": the address is the list's. */
const VIA = /\p{L}['"’”»]?\svia\s\p{Lu}[^\uE000]{0,60}\uE000/u;
/** "To: Ann Roe" in the header of a message from somebody else. */
const isRecipientAlone = (text: string): boolean =>
  /^(?:to|cc|bcc|à|cci)\s?:/i.test(text) && !text.includes(EMAIL_MARK);
/** "Write to Ann Roe before May 3 :" over the address. */
const LEADS_ON = /(?:[:：]|\s(?:at|to|via|à|au))$/u;
/** As much as a name that the address spells, some lines away. */
const IN_OFFICE = 10;
/** Whatever the distance from the sender's line to the signature. */
const SIGNED = 8;
const wordCount = (text: string): number => text.split(' ').length;
const isSpelledApart = ({ first, last }: PersonName, local: string): boolean => {
  const parts = local.split(/[._-]/).map(slug);
  return parts.length > 1 && [first, last].every((name) => parts.includes(slug(name)));
};
const calledOf = ({ first, last }: PersonName): string => `${first} ${last}`.trim();

/** "siobhan roe" before siobhan@: a line in small letters of which the address spells a part. */
function smallName(line: string, local: string): LeadingName | null {
  const text = line.replace(PRONOUNS, ' ').trim();
  if (!/^\p{Ll}[\p{Ll}\p{M}'’-]+(?: \p{Ll}[\p{Ll}\p{M}'’-]+){1,2}$/u.test(text)) return null;
  const name = parseName(text.toUpperCase(), local);
  const isSpelled = name?.clean === true && nameMatch(name.first, name.last, local) >= 2;
  return isSpelled && name ? { name, rest: '', labelled: false, whole: true } : null;
}

/** "Rosa Park" over or under "Registrar", or beside it: each word has another meaning, but so stand people. */
function isBesideTitle(words: readonly WordLine[], { index }: WordLine, found: LeadingName): boolean {
  const { first, last } = found.name;
  const isTitleOf = (text: string): boolean =>
    text.split(/\s*[|·•/]\s*|\s(?:at|@|chez)\s/).some((part) => isTitle(part));
  return (
    last !== '' &&
    COMMON_GIVEN_NAMES.has(fold(first.split(' ')[0] ?? '')) &&
    (isTitleOf(found.rest) ||
      words.some(
        (other) => other.index !== index && Math.abs(other.index - index) <= 2 && isTitleOf(other.text),
      ))
  );
}

/** More than all that a line above or below may add. */
const OF_OFFICE = 4;

/** "SAO: Ann Roe" near sao@: the mailbox is that of the office. */
const holdsOffice = (rest: string, local: string): boolean =>
  rest.split(/\s*[|,(/]\s*/).some((title) => {
    const words = title.split(/[\s-]+/);
    const initials = words.map((word) => slug(word).charAt(0)).join('');
    return slug(title) === slug(local) || (words.length > 2 && isTitle(title) && initials === slug(local));
  });

/** "Ville de l’Orme Ibrahima Roe 819 555-0193 …": a number or an address behind makes it a row. */
function inRow(word: WordLine, text: string, local: string): LeadingName | null {
  const [row = '', ...others] = text.split(' | ');
  const isRow = others.length > 0 || word.text.includes(EMAIL_MARK) || / \|/.test(word.text);
  const found = isRow ? behindEmployer(row) : null;
  const name = found ? findLeadingName(row, local)?.name : undefined;
  const isSpelled = name !== undefined && nameMatch(name.first, name.last, local) === 3;
  return found && !isSpelled ? { ...found, labelled: false, whole: true } : null;
}

function leadingCandidate(
  words: readonly WordLine[],
  word: WordLine,
  at: number,
  local: string,
): Candidate | null {
  const text = word.text
    .replaceAll(EMAIL_MARK, ' | ')
    .replace(/(?:\s*\|\s*)+/g, ' | ')
    .replace(/^[\s|]+|[\s|,:;–—-]+$/g, '')
    // "office@elm.ca (Ann Roe)"
    .replace(/^\(([^()]+)\)$/, '$1')
    .trim();
  const found = inRow(word, text, local) ?? findLeadingName(text, local) ?? smallName(text, local);
  if (!found || (found.name.last !== '' && isTitleAsGiven(found.name.first))) return null;
  const isSingle = found.name.last === '';
  // "Altos: altos@…"
  if (isSingle && MAILBOX_LABEL.test(word.text) && !COMMON_GIVEN_NAMES.has(fold(found.name.first)))
    return null;
  if (isSingle && (word.index > at || at - word.index > 6)) return null;
  const match = isSingle ? 0 : nameMatch(found.name.first, found.name.last, local);
  if (match === 0 && wordCount(found.rest) > 14 && !found.name.marked) return null;
  const called = calledOf(found.name);
  const isCompany = wordCount(called) > 2 && organisationStrength(called, '') >= 2;
  const isThing =
    !found.name.clean || isCompany || (organisationStrength(text, '') >= 2 && found.rest === '');
  if (match === 0 && isThing && !found.name.marked && !isBesideTitle(words, word, found)) return null;
  const distance = word.index <= at ? (at - word.index) * 0.15 : 1 + (word.index - at) * 0.5;
  const bonus =
    (holdsOffice(found.rest, local) ? OF_OFFICE : 0) +
    (found.name.marked ? 1.5 : 0) +
    (found.labelled ? 1 : 0) +
    (word.heading ? 0.5 : 0) +
    (found.name.clean ? 0.5 : 0) +
    (found.whole ? 0.3 : 0);
  return {
    name: found.name,
    rest: () => found.rest,
    line: word.index,
    score: 2 + match * 3 + bonus - distance,
    isPerson:
      match === 3 || found.name.marked || found.labelled || COMMON_GIVEN_NAMES.has(fold(found.name.first)),
    isAnnounced: found.labelled && !ASSISTANT.test(word.text),
  };
}

/** "From: Elm Inn <info@…>", "From: info@…" */
const FROM = /^(?:from|de|sender|expéditeur)\s?:\s*([^<\uE000]{0,60}?)[\s<"]*\uE000/iu;

/** Whether a line is a name, and the next or its rest says what somebody does: how people sign. */
function isSigned(words: readonly WordLine[], at: number): boolean {
  const found = findLeadingName(words[at]?.text ?? '', '');
  if (!found?.name.last || !found.whole || !found.name.clean) return false;
  return found.rest === '' ? isTitle(words[at + 1]?.text.split(/,\s/)[0] ?? '') : isTitle(found.rest);
}

/** The line of the one who signs for a sender that is no person: above its name, or else the last one signed so. */
function signerOf(words: readonly WordLine[], at: number): number | undefined {
  const start = words.findIndex(({ index }) => index === at);
  const from = FROM.exec(words[start]?.text ?? '');
  if (!from) return undefined;
  const called = from[1] ?? '';
  const sender = slug(called);
  const next = words.findIndex(
    ({ index, text }) => index > at && sender.length > 3 && slug(text).startsWith(sender),
  );
  if (next > 0) return words[next - 1]?.index;
  if (parseName(called) !== null) return undefined;
  const signed = words.findLastIndex((_, place) => place > start && isSigned(words, place));
  return words[signed]?.index;
}

function ownerOfOffice({ text, index }: WordLine, local: string): Candidate[] {
  const [, owner = ''] = /(?:office of|bureau d(?:e |['’]))\s?(\p{Lu}[^,]{3,40}),/iu.exec(text) ?? [];
  const name = owner ? parseName(owner, local) : null;
  if (!name || nameMatch(name.first, name.last, local) < 3) return [];
  return [{ name, rest: () => '', line: index, score: IN_OFFICE, isPerson: true, isAnnounced: false }];
}

/** "British Columbia – Ann Roe, bc@…": nobody is called like a province. */
function withoutProvince(word: WordLine): WordLine {
  const [, place = '', rest = ''] = /^([^–—:,(\uE000-]{4,30}?)(?:\s?[–—:-]\s+|$)(.*)$/u.exec(word.text) ?? [];
  return provinceCode(place) ? { ...word, text: rest } : word;
}

export function candidatesOf(words: readonly WordLine[], at: number, local: string): Candidate[] {
  if (isUnread(local)) return [];
  const signer = signerOf(words, at);
  const candidates = words.map(withoutProvince).flatMap((word): Candidate[] => {
    if (VIA.test(word.text) || isRecipientAlone(word.text)) return [];
    // "Office of Ann Roe, MPP" is hers only where the address spells her name.
    if (isOfficeOf(word.text)) return ownerOfOffice(word, local);
    const leading = leadingCandidate(words, word, at, local);
    if (leading) return [word.index === signer ? { ...leading, score: SIGNED } : leading];
    const bare = word.text.replace(/[\s|,·•\uE000-]+$/u, '');
    const isNobody =
      (bare.length < 100 && organisationStrength(bare, '') >= 2) ||
      // "Reeve Ward 1"
      (/\s\d{1,3}$/.test(bare) && isTitle(bare));
    if (isNobody && !bare.includes(EMAIL_MARK)) return [];
    const next = words.find(({ index }) => index === at);
    const isBare = next === undefined || /^\uE000[\s.,;]*(?:\p{Lu}|$)/u.test(next.text);
    const goesOn = word.index === at - 1 && LEADS_ON.test(word.text) && isBare;
    return findProseNames(goesOn ? `${word.text} ${EMAIL_MARK}` : word.text, local).map((found) => ({
      name: found.name,
      rest: found.role,
      line: word.index,
      score: found.score - Math.abs(at - word.index) * 0.3,
      isPerson: true,
      isAnnounced: false,
    }));
  });
  // "Elmdale Quilters", then "Contact: Ann Roe": the address quilters@ spells the heading, which is no person.
  // "LAKE STEWARD" over "Rosemary Tilley" at steward@
  const isWork = ({ name, isPerson }: Candidate): boolean =>
    !isPerson && isTitle(`${name.first} ${name.last}`);
  const others = candidates.filter((found) => !isWork(found) && found.name.last && found.name.clean);
  const announced = candidates.findLast(({ isAnnounced, name }) => isAnnounced && name.last !== '');
  // "Phuong Anh" signs over "Phuong Anh Roe"; "Email Mayor Van Roe" stands below "Art Van Roe".
  const isCutShort = ({ name }: Candidate): boolean =>
    name.last !== '' &&
    candidates.some(
      ({ name: { first, last } }) =>
        (calledOf(name) === first && /^\S+$/.test(last)) || (first !== '' && calledOf(name) === last),
    );
  // "Holy Rosary" over "Pastor: Augustine Roe" at holyrosary@
  // "Roe, Bronwyn" at bronwyn.roe@ is somebody.
  const isHeadingOver = ({ name, isAnnounced, line }: Candidate): boolean =>
    !isAnnounced &&
    !name.marked &&
    !isSpelledApart(name, local) &&
    line < (announced?.line ?? 0) &&
    !COMMON_GIVEN_NAMES.has(fold(name.first.split(' ')[0] ?? ''));
  // "Gaspésie" over "Naomi Roe" at gaspesie@
  const isPlaceOver = ({ name, line }: Candidate): boolean =>
    name.last === '' &&
    !name.marked &&
    !COMMON_GIVEN_NAMES.has(fold(name.first)) &&
    others.some((other) => other.line > line && COMMON_GIVEN_NAMES.has(fold(other.name.first)));
  return candidates.filter(
    (found) =>
      !isCutShort(found) &&
      !isPlaceOver(found) &&
      (!announced ||
        (found.isPerson && !isHeadingOver(found)) ||
        found.line > announced.line ||
        calledOf(found.name) === calledOf(announced.name)) &&
      !(others.length > 0 && isWork(found)),
  );
}
