/**
 * Judges captured contacts by labels: precision and recall by field, and how many contacts are wholly right, by kind of page.
 * Values are compared after tidying; a field that the label leaves out must be empty, unless `accept` lets it be otherwise.
 */
import {
  comparable,
  keyOf,
  SCORED_FIELDS,
  type Tally,
  type Values,
  zeroTally,
} from '../../test/extension/capture/scorer.ts';

/** The country is left out too: labels seldom have one. */
export const JUDGED_FIELDS = SCORED_FIELDS.filter((name) => name !== 'country');
export type JudgedField = (typeof JUDGED_FIELDS)[number];

/** By kind of page. `right` contacts are so in every field but the language, which a person often cannot tell. */
export interface KindTally {
  samples: number;
  contacts: number;
  right: number;
  extra: number;
}

type Accept = Readonly<Record<string, readonly string[]>>;

export class Scoring {
  readonly fields = Object.fromEntries(JUDGED_FIELDS.map((field) => [field, zeroTally()])) as Record<
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
      if ((accept.extra ?? []).some((email) => keyOf({ email }) === key)) continue;
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
