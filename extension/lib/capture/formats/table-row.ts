/** Reads the contact of one table row, given what its columns hold. */
import {
  type CapturedConsent,
  type CapturedContact,
  type FieldValues,
  withProvenance,
} from '../captured-contact.ts';
import { findEmails, localOf } from '../details/email-addresses.ts';
import { bestPhone, findPhones, normalisePhone } from '../details/phones.ts';
import { findAddress, normaliseAddress } from '../details/postal-addresses.ts';
import { provinceCode } from '../details/provinces.ts';
import type { FieldKind } from '../lines/field-labels.ts';
import { namesCase, phraseCase } from '../names/name-case.ts';
import { nameMatch } from '../names/name-match.ts';
import { familyCase } from '../names/name-order.ts';
import { stripAround } from '../names/name-strip.ts';
import { parseName, parseSaidName } from '../names/names.ts';
import { areTitlesOfOne, isNothingButTitle, isTitle, isTitleModifier, isTitleWord } from '../names/titles.ts';
import { domainOf } from '../organisations/domains.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { type Role, splitRole } from '../organisations/roles.ts';
import { findSites } from '../organisations/websites.ts';
import { cleanValue, fold } from '../text/clean-text.ts';
import { languageCode } from '../text/guess-language.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';
import { type Answer, consentOf } from './consent-values.ts';

/** Text of each cell; lines within one are separated by " | ". */
export type Row = string[];

/** What each column holds; undefined where it is not known. */
export type Kinds = readonly (FieldKind | undefined)[];

export const filledCells = (row: Row): string[] => row.filter((cell) => cell?.trim());

/** The host of the first address of a row; empty where it has none. */
export const hostOfRow = (row: Row): string =>
  domainOf(row.flatMap((cell) => findEmails(cell ?? ''))[0]?.email ?? '');

/** Whether some column holds names, or parts of them. */
export const holdsNames = (kinds: Kinds): boolean =>
  kinds.some((kind) => kind === 'name' || kind === 'first_name' || kind === 'last_name');

