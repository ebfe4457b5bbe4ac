/**
 * Judges captured contacts by labels: precision and recall by field, and how many contacts are wholly right, by kind of page.
 * Values are compared after tidying; a field that the label leaves out must be empty, unless `accept` lets it be otherwise.
 */
import { domainToASCII } from 'node:url';
import type { Values } from './samples.ts';

export const JUDGED_FIELDS = [
  'email',
  'first_name',
  'last_name',
  'title',
  'company',
  'phone',
  'address_1',
  'city',
  'province',
  'postal_code',
  'website',
  'language',
] as const;
export type JudgedField = (typeof JUDGED_FIELDS)[number];

export interface Tally {
  right: number;
  given: number;
  wanted: number;
}

/** By kind of page. `right` contacts are so in every field but the language, which a person often cannot tell. */
export interface KindTally {
  samples: number;
  contacts: number;
  right: number;
  extra: number;
}

type Accept = Readonly<Record<string, readonly string[]>>;

const tidy = (value = ''): string =>
  value.normalize('NFC').replaceAll('\u200B', '').replace(/\s+/g, ' ').trim();

function tidyEmail(value = ''): string {
  const text = tidy(value).toLowerCase();
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1);
  return at < 0 ? text : `${text.slice(0, at)}@${domainToASCII(domain) || domain}`;
}

const CASELESS: ReadonlySet<string> = new Set(['title', 'company', 'city', 'address_1']);

function comparable(field: JudgedField, value = ''): string {
  if (field === 'email') return tidyEmail(value);
  if (field === 'website')
    return tidy(value)
      .toLowerCase()
      .replace(/^https?:\/\/|\/$/g, '')
      .replace(/^www\./, '');
  return CASELESS.has(field) ? tidy(value).toLowerCase() : tidy(value);
}

const keyOf = (contact: Values): string =>
  contact.email
    ? tidyEmail(contact.email)
    : `name:${tidy(`${contact.first_name ?? ''} ${contact.last_name ?? ''}`).toLowerCase()}`;

const zero = (): Tally => ({ right: 0, given: 0, wanted: 0 });

export class Scoring {
  readonly fields = Object.fromEntries(JUDGED_FIELDS.map((field) => [field, zero()])) as Record<
    JudgedField,
    Tally
  >;
  readonly kinds = new Map<string, KindTally>();
  /** One line for everything that is wrong: sample, field, what was wanted, what came out. */
  readonly misses: string[] = [];

  /** Whether a field is right; counts it. */
  private judge(
    id: string,
    field: JudgedField,
    label: Values,
    contact: Values | undefined,
    accept: Accept,
  ): boolean {
    const [wanted, given] = [comparable(field, label[field]), comparable(field, contact?.[field])];
    const accepted = (accept[field] ?? []).map((other) => comparable(field, other));
    const isOpen =
      (field === 'language' && wanted === '') ||
      (wanted === '' && accepted.includes(given)) ||
      (given === '' && accepted.includes(''));
    if ((wanted === '' && given === '') || isOpen) return true;
    const isRight = wanted !== '' && given !== '' && (wanted === given || accepted.includes(given));
    const tally = this.fields[field];
    if (wanted) tally.wanted += 1;
    if (given) tally.given += 1;
    if (isRight) tally.right += 1;
    else if (contact) this.misses.push([id, field, label[field] ?? '', contact[field] ?? ''].join('\t'));
    return isRight || field === 'language';
  }

  /** Adds one sample: its labels, what was captured, and what may be otherwise. */
  add(
    id: string,
    kind: string,
    labels: readonly Values[],
    captured: readonly Values[],
    accept: Accept = {},
  ): void {
    const tally = this.kinds.get(kind) ?? { samples: 0, contacts: 0, right: 0, extra: 0 };
    this.kinds.set(kind, tally);
    tally.samples += 1;
    const left = new Map(captured.map((contact) => [keyOf(contact), contact]));
    for (const label of labels) {
      const contact = left.get(keyOf(label));
      left.delete(keyOf(label));
      const judged = JUDGED_FIELDS.map((field) => this.judge(id, field, label, contact, accept));
      tally.contacts += 1;
      if (contact && judged.every(Boolean)) tally.right += 1;
      if (!contact) this.misses.push([id, 'contact', keyOf(label), ''].join('\t'));
    }
    for (const [key, contact] of left) {
      if ((accept.extra ?? []).map(tidyEmail).includes(key)) continue;
      tally.extra += 1;
      this.misses.push([id, 'extra', '', JSON.stringify(contact)].join('\t'));
      for (const field of JUDGED_FIELDS)
        if (contact[field] && field !== 'language') this.fields[field].given += 1;
    }
  }

  /** Contacts wholly right, of all. */
  whole(): number {
    const all = [...this.kinds.values()];
    return (
      all.reduce((sum, { right }) => sum + right, 0) /
      Math.max(
        1,
        all.reduce((sum, { contacts }) => sum + contacts, 0),
      )
    );
  }
}

export const precisionOf = ({ right, given }: Tally): number => (given === 0 ? 1 : right / given);
export const recallOf = ({ right, wanted }: Tally): number => (wanted === 0 ? 1 : right / wanted);
