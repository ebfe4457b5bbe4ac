/** Reads the contact of one table row, given what its columns hold. */
import { type CapturedContact, withProvenance } from '../captured-contact.ts';
import { findEmails, localOf } from '../details/email-addresses.ts';
import { bestPhone, findPhones, normalisePhone } from '../details/phones.ts';
import { provinceCode } from '../details/provinces.ts';
import type { FieldKind } from '../lines/field-labels.ts';
import { phraseCase } from '../names/name-case.ts';
import { nameMatch } from '../names/name-match.ts';
import { isCredentials, isHonorific } from '../names/name-words.ts';
import { parseName } from '../names/names.ts';
import { areTitlesOfOne, isOccasion, isTitle, isTitleWord } from '../names/titles.ts';
import { domainOf } from '../organisations/domains.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { type Role, splitRole } from '../organisations/roles.ts';
import { findSites } from '../organisations/websites.ts';
import { cleanValue } from '../text/clean-text.ts';
import { languageCode } from '../text/guess-language.ts';
import { isNothing } from '../text/nothing-said.ts';
import { type Answer, answersUnasked, consentOf } from './consent-values.ts';
import { addressOf, withNumber } from './row-address.ts';
import {
  inUsualOrder,
  isNameKind,
  type Kinds,
  nameInRow,
  nameOf,
  type Row,
  titleInRow,
  titleOverName,
  withCapitals,
} from './row-name.ts';

export const filledCells = (row: Row): string[] => row.filter((cell) => cell?.trim());

/** The host of the first address of a row; empty where it has none. */
export const hostOfRow = (row: Row): string =>
  domainOf(row.flatMap((cell) => findEmails(cell ?? ''))[0]?.email ?? '');

export const holdsNames = (kinds: Kinds): boolean => kinds.some(isNameKind);

/** "Mr & Mrs" */
const isSalutation = (text: string): boolean =>
  text
    .split(' ')
    .every((word) => (isHonorific(word) && !isTitleWord(word)) || /^(?:&|and|et|ou|or|the|\/)$/i.test(word));

