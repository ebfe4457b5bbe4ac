/**
 * Tells what the columns of a list without a header hold. Each is judged by all its cells: what most of them are, how they
 * agree with the addresses, and what repeats.
 */
import { findEmails } from '../details/email-addresses.ts';
import { findPhones } from '../details/phones.ts';
import { provinceCode } from '../details/provinces.ts';
import { isStreet } from '../details/streets.ts';
import type { FieldKind } from '../lines/field-labels.ts';
import { nameMatch } from '../names/name-match.ts';
import { parseName } from '../names/names.ts';
import { isTitle } from '../names/titles.ts';
import { domainOf, namesDomain } from '../organisations/domains.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { slug } from '../text/clean-text.ts';
import type { Row } from './table-row.ts';

/** Rows that are looked at: more say nothing new. */
const MAX_JUDGED = 60;
const MOST = 0.7;
const WORD = /^\p{Lu}[\p{L}\p{M}'’.-]*(?:\s\p{L}[\p{L}\p{M}'’.-]*){0,2}$/u;

const localOf = (email: string): string => email.slice(0, email.lastIndexOf('@'));

/** The one address that a cell consists of. */
function onlyEmail(cell: string): string | undefined {
  const [found, other] = findEmails(cell);
  return found && !other && found.end - found.start >= cell.trim().replace(/^<|>$/g, '').length
    ? found.email
    : undefined;
}

export class Columns {
  private readonly cells: string[][];
  private readonly emails: string[];
  readonly email: number;

  constructor(rows: readonly Row[]) {
    const judged = rows.slice(0, MAX_JUDGED);
    const width = Math.max(0, ...judged.map((row) => row.length));
    const columns = Array.from({ length: width }, (_, column) =>
      judged.map((row) => (row[column] ?? '').trim()),
    );
    this.email = columns.findIndex(
      (cells) => cells.filter((cell) => onlyEmail(cell)).length >= Math.max(2, cells.length * MOST),
    );
    this.cells = columns;
    this.emails = (columns[this.email] ?? []).map((cell) => onlyEmail(cell) ?? '');
  }

  /** Which part of the filled cells of a column are so. */
  private share(column: number, test: (cell: string, email: string) => boolean): number {
    const all = (this.cells[column] ?? []).map((cell, row) => [cell, this.emails[row] ?? ''] as const);
    const filled = all.filter(([cell]) => cell !== '');
    return filled.length === 0
      ? 0
      : filled.filter(([cell, email]) => test(cell, email)).length / filled.length;
  }

  private indexes(): number[] {
    return this.cells.map((_, column) => column).filter((column) => column !== this.email);
  }

  /** The two columns whose words together are what the addresses spell. */
  private nameParts(free: readonly number[]): [number, number] | undefined {
    const words = free.filter((column) => this.share(column, (cell) => WORD.test(cell)) >= MOST);
    let best: { parts: [number, number]; score: number } | undefined;
    for (const first of words)
      for (const last of words) {
        if (first === last || Math.abs(first - last) > 2) continue;
        const score = this.share(first, (_, email) => {
          const row = this.emails.indexOf(email);
          const [given = '', family = ''] = [this.cells[first]?.[row], this.cells[last]?.[row]];
          const local = localOf(email);
          const bare = slug(local);
          const inOrder =
            bare.indexOf(slug(given)) <= bare.indexOf(slug(family)) || !bare.includes(slug(given));
          return nameMatch(given, family, local) === 3 && inOrder && !bare.startsWith(slug(family));
        });
        if (score >= 0.3 && (!best || score > best.score)) best = { parts: [first, last], score };
      }
    return best?.parts;
  }

  /** The kinds, or null where neither addresses nor names can be told. */
  kinds(): (FieldKind | undefined)[] | null {
    if (this.email < 0) return null;
    const kinds: (FieldKind | undefined)[] = this.cells.map(() => undefined);
    kinds[this.email] = 'email';
    const free = (): number[] => this.indexes().filter((column) => !kinds[column]);
    const mark = (kind: FieldKind, test: (cell: string, email: string) => boolean): void => {
      const found = free().find((column) => this.share(column, test) >= MOST);
      if (found !== undefined) kinds[found] = kind;
    };
    const isName = (cell: string, email: string): boolean => {
      const name = parseName(cell, localOf(email));
      return name?.first !== undefined && name.last !== '';
    };
    for (const kind of ['phone', 'mobile'] as const) mark(kind, (cell) => findPhones(cell).length > 0);
    const named = free().find(
      (column) =>
        this.share(column, isName) >= MOST &&
        this.share(column, (cell, email) => {
          const name = parseName(cell, localOf(email));
          return name ? nameMatch(name.first, name.last, localOf(email)) >= 2 : false;
        }) >= 0.3,
    );
    if (named !== undefined) kinds[named] = 'name';
    else {
      const parts = this.nameParts(free());
      if (!parts) return null;
      [kinds[parts[0]], kinds[parts[1]]] = ['first_name', 'last_name'];
    }
    mark('postal_code', (cell) => /^[A-Z]\d[A-Z][ -]?\d[A-Z]\d$/i.test(cell));
    mark('province', (cell) => provinceCode(cell) !== undefined);
    mark('address', isStreet);
    mark('website', (cell) => /^(?:https?:\/\/|www\.)\S+$/i.test(cell));
    mark('title', (cell) => isTitle(cell) && !isOrganisation(cell));
    mark(
      'company',
      (cell, email) => isOrganisation(cell, domainOf(email)) || namesDomain(cell, domainOf(email)),
    );
    return kinds;
  }
}
