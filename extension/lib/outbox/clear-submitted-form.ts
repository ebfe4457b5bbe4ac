/** What was taken into the outbox is done with, also when the popup dies before it can say so itself. */
import { isSameEmail } from '../../../shared/email-key.ts';
import { typedTextItem, unfinishedReviewItem } from '../memory/add-form-items.ts';
import type { OutboxOperation } from './outbox-item.ts';

/** Forgets the account's unfinished form if it is about one of these people; any other is kept. */
export async function forgetTakenForm(
  accountId: string,
  operations: readonly OutboxOperation[],
): Promise<void> {
  const emails = operations.map((operation) =>
    operation.kind === 'create' ? operation.draft.email : operation.email,
  );
  await typedTextItem.update((all) => {
    const typed = all[accountId];
    const isTaken = typed?.form && emails.some((email) => isSameEmail(email, typed.form?.email ?? ''));
    return isTaken ? { ...all, [accountId]: { ...typed, form: null } } : all;
  });
}

/** Forgets the account's review of many. */
export async function forgetReview(accountId: string): Promise<void> {
  await unfinishedReviewItem.update(({ [accountId]: _taken, ...rest }) => rest);
}
