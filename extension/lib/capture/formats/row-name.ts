/** Who a table row is about: the name in it, and what stands with the name in its cell or over it. */
import type { FieldValues } from '../captured-contact.ts';
import { findEmails } from '../details/email-addresses.ts';
import { asksForPeople } from '../lines/asked-person.ts';
import { type FieldKind, fieldKind, kindByWords } from '../lines/field-labels.ts';
import { coupleIn } from '../names/couples.ts';
import { namesCase } from '../names/name-case.ts';
import { nameMatch } from '../names/name-match.ts';
import { familyCase } from '../names/name-order.ts';
import { stripAround, stripCredentials } from '../names/name-strip.ts';
import { startsAsGiven } from '../names/name-words.ts';
import { type PersonName, parseName, parseSaidName } from '../names/names.ts';
import { isNothingButTitle, isTitle, isTitleModifier, isTitleWord } from '../names/titles.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { splitRole } from '../organisations/roles.ts';
import { cleanValue, fold } from '../text/clean-text.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';

/** Text of each cell; lines within one are separated by " | ". */
export type Row = string[];

/** What each column holds; undefined where it is not known. */
export type Kinds = readonly (FieldKind | undefined)[];

/** Whether a column holds names, or parts of them. */
export const isNameKind = (kind: FieldKind | undefined): boolean =>
  kind === 'name' || kind === 'first_name' || kind === 'last_name';

function withoutAddress(text: string): string {
  return findEmails(text).length > 0 ? text.replace(/<?\S*@\S*>?/g, '').trim() : text;
}

/** The lines of a cell, without its address and the initials that stand for a picture: "K | Kim Roe". */
const partsOf = (cell: string): string[] =>
  withoutAddress(cell)
    .split(' | ')
    .filter((part, _, all) => all.length === 1 || !/^\p{Lu}{1,2}$/u.test(part));

/** "Councillor Marcia Roe" */
function titleInFront(cell: string, local: string): FieldValues | undefined {
  const words = cell.split(' ');
  const start = words.findIndex((word) => !isTitleWord(word) && !isTitleModifier(word));
  const name = start > 0 && words.length - start >= 2 ? parseName(words.slice(start).join(' '), local) : null;
  const isGiven = COMMON_GIVEN_NAMES.has(fold(words[0] ?? '')) && start === 1;
  return name?.last && !isGiven
    ? { first_name: name.first, last_name: name.last, title: words.slice(0, start).join(' ') }
    : undefined;
}

const IN_SMALL_LETTERS = /^[\p{Ll}'’-]+(?: [\p{Ll}'’-]+){1,2}$/u;

/** "jean-luc roe", as people fill in forms, with the capitals of a name. */
export const withCapitals = (name: string): string =>
  IN_SMALL_LETTERS.test(name) && startsAsGiven(name)
    ? namesCase(name.toUpperCase().split(' ')).join(' ')
    : name;

/** Two who share an address are called as they call themselves: "Ann & Bo". */
function sharedName(cell: string): FieldValues | undefined {
  const [one, other] = coupleIn(cell) ?? [];
  const isGiven = (name: string): boolean => COMMON_GIVEN_NAMES.has(fold(name));
  return one && other && one.last === other.last && (isGiven(one.first) || isGiven(other.first))
    ? { first_name: `${one.first} & ${other.first}`, last_name: one.last }
    : undefined;
}

const FAMILY_FIRST = /^\W*(?:(?:votre |your )?nom|(?:last|family|sur) ?name)(?:,| et| and| &| \/)? /iu;
const isGivenName = (word: string): boolean =>
  word.split('-').every((part) => COMMON_GIVEN_NAMES.has(fold(part)));

/** "Roe-Park Élodie" under "Nom et prénom", with a comma between: only where the other order cannot be meant. */
export function inUsualOrder(cell: string, label: string): string {
  const words = cell.trim().split(/\s+/);
  const given = words.findLastIndex((word) => !isGivenName(word)) + 1;
  const isTurned =
    words.length < 5 && given > 0 && given < words.length && !words.slice(0, given).some(isGivenName);
  return isTurned && !/[,|@]/.test(cell) && FAMILY_FIRST.test(label) && /pr[ée]nom|first|given/i.test(label)
    ? `${words.slice(0, given).join(' ')}, ${words.slice(given).join(' ')}`
    : cell;
}

