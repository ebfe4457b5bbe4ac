/** Several people in one row or form: "Principal" and "Principal e-mail" beside "Secretary" and "Secretary e-mail". */
import { findEmails, localOf } from '../details/email-addresses.ts';
import { findPhones } from '../details/phones.ts';
import { isAdult } from '../lines/asked-person.ts';
import { type FieldKind, fieldKind, kindByWords, kindWithout, whomIn } from '../lines/field-labels.ts';
import { nameMatch } from '../names/name-match.ts';
import { type PersonName, parseName } from '../names/names.ts';
import { isTitle } from '../names/titles.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { MAX_JUDGED } from './columns.ts';
import { isNameKind, type Kinds, type Row } from './row-name.ts';
import { holdsNames } from './table-row.ts';

/** "Mme Line Roe (intérim)" below "Direction" */
export function personIn(cell: string): PersonName | null {
  const [head = ''] = cell.split(' | ');
  const name = parseName(head.replace(/\s*\([^()]*\)$/, ''));
  return name?.clean && name.last !== '' && !isOrganisation(head) ? name : null;
}

export const isPerson = (cell: string): boolean => personIn(cell) !== null;

/** "Ann Roe", "Ann Roe, coordinator" */
export function isPersonSaid(value: string): boolean {
  const [, name = '', title = ''] = /^([^,]{3,50}), ([^,]{3,50})$/u.exec(value) ?? [];
  return isPerson(value) || (isPerson(name) && isTitle(title));
}

interface Mailbox {
  column: number;
  /** Whom its label is about; none for whoever the row is about. */
  whom: readonly string[];
  /** The columns with the name of whose mailbox it is. */
  names: readonly number[];
}

/** The columns of each person in a row. */
export interface PersonColumns {
  kinds: Kinds;
  /** The column with the address. */
  email: number;
  /** The labels say whose address it is. */
  isOwned: boolean;
}

/** "Second e-mail": of the same person. */
const SAME_PERSON =
  /^(?:2|3|second|secondaire|secondary|alternate|autre|other|cc|office|bureau|school|ecole|payeur|payer)$/;

class Owners {
  private readonly labels: Row;
  private readonly kinds: Kinds;
  private readonly rows: readonly Row[];
  private readonly whom: readonly (readonly string[])[];
  /** Those with a name of their own. */
  private readonly owned: readonly Mailbox[];
  private readonly main: Mailbox | undefined;

  constructor(labels: Row, kinds: Kinds, rows: readonly Row[]) {
    this.labels = labels;
    this.kinds = kinds;
    this.rows = rows;
    this.whom = Array.from(labels, (label = '') => whomIn(label));
    const found = this.whom.flatMap((whom, column): Mailbox[] => {
      const isMailbox = kinds[column] === 'email' || kindByWords(labels[column] ?? '') === 'email';
      const isUsed = isMailbox && rows.some((row) => findEmails(row[column] ?? '').length > 0);
      return isUsed ? [{ column, whom, names: this.namesOf(column, whom) }] : [];
    });
    // "Member | E-mail | Substitute | E-mail": each stands beside its name.
    const unsaid = found.filter(({ whom }) => whom.length === 0);
    const arePairs = unsaid.length > 1 && unsaid.every(({ column }) => this.holdsPeople(column - 1, column));
    const mailboxes = found.map((one) =>
      arePairs && unsaid.includes(one) ? { ...one, names: [one.column - 1] } : one,
    );
    this.owned = mailboxes.filter(({ names }) => names.length > 0);
    const others = mailboxes.filter(({ column, names }) => names.length === 0 && kinds[column] === 'email');
    this.main = others.find(({ whom }) => whom.length === 0) ?? others[0];
  }

  private label(column: number): string {
    return this.labels[column] ?? '';
  }

  private isAbout(column: number, whom: readonly string[]): boolean {
    return whom.length > 0 && whom.every((word) => this.whom[column]?.includes(word));
  }

