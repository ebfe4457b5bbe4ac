/** Who a table row is about: the name in it, and what stands with the name in its cell or over it. */
import type { FieldValues } from '../captured-contact.ts';
import { findEmails } from '../details/email-addresses.ts';
import type { FieldKind } from '../lines/field-labels.ts';
import { namesCase } from '../names/name-case.ts';
import { nameMatch } from '../names/name-match.ts';
import { familyCase } from '../names/name-order.ts';
import { stripAround } from '../names/name-strip.ts';
import { parseName, parseSaidName } from '../names/names.ts';
import { isNothingButTitle, isTitle, isTitleModifier, isTitleWord } from '../names/titles.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { splitRole } from '../organisations/roles.ts';
import { cleanValue, fold } from '../text/clean-text.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';

/** Text of each cell; lines within one are separated by " | ". */
export type Row = string[];

/** What each column holds; undefined where it is not known. */
export type Kinds = readonly (FieldKind | undefined)[];

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

/** "Name | Title" in one cell, and names in either order; columns for both parts win. */
export function nameOf(get: (kind: FieldKind) => string, local: string): FieldValues {
  // "Dr. Sunita"
  const first = get('first_name') && stripAround(get('first_name')).text;
  const last = get('last_name');
  if (first && (last || get('name'))) {
    const family = last || get('name');
    return { first_name: namesCase(first.split(' ')).join(' '), last_name: familyCase(family.split(' ')) };
  }
  const [written = '', ...below] = partsOf(get('name'));
  // "ann roe" before ann.roe@, as people fill in forms
  const isSmall = !/\p{Lu}/u.test(written) && nameMatch('', written.split(' ').at(-1) ?? '', local) > 0;
  const head = isSmall ? namesCase(written.toUpperCase().split(' ')).join(' ') : written;
  const titled = titleInFront(head, local);
  if (titled) return titled;
  const commaRole = /^([^,]+),\s*(.+)$/.exec(head);
  const said = isOrganisation(head) ? null : parseSaidName(head, local);
  const name = parseName(head, local) ?? (commaRole ? parseName(commaRole[1] ?? '', local) : null) ?? said;
  // "Tomek Roe (Chair)"
  const [, bracketed = ''] = /\(([^()]{3,60})\)\s*$/u.exec(head) ?? [];
  const role = splitRole(
    (isTitle(bracketed) ? bracketed : below[0]) ??
      (name && commaRole && !parseName(head, local) ? (commaRole[2] ?? '') : ''),
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

/** Where no column is headed "Name" ("Chair", "Responsable"), the first cell that holds a name. */
export function nameInRow(row: Row, kinds: Kinds, local: string): FieldValues {
  const candidates = [
    ...row.filter((_, column) => kinds[column] === 'contact'),
    ...row.filter((_, column) => !kinds[column] || kinds[column] === 'title'),
  ];
  for (const cell of candidates) {
    const [head = '', below = ''] = partsOf(cleanValue(cell ?? ''));
    const name = parseName(head, local);
    if (name?.first && name.last && name.clean)
      return { first_name: name.first, last_name: name.last, title: splitRole(below, '').title };
  }
  return {};
}

/** Headings that say for what the people are listed, not what they do. */
const NO_OFFICE =
  /^(?:members?|membres?|speakers?|conf[ée]renci[eè]re?s?|participants?|participantes?|represent|représent|volunteers?|bénévoles?|staff|employ)/iu;

/** "Councillor" over the column with the names is what each of them is. */
export const titleOverName = (row: Row, labels: Row, name: FieldValues): string | undefined =>
  labels.find(
    (label, column) =>
      isNothingButTitle(label) &&
      !NO_OFFICE.test(label) &&
      name.last_name !== undefined &&
      row[column]?.includes(name.last_name),
  );

/** Below a heading that says something else ("District"), a cell may still name what somebody is. */
export const titleInRow = (row: Row, kinds: Kinds): string | undefined =>
  row.find((cell, column) => kinds[column] === 'other' && isNothingButTitle(cell ?? ''));