/** "Guest: Marc Roe", "Recorder: Joy Park" in the minutes of a meeting */
const PRESENT_AS = /^\p{Lu}\p{Ll}+(?:\s\p{Ll}+){0,2}\s?:\s(?=\p{Lu})/u;

/** "3221-Yvan" in an export of employees */
const NUMBER_OF_STAFF = /^\d{2,6}\s?[-–]\s?(?=\p{L})/u;

/** "Roe (resp.)" */
const withoutRemark = (name: string): string => name.replace(/\s\(\p{Ll}[^()]*\)$/u, '');

/** "Tomek Roe (Chair)" */
function titleInBrackets(head: string): string {
  const [, title = ''] = /\(([^()]{3,60})\)\s*$/u.exec(head) ?? [];
  return isTitle(title) && !asksForPeople(title) ? title : '';
}

const saysRole = (text: string): boolean => isTitle(text) || isOrganisation(text);

/** "Name | Title" in one cell, and names in either order; columns for both parts win. */
export function nameOf(get: (kind: FieldKind) => string, local: string): FieldValues {
  // "Dr. Sunita"
  const first = get('first_name') && stripAround(get('first_name').replace(NUMBER_OF_STAFF, '')).text;
  const last = stripCredentials(withoutRemark(get('last_name')), 1).text;
  const whole = stripCredentials(withoutRemark(get('name')), 1).text;
  // "Name" beside "Last name" is the other part.
  const [given, family] = first ? [first, last || whole] : last && !whole?.includes(' ') ? [whole, last] : [];
  if (given && family)
    return { first_name: namesCase(given.split(' ')).join(' '), last_name: familyCase(family.split(' ')) };
  if (last && !whole) return { last_name: familyCase(last.split(' ')) };
  const couple = sharedName(get('name'));
  if (couple) return couple;
  const [written = '', ...below] = partsOf(get('name').replace(/;\s/, ', ').replace(PRESENT_AS, ''));
  // "ann roe" before ann.roe@, as people fill in forms
  const isSmall = !/\p{Lu}/u.test(written) && nameMatch('', written.split(' ').at(-1) ?? '', local) > 0;
  const head = isSmall ? namesCase(written.toUpperCase().split(' ')).join(' ') : written;
  const titled = titleInFront(head, local);
  if (titled) return titled;
  // "Ann Roe, Chair", "Ann Roe — Chair"
  const commaRole = /^([^,–—]+?)(?:,|\s[–—-]{1,2}\s)\s*(.+)$/u.exec(head);
  const said = isOrganisation(head) ? null : parseSaidName(head, local);
  // "Ann's phone (Ann Roe)"
  const [, original = ''] = /^[^()]*['’\d][^()]*\(([^()]+)\)$/u.exec(head) ?? [];
  const name =
    (original ? parseName(original, local) : null) ??
    parseName(head, local) ??
    (commaRole && (saysRole(commaRole[2] ?? '') || !said) ? parseName(commaRole[1] ?? '', local) : null) ??
    said;
  const role = splitRole(
    (titleInBrackets(head) || below[0]) ??
      (name && commaRole && (isTitle(commaRole[2] ?? '') || !parseName(head, local))
        ? (commaRole[2] ?? '')
        : ''),
    '',
  );
  // "Protopresbyter" below a name in its cell
  const under = below[0] ?? '';
  const isWork =
    /^\p{Lu}[^\d,@:|]{3,40}$/u.test(under) && under.split(' ').length < 5 && !isOrganisation(under);
  if (name)
    return {
      first_name: name.first,
      last_name: name.last,
      title: role.title ?? (isWork ? under : undefined),
    };
  return first ? { first_name: namesCase(first.split(' ')).join(' ') } : {};
}

/** Whether a name begins as given names do, or its address spells some of it. */
export const looksLikePerson = ({ first, last }: PersonName, local: string): boolean =>
  startsAsGiven(first) || nameMatch(first, last, local) > 0;

/** Where no column is headed "Name" ("Chair", "Responsable"), the first cell that holds a name. */
export function nameInRow(row: Row, kinds: Kinds, local: string): FieldValues {
  const candidates = [...row.keys()]
    .filter((column) => ['contact', 'title', undefined].includes(kinds[column]))
    .sort((a, b) => Number(kinds[b] === 'contact') - Number(kinds[a] === 'contact'));
  const found = candidates.flatMap((column) => {
    const [head = '', under = ''] = partsOf(cleanValue(row[column] ?? ''));
    const name = parseName(head, local);
    const below = under || titleInBrackets(head);
    // "Pub Dist Sch Brd" under "Type": beside an employer, the words of a name have to look like one.
    const isSaid = kinds[column] !== undefined || !kinds.includes('company');
    const isOne = name?.first && name.last && name.clean && (isSaid || looksLikePerson(name, local));
    return isOne ? [{ name, below, fit: nameMatch(name.first, name.last, local) }] : [];
  });
  // "Principal" and "Teacher in charge": whom the address spells
  const [best] = found.sort((a, b) => b.fit - a.fit);
  return best
    ? { first_name: best.name.first, last_name: best.name.last, title: splitRole(best.below, '').title }
    : {};
}

/** "Coach" in "Coach's name", "Nom du directeur". */
const withoutName = (label: string): string =>
  label.replace(/(?:['’]s)?\s(?:full\s)?name$|^nom (?:d(?:u\s|e\s(?:la\s|l['’])?|es\s))?/iu, '');