  private namesOf(mailbox: number, whom: readonly string[]): number[] {
    const named = [...this.whom.keys()].filter(
      (column) =>
        column !== mailbox &&
        this.isAbout(column, whom) &&
        kindByWords(this.label(column)) !== 'email' &&
        (this.isHeadedName(column)
          ? this.rows.some((row) => row[column])
          : this.holdsPeople(column, mailbox)),
    );
    // "Alternate contact" is nobody whom "Contact e-mail" is about, beside "Contact".
    const exact = named.filter((column) => this.whom[column]?.length === whom.length);
    if (named.length > 0 || whom.length === 0 || SAME_PERSON.test(whom.join(' ')))
      return exact.length > 0 ? exact : named;
    // "Whom do you refer?" before "Their e-mail", "Spouse" before "Sp. e-mail"
    const before = mailbox - 1;
    const kind = this.kinds[before] ?? 'other';
    const isFree = kind === 'other' || (isNameKind(kind) && this.whom[before]?.length !== 0);
    return isFree && this.holdsPeople(before, mailbox) ? [before] : [];
  }

  private isHeadedName(column: number): boolean {
    return isNameKind(kindByWords(this.label(column))) || isNameKind(fieldKind(this.label(column)));
  }

  /** In the rows with an address. */
  private holdsPeople(column: number, mailbox: number): boolean {
    const filled = this.rows.flatMap((row) => (row[mailbox] ? row[column] || [] : [])).slice(0, MAX_JUDGED);
    return filled.length > 0 && filled.filter(isPerson).length * 2 > filled.length;
  }

  /** The most words in common win: "Parent 1" is one of the parents. */
  private ownerOf(column: number): Mailbox | undefined {
    const rank = (mailbox: Mailbox): number =>
      mailbox.column === column || mailbox.names.includes(column) ? 10 : mailbox.whom.length;
    return this.owned
      .filter((mailbox) => rank(mailbox) === 10 || this.isAbout(column, mailbox.whom))
      .sort((a, b) => rank(b) - rank(a))[0];
  }

  /** What a column holds of whom its label is about: a number below "Parent contact" is a phone. */
  private kindOfOwner(column: number, whom: readonly string[]): FieldKind | undefined {
    const kind = kindByWords(this.label(column)) ?? kindWithout(this.label(column), whom);
    const isNumber = (cell: string): boolean => findPhones(cell).length === 1;
    const isPhone =
      (kind ?? 'contact') === 'contact' &&
      this.rows.slice(0, MAX_JUDGED).some((row) => isNumber(row[column] ?? ''));
    return isPhone ? 'phone' : kind;
  }

  private kindFor(column: number, mailbox: Mailbox): FieldKind | undefined {
    if (column === mailbox.column) return 'email';
    const kind = this.kindOfOwner(column, mailbox.whom);
    if (kind && kind !== 'email') return kind;
    return mailbox.names.includes(column) ? 'name' : 'other';
  }

  private kindsOf(mailbox: Mailbox): Kinds {
    const isOnly = this.owned.length === 1;
    // The mailbox of an order is nobody's: the rest is of whoever comes.
    const isAlone = !this.main || (isOnly && this.namesBeside(this.main).length === 0);
    const isNobodyElse = isOnly && this.otherNames().size === 0;
    return this.whom.map((_, column) => {
      const owner = this.ownerOf(column);
      if (owner === mailbox) return this.kindFor(column, mailbox);
      const kind = this.kinds[column];
      const isOfAll = isAlone && !owner && !isNameKind(kind) && kind !== 'email';
      // What another does is nothing of theirs, whatever the cell says.
      if (kind === 'title') return isOfAll && isNobodyElse ? kind : 'note';
      return isOfAll ? kind : 'other';
    });
  }

  private isUnknown(column: number): boolean {
    return (this.kinds[column] ?? 'other') === 'other';
  }

  /** The columns with names of somebody without a mailbox, by whom their labels are about. */
  private otherNames(): Map<string, number[]> {
    const columns = [...this.whom.keys()].filter(
      (column) =>
        !this.ownerOf(column) &&
        (isNameKind(this.kinds[column]) ||
          (this.isUnknown(column) && isNameKind(kindByWords(this.label(column))))),
    );
    return Map.groupBy(columns, (column) => this.whom[column]?.join(' ') ?? '');
  }

  private isSecondMailbox(column: number): boolean {
    return (
      kindByWords(this.label(column)) === 'email' &&
      (this.whom[column]?.every((word) => SAME_PERSON.test(word)) ?? false)
    );
  }