/** Cells that a spreadsheet would run are no values. @see OWASP, CSV injection */
const isFormula = (text: string): boolean =>
  /^[=@]|^[+-](?!\d|\s?\()/.test(text) && !/^[+-]?[\d\s().-]+$/.test(text);

const EXTENSION = /^\d{1,6}$/;
/** What stands in a cell where there is nobody, or nothing to say. */
export const EMPTY =
  /^\(?(?:n\/a|s\.?o\.?|none|aucune?|(?:poste )?vacante?|open|tb[acd]|à (?:venir|combler|confirmer)|-+|—|–)\)?$/i;

const FAX = /^\W*(?:(?:work|home|bureau)\s)?(?:fax|t[ée]l[ée]copieur)$/i;

class RowReader {
  private readonly values: Map<FieldKind, string[]> = new Map();
  /** The cell with the address, whatever its heading: some lists put all contact data into one cell. */
  readonly besideEmail: string;

  /** Cells under no heading, or under one that says nothing. */
  private readonly unnamed: string[];

  constructor(row: Row, kinds: Kinds, email: string) {
    this.unnamed = row.filter((cell, column) => kinds[column] === undefined && cell !== undefined);
    this.besideEmail = row.find((cell) => cell?.toLowerCase().includes(email)) ?? '';
    for (const [column, cell] of row.entries()) {
      const kind = kinds[column];
      const value = cleanValue(cell ?? '');
      // "Work Fax" in the column before says what the number is.
      const isFax = kind === 'phone' && FAX.test(row[column - 1] ?? '');
      if (kind && value && !isFax && !EMPTY.test(value) && !isFormula(value))
        this.values.set(kind, [...(this.values.get(kind) ?? []), value]);
    }
  }

  get(kind: FieldKind): string {
    return this.values.get(kind)?.[0] ?? '';
  }

  /** The heading "Poste" may mean a job title or a telephone extension. */
  title(): string {
    const title = (this.values.get('title') ?? []).find((value) => !EXTENSION.test(value));
    // "PRESIDENT: (day)"
    // "Vice President," over "Outreach"
    const [head = '', below = ''] = title?.split(' | ') ?? [];
    return (head.endsWith(',') ? `${head} ${below}` : head).replace(/\s*[:：]\s*(?:\([^()]{1,12}\))?$/, '');
  }

  /** "Region" beside "Prov." may head anything. */
  province(): string | undefined {
    return (this.values.get('province') ?? []).map(provinceOf).find(Boolean);
  }

  extension(): string | undefined {
    return (['title', 'phone'] as const)
      .flatMap((kind) => this.values.get(kind) ?? [])
      .find((value) => EXTENSION.test(value));
  }

  phone(): string | undefined {
    const numbers = (kind: FieldKind, as: 'office' | 'mobile') =>
      (this.values.get(kind) ?? []).flatMap((cell) =>
        findPhones(cell).map((found) => (found.kind === 'unknown' ? { ...found, kind: as } : found)),
      );
    return (
      bestPhone([...numbers('phone', 'office'), ...numbers('mobile', 'mobile')]) ??
      normalisePhone(this.get('phone')) ??
      bestPhone((['contact', 'email', 'name'] as const).flatMap((kind) => numbers(kind, 'office'))) ??
      bestPhone(findPhones(this.besideEmail)) ??
      bestPhone(this.unnamed.filter((cell) => !/\d{7}/.test(cell)).flatMap((cell) => findPhones(cell)))
    );
  }
}

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
function nameOf(reader: RowReader, local: string): FieldValues {
  // "Dr. Sunita"
  const first = reader.get('first_name') && stripAround(reader.get('first_name')).text;
  const last = reader.get('last_name');
  if (first && (last || reader.get('name'))) {
    const family = last || reader.get('name');
    return { first_name: namesCase(first.split(' ')).join(' '), last_name: familyCase(family.split(' ')) };
  }
  const [written = '', ...below] = partsOf(reader.get('name'));
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
  if (name) return { first_name: name.first, last_name: name.last, title: role.title };
  return first ? { first_name: namesCase(first.split(' ')).join(' ') } : {};
}

/** Where no column is headed "Name" ("Chair", "Responsable"), the first cell that holds a name. */
function nameInRow(row: Row, kinds: Kinds, local: string): FieldValues {
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
const titleOverName = (row: Row, labels: Row, name: FieldValues): string | undefined =>
  labels.find(
    (label, column) =>
      isNothingButTitle(label) &&
      !NO_OFFICE.test(label) &&
      name.last_name !== undefined &&
      row[column]?.includes(name.last_name),
  );

/** Below a heading that says something else ("District"), a cell may still name what somebody is. */
const titleInRow = (row: Row, kinds: Kinds): string | undefined =>
  row.find((cell, column) => kinds[column] === 'other' && isNothingButTitle(cell ?? ''));

/** "Region" may head other things than provinces; capitals are a state abroad. */
const provinceOf = (text: string): string | undefined =>
  provinceCode(text) ?? (/^\p{Lu}{2,3}$/u.test(text) ? text : undefined);

/** "No civique" beside "Rue": the number of the street has a column of its own. */
const CIVIC_NUMBER = /^(?:(?:no|n[º°]|num[ée]ro)\.? civique|(?:civic|street|house) (?:no\.?|number|#))$/i;

function withNumber(street: string, row: Row, labels: Row): string {
  const number = row[labels.findIndex((label) => CIVIC_NUMBER.test(label?.trim() ?? ''))]?.trim() ?? '';
  if (!street || !/^\d/.test(number)) return street;
  return /^\p{Ll}/u.test(street) ? `${number}, ${street}` : `${number} ${street}`;
}

function addressOf(reader: RowReader): FieldValues {
  const told = reader.get('address') || (reader.get('city') ? '' : reader.besideEmail);
  const whole = findAddress(told.split(' | '))?.address;
  // "City & Province": "Airdrie, AB"
  const place = reader.get('city').includes(',') ? findAddress([reader.get('city')])?.address : undefined;
  const parts = {
    // "Address" may head what people are written to at.
    address_1: findEmails(reader.get('address')).length > 0 ? '' : reader.get('address'),
    city: place?.city ?? reader.get('city'),
    province: reader.province() ?? place?.province,
    postal_code: reader.get('postal_code'),
    country: reader.get('country'),
  };
  const normal = normaliseAddress(parts);
  return whole?.postal_code || whole?.city ? { ...normal, ...whole } : normal;
}

/** "Greffier / Clerk": the first of two versions, when both are what the column holds. */
function firstVersion(text: string, isOne: (version: string) => boolean): string {
  const versions = text.split(/\s[/|]\s/);
  const isTwice =
    versions.length === 2 && versions.every((version) => isOne(version)) && !areTitlesOfOne(versions);
  return isTwice ? (versions[0] ?? '') : text;
}

/** The address in the e-mail column, or else in any column whose kind is not set to "other". */
function emailOf(row: Row, kinds: Kinds): string | undefined {
  const own = row.filter((_, column) => kinds[column] === 'email');
  const others = row.filter((_, column) => !['email', 'other'].includes(kinds[column] ?? ''));
  return [...own, ...others].flatMap((cell) => findEmails(cell ?? ''))[0]?.email;
}

/** The column beside the answer gives the day; otherwise the column with the day the form was sent. */
function dayColumn(kinds: Kinds, answer: number): number {
  const day = kinds.indexOf('consent_day');
  const beside = [answer + 1, answer - 1].find((column) => answer >= 0 && kinds[column] === 'submitted');
  return day >= 0 ? day : (beside ?? (answer >= 0 ? kinds.indexOf('submitted') : -1));
}

/** @param labels the header: a ticked box may repeat what it asks */
function consentIn(row: Row, kinds: Kinds, labels: Row): CapturedConsent | undefined {
  const answer = kinds.findIndex((kind, column) => kind === 'consent' && (row[column] ?? '').trim() !== '');
  const asked = answer >= 0 || kinds.includes('consent');
  if (asked && answer < 0) return undefined;
  const at = (column: number): Answer => ({ value: row[column] ?? '', label: labels[column] ?? '' });
  return consentOf(answer >= 0 ? at(answer) : undefined, at(dayColumn(kinds, answer)));
}

/** "Director at Elm Weavers" in one cell, in its two parts. */
export function roleAtEmployer(cell: string): Role | null {
  const role = / (?:at|@|with|chez|à|au) /.test(cell) ? splitRole(cell, '') : {};
  return role.title && role.company && !role.placed ? role : null;
}

/** Null when the row has no address. */
export function readRow(row: Row, kinds: Kinds, labels: Row = []): CapturedContact | null {
  const email = emailOf(row, kinds);
  if (!email) return null;
  const reader = new RowReader(row, kinds, email);
  const local = localOf(email);
  const named = holdsNames(kinds) ? nameOf(reader, local) : nameInRow(row, kinds, local);
  const company = firstVersion(reader.get('company').split(' | ')[0] ?? '', isOrganisation);
  const said = reader.title();
  const role = company ? null : roleAtEmployer(said);
  const title = role?.title ?? said;
  const extension = reader.extension();
  const phone = reader.phone();
  const consent = consentIn(row, kinds, labels);
  const address = addressOf(reader);
  const contact = withProvenance(
    {
      ...address,
      address_1: withNumber(address.address_1 ?? '', row, labels),
      email,
      ...named,
      title:
        phraseCase(firstVersion(title, isTitle)) ||
        named.title ||
        titleInRow(row, kinds) ||
        titleOverName(row, labels, named),
      company: phraseCase(company || (role?.company ?? '')),
      phone: phone && extension && !phone.includes('x') ? `${phone} x${extension}` : phone,
      website: findSites(reader.get('website'))[0]?.url,
      language: languageCode(reader.get('language')),
    },
    'table',
  );
  return consent ? { ...contact, consent } : contact;
}
