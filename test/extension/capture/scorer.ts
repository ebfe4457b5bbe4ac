/**
 * Compares captured contacts with labels. People are paired by address (or by name, where the label has none); a value
 * counts as right when it is the same after tidying, as given when anything was captured, as wanted when the label has one.
 */
import { domainToASCII } from 'node:url';
import { CONTACT_FIELDS } from '../../../shared/contact-fields.ts';

export type Values = Readonly<Record<string, string>>;

export interface Tally {
  right: number;
  given: number;
  wanted: number;
}

/** A second line of an address is too seldom there to be scored. */
export const SCORED_FIELDS = CONTACT_FIELDS.filter((name) => name !== 'address_2');

type ScoredField = (typeof SCORED_FIELDS)[number];

/** Labels leave these out where a person could not tell; a guess there is neither right nor wrong. */
const OPEN_FIELDS: ReadonlySet<string> = new Set(['language', 'country']);
/** Envoke takes no longer names; labels leave them out. */
const MAX_NAME_CHARACTERS = 20;

const tidy = (value = ''): string => value.normalize('NFC').replace(/\s+/g, ' ').trim();

function tidyEmail(value = ''): string {
  const text = tidy(value).toLowerCase();
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1);
  return at < 0 ? text : `${text.slice(0, at)}@${domainToASCII(domain) || domain}`;
}

const CASELESS: ReadonlySet<string> = new Set(['title', 'company', 'city', 'address_1']);

/** A value as it is compared: tidied, and in lower case where case says nothing. */
export function comparable(field: ScoredField, value = ''): string {
  if (field === 'email') return tidyEmail(value);
  if (field === 'website')
    return tidy(value)
      .toLowerCase()
      .replace(/^https?:\/\/|\/$/g, '')
      .replace(/^www\./, '');
  return CASELESS.has(field) ? tidy(value).toLowerCase() : tidy(value);
}

/** The key by which a captured contact and its label are the same person. */
export const keyOf = (contact: Values): string =>
  contact.email
    ? tidyEmail(contact.email)
    : `name:${tidy(`${contact.first_name ?? ''} ${contact.last_name ?? ''}`).toLowerCase()}`;

export const zeroTally = (): Tally => ({ right: 0, given: 0, wanted: 0 });

export class Scorer {
  readonly tallies: Record<ScoredField, Tally>;
  readonly misses: string[] = [];

  constructor() {
    this.tallies = Object.fromEntries(SCORED_FIELDS.map((field) => [field, zeroTally()])) as Record<
      ScoredField,
      Tally
    >;
  }

  private count(id: string, field: ScoredField, want = '', got = ''): void {
    const [wanted, given] = [comparable(field, want), comparable(field, got)];
    const isOpen = OPEN_FIELDS.has(field) || (field.endsWith('_name') && given.length > MAX_NAME_CHARACTERS);
    if (wanted === '' && (given === '' || isOpen)) return;
    const tally = this.tallies[field];
    if (wanted) tally.wanted += 1;
    if (given) tally.given += 1;
    if (wanted === given) tally.right += 1;
    else this.misses.push(`${id} ${field}: wanted ${JSON.stringify(want)}, got ${JSON.stringify(got)}`);
  }

  /** Adds one sample: each label with its captured contact, then captured contacts without a label. */
  add(id: string, labels: readonly Values[], captured: readonly Values[]): void {
    const left = new Map(captured.map((contact) => [keyOf(contact), contact]));
    for (const label of labels) {
      const contact = left.get(keyOf(label));
      left.delete(keyOf(label));
      for (const field of SCORED_FIELDS) this.count(id, field, label[field], contact?.[field]);
    }
    for (const contact of left.values()) {
      for (const field of SCORED_FIELDS) this.count(id, field, undefined, contact[field]);
    }
  }
}

export const precisionOf = ({ right, given }: Tally): number => (given === 0 ? 1 : right / given);
export const recallOf = ({ right, wanted }: Tally): number => (wanted === 0 ? 1 : right / wanted);
