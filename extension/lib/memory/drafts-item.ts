/**
 * Unfinished drafts of the popup, by account, in memory only. A draft is offered when the popup opens again, and never
 * opens by itself. Field names are the popup's.
 */
import type { Contact } from '../../../shared/schemas/contact.ts';
import type { ListUnderReview } from '../capture/registration-list.ts';
import { isArrayOf, isObject, isString } from '../storage/guards.ts';
import { defineItem, recordOf } from '../storage/item.ts';

export type FlatForm = Readonly<Record<string, string>>;

/** A form for one person, the edit of a contact, the reason to unsubscribe one, a list that was pasted, or a review of many. */
export type Draft = {
  id: string;
  /** The page and the people that it was made from: of two with the same, the later one is kept. */
  origin?: string;
} & (
  | { kind: 'form'; form: FlatForm }
  /** `itemId`: the refused write whose values are corrected. */
  | { kind: 'edit'; contact: Contact; values: FlatForm; itemId?: string }
  /** `of`: the id of the edit that may be unfinished beside it. */
  | { kind: 'unsubscribe'; contact: Contact; reason: string; of: string }
  | { kind: 'paste'; text: string; html?: string }
  | { kind: 'review'; people: readonly FlatForm[]; decision: FlatForm; list?: ListUnderReview }
);

export type DraftOf<Kind extends Draft['kind']> = Extract<Draft, { kind: Kind }>;

/** The limit for one account; the oldest draft is deleted. */
const DRAFTS_MAX = 20;

/**
 * Only this version of this file writes the key, so a short check is enough; the form itself is checked when it is
 * continued.
 */
const isDraft = (value: unknown): value is Draft =>
  isObject(value) && isString(value.id) && isString(value.kind);

/** By account id, the latest last. */
export type Drafts = Readonly<Record<string, readonly Draft[]>>;

export const draftsItem = defineItem<Drafts>({
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

/** The content of a draft without its id: the same content captured twice is one draft. */
const wordsOf = ({ id: _, ...rest }: Draft) => JSON.stringify(rest);

function withDraft(drafts: readonly Draft[], draft: Draft): readonly Draft[] {
  const words = wordsOf(draft);
  const isReplaced = (one: Draft) =>
    one.id === draft.id ||
    (draft.origin !== undefined && one.origin === draft.origin && one.kind === draft.kind) ||
    wordsOf(one) === words;
  return [...drafts.filter((one) => !isReplaced(one)), draft].slice(-DRAFTS_MAX);
}

/** Replaces the earlier version of the draft, and an earlier draft of the same kind and origin. */
export function keepDraft(accountId: string, draft: Draft): Promise<void> {
  return change(accountId, (drafts) => withDraft(drafts, draft));
}

/**
 * The same for a page that is closing, which has no time to read first.
 * @param all the drafts as the page last saw them
 */
export function keepDraftAtOnce(all: Drafts, accountId: string, draft: Draft): Promise<void> {
  return draftsItem.set({ ...all, [accountId]: withDraft(all[accountId] ?? [], draft) });
}

/** Removes a draft that was saved or discarded. */
export function dropDraft(accountId: string, id: string): Promise<void> {
  return change(accountId, (drafts) => drafts.filter((one) => one.id !== id));
}