/** "Titulaire - Nom" */
const asksForPart = (label: string): boolean =>
  ['first_name', 'last_name'].includes(kindByWords(label) ?? '') || /\s-\snom$/i.test(label);

const isOffice = (label: string): boolean =>
  !asksForPeople(label) && (isNothingButTitle(label) || (isTitle(label) && fieldKind(label) === undefined));

/** Where somebody works, and not what they are. */
const UNIT = /^(?:pr[ée]sidence|vice-pr[ée]sidence|secr[ée]tariat|direction|tr[ée]sorerie|mairie)(?!\p{L})/iu;

/** "of the board", behind an office */
const OF_BODY = /\s(?:du|de la|of the)\s(?:conseil|board|comit[ée]|committee)(?!\p{L}).*$/iu;

/** "President", "Présidente du conseil d'administration", over the fields of whoever that is. */
export const namesOffice = (text: string): boolean =>
  !asksForPeople(text) &&
  !UNIT.test(text) &&
  isNothingButTitle(text.replace(/\(\p{L}{1,4}\)/gu, '').replace(OF_BODY, ''));

/** "Councillor" over the column with the names is what each of them is. */
export function titleOverName(row: Row, kinds: Kinds, labels: Row, name: FieldValues): string | undefined {
  const column = labels.findIndex(
    (label, at) =>
      kinds[at] !== 'company' &&
      !asksForPart(label ?? '') &&
      isOffice(withoutName(label ?? '')) &&
      name.last_name !== undefined &&
      row[at]?.includes(name.last_name),
  );
  return column < 0 ? undefined : withoutName(labels[column] ?? '');
}

/** What somebody pays for or is let do, and no office: "Ticket", "Member level", "User role". */
const OF_MEMBERSHIP =
  /(?<!\p{L})(?:tickets?|billets?|tarif|rate|price|level|niveau|member(?:ship)?|adh[ée]sion|bundle|cat[ée]gor\p{L}+|status|statut|user|access|acc[èe]s|relation(?:ship)?|lien|variation|discount|code|product|item)(?!\p{L})/iu;

/** Below a heading that says something else ("District"), a cell may still name what somebody is. */
export const titleInRow = (row: Row, kinds: Kinds, labels: Row): string | undefined =>
  row.find(
    (cell, column) =>
      kinds[column] === 'other' &&
      isNothingButTitle(cell ?? '') &&
      !OF_MEMBERSHIP.test((labels[column] ?? '').replaceAll('_', ' ')),
  );