/** Cells that a spreadsheet would run are no values. @see OWASP, CSV injection */
const isFormula = (text: string): boolean =>
  /^[=@]|^[+-](?!\d|\s?\()/.test(text) && !/^[+-]?[\d\s().-]+$/.test(text);

const EXTENSION = /^\d{1,6}$/;
/** "0" is what programs write for none. */
const NO_EXTENSION = /^0+$/;
const FAX = /^\W*(?:(?:work|home|bureau)\s)?(?:fax|t[ée]l[ée]copieur)$/i;

/** The cell with an address, in small letters; empty where there is none. */
export const cellWith = (row: Row, email: string): string =>
  row.find((cell) => cell?.toLowerCase().includes(email)) ?? '';

/** What a box says that was ticked or left. */
export const YES_OR_NO = /^(?:yes|no|y|n|oui|non|true|false|vrai|faux|n\/?a)[.!]?$/i;

/** "Are you writing as an individual or for an organization?" */
const FOR_WHOM =
  /^(?:à titre (?:personnel|individuel|privé)|en mon (?:propre )?nom|au nom d['’]un|on behalf of an? (?:group|org|comp)|as an? (?:individual|private|member of the public|resident)|(?:an? )?individual$|individu(?:el(?:le)?)?$|personal(?:ly)?$|personnel(?:lement)?$)/iu;

/** A profile elsewhere is no site of one's own. */
const PROFILE = /^(?:https?:\/\/)?(?:\w+\.)?(?:linkedin|facebook|instagram|twitter|x|tiktok)\.com(?:\/|$)/i;

/** "OALA, CSLA" */
const areCredentials = (value: string): boolean =>
  isCredentials(value) || /^\p{Lu}{2,6}(?:, ?\p{Lu}{2,6})+$/u.test(value);

class RowReader {
  private readonly values: Map<FieldKind, string[]> = new Map();
  /** The cell with the address, whatever its heading: some lists put all contact data into one cell. */
  readonly besideEmail: string;

  /** Cells under no heading, or under one that says nothing. */
  private readonly unnamed: string[];

  constructor(row: Row, kinds: Kinds, email: string) {
    this.unnamed = row.filter((cell, column) => kinds[column] === undefined && cell !== undefined);
    this.besideEmail = cellWith(row, email);
    for (const [column, cell] of row.entries()) {
      const kind = kinds[column];
      // Some programs repeat the address where no name is known.
      if (isNameKind(kind) && /^\S+@\S+$/.test(cell?.trim() ?? '') && kinds.includes('email')) continue;
      const written = cleanValue(cell ?? '');
      const value = kind === 'name' ? withCapitals(written) : written;
      // "Work Fax" in the column before says what the number is.
      const isFax = kind === 'phone' && FAX.test(row[column - 1] ?? '');
      if (kind && value && !isFax && !isNothing(value.split(' | ')[0] ?? '') && !isFormula(value))
        this.values.set(kind, [...(this.values.get(kind) ?? []), value]);
    }
  }

  get(kind: FieldKind): string {
    return this.values.get(kind)?.[0] ?? '';
  }

  /** The heading "Poste" may mean a job title or a telephone extension. */
  title(): string {
    const title = (this.values.get('title') ?? []).find(
      (value) =>
        !EXTENSION.test(value) &&
        !isSalutation(value) &&
        !isOccasion(value) &&
        (isTitle(value) || !areCredentials(value)),
    );
    // "PRESIDENT: (day)"
    // "Vice President," over "Outreach"
    const [head = '', below = ''] = title?.split(' | ') ?? [];
    return (head.endsWith(',') ? `${head} ${below}` : head).replace(/\s*[:：]\s*(?:\([^()]{1,12}\))?$/, '');
  }

  /** A number of the employer may stand beside its name. */
  company(): string {
    return (
      (this.values.get('company') ?? []).find(
        (value) => /\p{L}/u.test(value) && !YES_OR_NO.test(value) && !FOR_WHOM.test(value),
      ) ?? ''
    );
  }

  /** "Region" beside "Prov." may head anything. */
  province(): string | undefined {
    return (this.values.get('province') ?? []).map(provinceOf).find(Boolean);
  }

  extension(): string | undefined {
    // One digit below "Occupation" is what a program counts.
    const asTitle = (this.values.get('title') ?? []).find((value) => /^\d{2,6}$/.test(value));
    return (
      asTitle ??
      (this.values.get('phone') ?? []).find((value) => EXTENSION.test(value) && !NO_EXTENSION.test(value))
    );
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

/** "Region" may head other things than provinces; capitals are a state abroad. */
const provinceOf = (text: string): string | undefined =>
  // "N.-B. / N.B."
  provinceCode(text.split(/\s[/|]\s/)[0] ?? '') ?? (/^\p{Lu}{2,3}$/u.test(text) ? text : undefined);

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
  const others = row.filter((_, column) => !['email', 'note', 'other'].includes(kinds[column] ?? ''));
  return [...own, ...others].flatMap((cell) => findEmails(cell ?? ''))[0]?.email;
}

/** The column beside the answer gives the day; otherwise the column with the day the form was sent. */
function dayColumn(kinds: Kinds, answer: number): number {
  const day = kinds.indexOf('consent_day');
  const beside = [answer + 1, answer - 1].find((column) => answer >= 0 && kinds[column] === 'submitted');
  return day >= 0 ? day : (beside ?? (answer >= 0 ? kinds.indexOf('submitted') : -1));
}

/** @param labels the header: a ticked box may repeat what it asks */
function consentIn(row: Row, kinds: Kinds, labels: Row): CapturedContact['consent'] {
  const at = (column: number): Answer => ({ value: row[column] ?? '', label: labels[column] ?? '' });
  const asks = (column: number): boolean => kinds[column] === 'consent' || answersUnasked(at(column));
  const asked = [...kinds.keys()].filter(asks);
  const answered = asked.find((column) => (row[column] ?? '').trim() !== '') ?? -1;
  const agreedOn = kinds.indexOf('consent_day');
  return consentOf(asked.map(at), at(dayColumn(kinds, answered)), agreedOn < 0 ? undefined : at(agreedOn));
}

/** "Director at Elm Weavers" in one cell, in its two parts. */
export function roleAtEmployer(cell: string): Role | null {
  const role = / (?:at|@|with|chez|à|au) /.test(cell) ? splitRole(cell, '') : {};
  return role.title && role.company && !role.placed ? role : null;
}

/** "Type: Organization", where rows are of people and of organisations. */
const IS_GROUP =
  /^(?:organi[sz]ations?|company|companies|business|corporate|organisme|entreprise|société)$/iu;

/** The organisation that stands in a column of names; empty where a person does. */
function groupName(reader: RowReader, kinds: Kinds, row: Row, labels: Row, email: string): string {
  const written = reader.get('name');
  if (written === '' || reader.get('first_name') || reader.get('last_name')) return '';
  const isTyped = row.some((cell, column) => IS_GROUP.test(cell ?? '') && /type/i.test(labels[column] ?? ''));
  // Whoever has neither of both names is no person, unless the address says so.
  const hasParts = kinds.includes('first_name') && kinds.includes('last_name');
  const name = parseName(written, localOf(email));
  const isSpelled = name !== null && nameMatch(name.first, name.last, localOf(email)) > 0;
  const isGroup =
    (isOrganisation(written, domainOf(email)) && name?.clean !== true) ||
    (hasParts && written.includes(' ') && reader.company() === '');
  return isTyped || (isGroup && !isSpelled) ? written : '';
}

const withExtension = (number: string, extension: string): string =>
  NO_EXTENSION.test(extension) ? number : `${number} x${extension}`;

/** "Work phone" and "Ext." side by side, of several numbers: each with its own extension. */
function withExtensions(row: Row, kinds: Kinds): Row {
  const isNumber = (column: number): boolean =>
    (kinds[column] === 'phone' || kinds[column] === 'mobile') && findPhones(row[column] ?? '').length === 1;
  const isBeside = (column: number): boolean =>
    kinds[column] === 'phone' && EXTENSION.test(row[column]?.trim() ?? '') && isNumber(column - 1);
  return row.map((cell, column) =>
    isBeside(column) ? '' : isBeside(column + 1) ? withExtension(cell, row[column + 1]?.trim() ?? '') : cell,
  );
}

/** "Elm Realty (c/o Ann Roe)" */
const CARE_OF =
  /^(.{3,60}?)\s?[(,]\s?(?:c\/o|a\/s(?: de)?|attn\.?:?|att\.?:?|aux soins de)\s([^()]{3,50})\)?$/iu;

/** With the organisation and the person of one answer in two. */
function withCareOf(row: Row, kinds: Kinds): [Row, Kinds] {
  const column = kinds.indexOf('name');
  const [, company = '', name = ''] = CARE_OF.exec(row[column]?.trim() ?? '') ?? [];
  return name && !kinds.includes('company')
    ? [
        [...row.with(column, name), company],
        [...kinds, 'company'],
      ]
    : [row, kinds];
}

/** "Marine surveyor, self-employed", "Ann Roe ann@…" */
const OF_NO_EMPLOYER =
  /@|(?<!\p{L})(?:self[- ]employed|freelance|(?:travailleu(?:r|se) )?autonome|à mon compte)$/iu;

/** Null when the row has no address. */
export function readRow(written: Row, said: Kinds, labels: Row = []): CapturedContact | null {
  const ordered = written.map((cell, at) =>
    said[at] === 'name' ? inUsualOrder(cell ?? '', labels[at] ?? '') : cell,
  );
  const [row, kinds] = withCareOf(withExtensions(ordered, said), said);
  const email = emailOf(row, kinds);
  if (!email) return null;
  const reader = new RowReader(row, kinds, email);
  const local = localOf(email);
  // "Ice Coordinator" in both columns: nobody is named.
  const isUnnamed = reader.get('name') !== '' && reader.get('name') === reader.get('title');
  const group = groupName(reader, kinds, row, labels, email);
  const named =
    isUnnamed || group
      ? {}
      : holdsNames(kinds)
        ? nameOf((kind) => reader.get(kind), local)
        : nameInRow(row, kinds, local);
  // A customer who is a person stands in both columns.
  const employer = reader.company() === reader.get('name') ? '' : reader.company();
  const whose = (employer || group).split(' | ')[0] ?? '';
  const company = OF_NO_EMPLOYER.test(whose) ? '' : firstVersion(whose, isOrganisation);
  const position = reader.title();
  const role = company ? null : roleAtEmployer(position);
  const title = role?.title ?? position;
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
        titleInRow(row, kinds, labels) ||
        titleOverName(row, kinds, labels, named),
      company: phraseCase(company || (role?.company ?? '')),
      phone: phone && extension && !phone.includes('x') ? `${phone} x${extension}` : phone,
      website: findSites(reader.get('website')).find(({ url }) => !PROFILE.test(url))?.url,
      language: languageCode(reader.get('language')),
    },
    'table',
  );
  return consent ? { ...contact, consent } : contact;
}
