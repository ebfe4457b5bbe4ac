/** Keeps typed text for the next popup, by account. */
import {
  type TypedEdit,
  type TypedText,
  typedEditsItem,
  typedTextItem,
} from '../../../lib/memory/add-form-items.ts';

const NOTHING: TypedText = { search: '', form: null };

async function change(accountId: string, changes: Partial<TypedText>): Promise<void> {
  await typedTextItem.update((all) => ({
    ...all,
    [accountId]: { ...(all[accountId] ?? NOTHING), ...changes },
  }));
}

export function keepSearch(accountId: string, search: string): void {
  void change(accountId, { search });
}

/** Null forgets the form: it was saved, or given up. */
export function keepForm(accountId: string, form: TypedText['form']): void {
  void change(accountId, { form });
}

/** Null forgets the edit: it was saved, or given up. */
export function keepEdit(accountId: string, edit: TypedEdit | null): void {
  void typedEditsItem.update(({ [accountId]: _before, ...others }) =>
    edit === null ? others : { ...others, [accountId]: edit },
  );
}
