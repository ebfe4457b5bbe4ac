/** Keeps typed text for the next popup, by account. */
import { type TypedText, typedTextItem } from '../../../lib/storage/items.ts';

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
