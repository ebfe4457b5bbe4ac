/**
 * What was begun in the popup and not finished: memory only, by account. It is offered when the popup opens again, and never
 * opens by itself. Names of fields are the popup's.
 */
import type { Contact } from '../../../shared/schemas/contact.ts';
import { isArrayOf, isObject, isString } from '../storage/guards.ts';
import { defineItem, recordOf } from '../storage/item.ts';

export type FlatForm = Readonly<Record<string, string>>;

/** A form for one person, the edit of a contact, a list that was pasted, or a review of many. */
export type Draft = { id: string } & (
  | { kind: 'form'; form: FlatForm }
  | { kind: 'edit'; contact: Contact; values: FlatForm }
  | { kind: 'paste'; text: string }
  | { kind: 'review'; people: readonly FlatForm[]; decision: FlatForm }
);

export type DraftOf<Kind extends Draft['kind']> = Extract<Draft, { kind: Kind }>;

/** Of one account; the oldest gives way. */
const DRAFTS_MAX = 20;

/** Only this file writes the key, of this version: a glance is enough, and a form is read again when it is gone on with. */
const isDraft = (value: unknown): value is Draft =>
  isObject(value) && isString(value.id) && isString(value.kind);

/** By account id, the latest last. */
export const draftsItem = defineItem<Readonly<Record<string, readonly Draft[]>>>({
  area: 'session',
  key: 'drafts',
  version: 1,
  fallback: {},
  parse: recordOf(isArrayOf(isDraft)),
});

async function change(
  accountId: string,
  next: (drafts: readonly Draft[]) => readonly Draft[],
): Promise<void> {
  await draftsItem.update((all) => ({ ...all, [accountId]: next(all[accountId] ?? []) }));
}

/** The words of a draft, whatever it is called: the same captured twice is one. */
const wordsOf = ({ id: _, ...rest }: Draft) => JSON.stringify(rest);

/** In the place of what was kept of it before. */
export function keepDraft(accountId: string, draft: Draft): Promise<void> {
  const words = wordsOf(draft);
  return change(accountId, (drafts) =>
    [...drafts.filter((one) => one.id !== draft.id && wordsOf(one) !== words), draft].slice(-DRAFTS_MAX),
  );
}

/** It was saved, or given up. */
export function dropDraft(accountId: string, id: string): Promise<void> {
  return change(accountId, (drafts) => drafts.filter((one) => one.id !== id));
}