  /** How many rows have an address that spells the name in some columns. */
  private countSpelled(columns: readonly number[], main: Mailbox): number {
    return this.rows.slice(0, MAX_JUDGED).filter((row) => {
      const local = localOf(findEmails(row[main.column] ?? '')[0]?.email ?? '');
      const name = local && parseName(columns.map((column) => row[column] ?? '').join(' '), local);
      return name && name.last !== '' && nameMatch(name.first, name.last, local) > 1;
    }).length;
  }

  /** The columns with the name of whoever the row is about: whom its label says, the addresses spell, or an adult. */
  private namesBeside(main: Mailbox): readonly number[] {
    const names = [...this.otherNames()];
    const said = names.find(([whom]) => whom === main.whom.join(' ')) ?? names.find(([whom]) => whom === '');
    if (said || names.length < 2) return (said ?? names[0])?.[1] ?? [];
    const asksForAdult = (whom: string): boolean => whom.split(' ').some(isAdult);
    const [best] = names
      .map(([whom, columns]) => ({
        columns,
        rank: this.countSpelled(columns, main) * 2 + Number(asksForAdult(whom)),
      }))
      .sort((a, b) => b.rank - a.rank);
    return best?.columns ?? [];
  }

  /** The columns of whoever the row is about: "Pupil's first name" is somebody else's, beside "First name". */
  private mainKinds(main: Mailbox): Kinds {
    const own = this.namesBeside(main);
    const has = (...kinds: FieldKind[]): boolean =>
      own.some((column) => kinds.includes(this.kinds[column] ?? 'other'));
    const isWhole = has('last_name', 'name');
    const whom = this.whom[own[0] ?? -1] ?? [];
    return this.whom.map((_, column) => {
      const said = this.kinds[column];
      // "Parent phone" in a form of a child, with the parent's address
      const isTheirs = this.isUnknown(column) && !own.includes(column) && this.isAbout(column, whom);
      const kind = isTheirs ? this.kindOfOwner(column, whom) : said;
      if (this.ownerOf(column)) return 'other';
      // Another address counts where this one is missing.
      if ((kind === 'email' || this.isSecondMailbox(column)) && column !== main.column) return undefined;
      if (isNameKind(kind)) return own.includes(column) || !isWhole ? kind : 'other';
      if (!own.includes(column) || isWhole) return kind;
      return has('first_name') ? 'last_name' : 'name';
    });
  }

  /** One for each person; only the given one where the labels tell of no other. */
  people(): PersonColumns[] {
    const { main, owned } = this;
    if (owned.length === 0 && !main)
      return [{ kinds: this.kinds, email: this.kinds.indexOf('email'), isOwned: false }];
    const people = owned.map((mailbox) => ({
      email: mailbox.column,
      kinds: this.kindsOf(mailbox),
      isOwned: true,
    }));
    if (main) people.push({ email: main.column, kinds: this.mainKinds(main), isOwned: false });
    return people.sort((a, b) => a.email - b.email);
  }
}

/** The columns of each person whom a row is about. @param kinds of the row as a whole */
export const peopleInRow = (labels: Row, kinds: Kinds, rows: readonly Row[]): PersonColumns[] =>
  new Owners(labels, kinds, rows).people();

/** Those of them with an address in this row. An attendee without one of their own has that of the order. */
export function presentIn(row: Row, people: readonly PersonColumns[]): PersonColumns[] {
  if (people.length === 1) return [...people];
  const addresses = people.map(({ email }) => findEmails(row[email] ?? '')[0]?.email);
  // "customer_email" beside "billing_email": the one whose name is known too.
  const isTwice = (index: number): boolean =>
    !people[index]?.isOwned &&
    people.some(({ isOwned }, other) => isOwned && addresses[other] === addresses[index]);
  const present = people.filter((_, index) => addresses[index] !== undefined && !isTwice(index));
  const [only, ...others] = present;
  const absent = people.find((person) => !present.includes(person) && holdsNames(person.kinds));
  if (!only || others.length > 0 || holdsNames(only.kinds) || !absent) return present;
  const kinds = absent.kinds.map((kind, column) =>
    column === only.email ? 'email' : kind === 'email' ? 'other' : kind,
  );
  return [{ ...only, kinds }];
}
