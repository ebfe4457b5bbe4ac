/**
 * Finds what the columns of a list without a header hold. All cells of a column decide: what most of them are, and how
 * they agree with the addresses.
 */
import { findEmails, localOf } from '../details/email-addresses.ts';
import { findPhones } from '../details/phones.ts';
import { isPostalCode } from '../details/postal-addresses.ts';
import { provinceCode } from '../details/provinces.ts';
import { isStreet } from '../details/streets.ts';
import type { FieldKind } from '../lines/field-labels.ts';
import { nameMatch } from '../names/name-match.ts';
import { startsAsGiven } from '../names/name-words.ts';
import { parseName, parseSaidName } from '../names/names.ts';
import { isTitle } from '../names/titles.ts';
import { isPerhapsOrganisation } from '../organisations/by-position.ts';
import { domainOf, namesDomain } from '../organisations/domains.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { isSite } from '../organisations/websites.ts';
import { fold, slug } from '../text/clean-text.ts';
import { isNothing } from '../text/nothing-said.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';
import type { Row } from './row-name.ts';
import { filledCells, roleAtEmployer } from './table-row.ts';

/** How many rows are judged; more would not change the answer. */
export const MAX_JUDGED = 60;
/** The share of the cells of a column that must be of the same kind. */
const MOST = 0.66;
/** On the average, more than one part of the name in the address. */
const MIN_FIT = 0.55;
const MIN_SPELLED = 0.4;
const MAX_COLUMNS_BETWEEN_NAMES = 2;
/** "Ann", "D. J.", "de la Fontaine" */
const NAME_PART = /^(?:\p{L}+['’]?\s){0,2}\p{Lu}[\p{L}\p{M}'’.-]*(?:\s\p{L}[\p{L}\p{M}'’.-]*){0,2}$/u;

type Test = (cell: string, email: string) => boolean;

/** The one address that a cell consists of. */
function onlyEmail(cell: string): string | undefined {
  const [found, other] = findEmails(cell);
  const isWhole = found && found.end - found.start >= cell.trim().replace(/^<|>$/g, '').length;
  return isWhole && !other ? found.email : undefined;
}

/** How well two cells fit an address as given name and family name. */
function fitOfName(given: string, family: string, local: string): number {
  const isGiven = (cell: string): number => (startsAsGiven(cell) ? 0.1 : 0);
  const [one, two, bare] = [slug(given), slug(family), slug(local)];
  const inOrder = bare.startsWith(one) || bare.startsWith(one.charAt(0) + two);
  return nameMatch(given, family, local) / 3 + (inOrder ? 0.2 : 0) + isGiven(given) - isGiven(family);
}

/**
 * Whether a column headed "Name" lists organisations: at least one cell is an organisation, and no cell matches its
 * address as a person; or most of them spell the hosts of their addresses.
 */
export function headsOrganisations(rows: readonly Row[], kinds: readonly (FieldKind | undefined)[]): boolean {
  const [name, email] = [kinds.indexOf('name'), kinds.indexOf('email')];
  if (name < 0 || email < 0 || kinds.includes('company') || kinds.includes('first_name')) return false;
  const judged = rows.slice(0, MAX_JUDGED);
  const isSpelled = (row: Row): boolean => {
    const local = localOf(onlyEmail(row[email] ?? '') ?? '');
    const said = parseSaidName(row[name] ?? '', local);
    const fit = said ? nameMatch(said.first, said.last, local) : 0;
    return fit === 3 || (fit === 2 && slug(local).startsWith(slug(said?.first ?? '')));
  };
  // Where somebody is named like a person, each row says what it is.
  const isPerson = (row: Row): boolean =>
    startsAsGiven(row[name] ?? '') && parseName(row[name] ?? '')?.clean === true;
  const spellHosts = judged.filter(
    (row) => namesDomain(row[name] ?? '', domainOf(onlyEmail(row[email] ?? '') ?? '')) && !isPerson(row),
  );
  const isSaid = judged.some((row) => isOrganisation(row[name] ?? ''));
  const isNobody = !judged.some(isSpelled) && !judged.some(isPerson);
  return (isSaid && isNobody) || spellHosts.length * 2 > judged.length;
}

/** Addresses may name offices or places; then most cells must start with a common given name. */
const MIN_GIVEN = 0.5;

/** "Director", or "Director at Elm Weavers". */
const isTitleCell: Test = (cell) => (isTitle(cell) && !isOrganisation(cell)) || roleAtEmployer(cell) !== null;

const isEmployer: Test = (cell, email) =>
  isOrganisation(cell, domainOf(email)) || namesDomain(cell, domainOf(email));

export class Columns {
  private readonly cells: string[][];
  private readonly emails: string[];
  private readonly email: number;
  private readonly found: (FieldKind | undefined)[];

  constructor(rows: readonly Row[]) {
    // A row of one cell heads others.
    const wide = rows.filter((row) => filledCells(row).length > 1);
    const judged = (wide.length > 0 ? wide : rows).slice(0, MAX_JUDGED);
    const width = Math.max(0, ...judged.map((row) => row.length));
    this.cells = Array.from({ length: width }, (_, column) =>
      judged.map((row) => (row[column] ?? '').trim()),
    );
    this.email = this.cells.findIndex(
      (cells) => cells.filter(onlyEmail).length >= Math.max(2, cells.length * MOST),
    );
    this.emails = (this.cells[this.email] ?? []).map((cell) => onlyEmail(cell) ?? '');
    this.found = this.cells.map((_, column) => (column === this.email ? 'email' : undefined));
  }

  /** The share of the filled cells of a column for which the test is true. */
  private share(column: number, test: Test): number {
    const all = (this.cells[column] ?? []).map((cell, row) => [cell, this.emails[row] ?? ''] as const);
    const filled = all.filter(([cell]) => cell !== '');
    return filled.length === 0
      ? 0
      : filled.filter(([cell, email]) => test(cell, email)).length / filled.length;
  }

  private free(): number[] {
    return this.cells.map((_, column) => column).filter((column) => !this.found[column]);
  }

  /** Gives the kind to the first column where most cells pass the test. */
  private mark(kind: FieldKind, test: Test): void {
    const column = this.free().find((free) => this.share(free, test) >= MOST);
    if (column !== undefined) this.found[column] = kind;
  }

  private fitOfParts(first: number, last: number): number {
    const fits = this.emails.map((email, row) =>
      fitOfName(this.cells[first]?.[row] ?? '', this.cells[last]?.[row] ?? '', localOf(email)),
    );
    return fits.reduce((sum, fit) => sum + fit, 0) / Math.max(1, fits.length);
  }

  /** The two columns whose words together are what the addresses spell. */
  private nameParts(): [number, number] | undefined {
    const words = this.free().filter(
      (column) =>
        this.share(column, (cell) => NAME_PART.test(cell) && !isTitle(cell)) >= MOST &&
        this.share(column, isEmployer) < MIN_GIVEN,
    );
    let best: { parts: [number, number]; fit: number } | undefined;
    for (const first of words)
      for (const last of words) {
        if (first === last || Math.abs(first - last) > MAX_COLUMNS_BETWEEN_NAMES) continue;
        const fit = this.fitOfParts(first, last);
        if (fit >= MIN_FIT && (!best || fit > best.fit)) best = { parts: [first, last], fit };
      }
    return best?.parts;
  }

  /** Whether the cells of a column are whole names, and some of them what the addresses spell. */
  private isNames(column: number): boolean {
    const filled = (this.cells[column] ?? []).filter(Boolean).length;
    if (filled * 2 <= this.emails.length) return false;
    const agreement = (cell: string, email: string): number => {
      const name = parseSaidName(cell, localOf(email));
      return name?.first && name.last ? 1 + nameMatch(name.first, name.last, localOf(email)) : 0;
    };
    return (
      this.share(column, (cell, email) => agreement(cell, email) > 0 || isNothing(cell)) >= MOST &&
      (this.share(column, (cell, email) => agreement(cell, email) > 2) >= MIN_SPELLED ||
        this.share(column, startsAsGiven) >= MIN_GIVEN ||
        this.isBesideTitles(column))
    );
  }

  /** A column of given names beside one of words that are no things: no address needs to spell them. */
  private givenBesideFamily(): [number, number] | undefined {
    const isGiven: Test = (cell) => COMMON_GIVEN_NAMES.has(fold(cell));
    // An initial may stand in between.
    const isFamily: Test = (cell) =>
      cell.length > 2 && NAME_PART.test(cell) && parseName(`Ann ${cell}`) !== null;
    const free = this.free();
    const first = free.find(
      (column) =>
        this.share(column, isGiven) >= MOST &&
        free.includes(column + 1) &&
        this.share(column + 1, isFamily) >= MOST &&
        this.share(column + 1, isGiven) < MIN_GIVEN,
    );
    return first === undefined ? undefined : [first, first + 1];
  }

  /** Beside a column of titles, words that are no things are names. */
  private isBesideTitles(column: number): boolean {
    const isPerson: Test = (cell, email) => parseName(cell)?.clean === true && !isEmployer(cell, email);
    return (
      this.share(column, (cell, email) => isPerson(cell, email) || isNothing(cell)) >= MOST &&
      this.free().some((other) => other !== column && this.share(other, isTitleCell) >= MOST)
    );
  }

  /** Words before the province, or the postal code. */
  private markCity(): void {
    const isPlace: Test = (cell) => /^\p{Lu}[\p{L} .'’-]+$/u.test(cell);
    const before = [this.found.indexOf('province') - 1, this.found.indexOf('postal_code') - 1];
    const city = before.find(
      (column) => column >= 0 && !this.found[column] && this.share(column, isPlace) >= MOST,
    );
    if (city !== undefined) this.found[city] = 'city';
  }

  private markNames(): boolean {
    const whole = this.free().find((column) => this.isNames(column));
    if (whole !== undefined) {
      this.found[whole] = 'name';
      return true;
    }
    const parts = this.givenBesideFamily() ?? this.nameParts();
    if (parts) [this.found[parts[0]], this.found[parts[1]]] = ['first_name', 'last_name'];
    return parts !== undefined;
  }

  /** What each column holds; null where neither addresses nor names can be found. */
  kinds(): (FieldKind | undefined)[] | null {
    if (this.email < 0) return null;
    for (const kind of ['phone', 'mobile'] as const) this.mark(kind, (cell) => findPhones(cell).length > 0);
    const isNamed = this.markNames();
    this.mark('postal_code', isPostalCode);
    this.mark('province', (cell) => provinceCode(cell) !== undefined);
    this.mark('address', isStreet);
    this.markCity();
    this.mark('website', isSite);
    this.mark('title', isTitleCell);
    this.mark('company', isEmployer);
    // Next to a title, a possible employer counts as one.
    if (this.found.includes('title') && !this.found.includes('company'))
      this.mark('company', (cell) => isPerhapsOrganisation(cell) && cell.includes(' '));
    // Else only where some of them say so, or their addresses do.
    const column = this.free().find((free) => this.share(free, isEmployer) >= 0.3);
    if (
      !this.found.includes('company') &&
      column !== undefined &&
      this.share(column, isPerhapsOrganisation) >= MOST
    )
      this.found[column] = 'company';
    return isNamed || this.found.includes('company') ? this.found : null;
  }
}
