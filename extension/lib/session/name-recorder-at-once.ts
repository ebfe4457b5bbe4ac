/** Names who answers for what is written, for a page that is closing and has no time to read first. */
import { accountsItem } from './accounts-item.ts';
import type { Accounts } from './stored-account.ts';

/**
 * An account that was removed meanwhile does not come back.
 * @param all the accounts as the page last saw them
 */
export async function nameRecorderAtOnce(all: Accounts, id: string, name: string): Promise<void> {
  if (all.accounts.every((account) => account.id !== id)) return;
  const accounts = all.accounts.map((account) =>
    account.id === id ? { ...account, recorder: { name, isConfirmed: true } } : account,
  );
  await accountsItem.set({ ...all, accounts });
}
