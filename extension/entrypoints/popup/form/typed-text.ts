/** Keeps typed text for the next popup, by account. */
import {
  type TypedEdit,
  type TypedText,
  typedEditsItem,
  typedTextItem,
} from '../../../lib/memory/add-form-items.ts';

const NOTHING: TypedText = { search: '', form: null };

/** Changes what is kept of one account; whatever else is changed meanwhile stays. */
export async function changeTyped(accountId: string, next: (typed: TypedText) => TypedText): Promise<void> {
  await typedTextItem.update((all) => ({ ...all, [accountId]: next(all[accountId] ?? NOTHING) }));
}

export function keepSearch(accountId: string, search: string): void {
  void changeTyped(accountId, (typed) => ({ ...typed, search }));
}

/** Null forgets the form: it was saved, or given up. */
export function keepForm(accountId: string, form: TypedText['form']): void {
  void changeTyped(accountId, (typed) => ({ ...typed, form }));
}

/** Null forgets the edit: it was saved, or given up. */
export function keepEdit(accountId: string, edit: TypedEdit | null): void {
  void typedEditsItem.update(({ [accountId]: _before, ...others }) =>
    edit === null ? others : { ...others, [accountId]: edit },
  );
}
