/** The accounts of this browser: the list, the one shown, and the changes to their sessions. */
import { accountsItem } from './accounts-item.ts';
import {
  type AccountSummary,
  type Accounts,
  findAccount,
  recorderOf,
  type SessionState,
  type StoredAccount,
} from './stored-account.ts';

export interface AccountList {
  current: AccountSummary | null;
  accounts: readonly AccountSummary[];
}

export async function loadAccounts(): Promise<AccountList> {
  return summarize(await accountsItem.get());
}

export function watchAccounts(onChange: (accounts: AccountList) => void): () => void {
  return accountsItem.watch((accounts) => onChange(summarize(accounts)));
}

/** Shows another account; an unknown id changes nothing. */
export async function switchAccount(id: string): Promise<void> {
  await accountsItem.update((accounts) =>
    findAccount(accounts, id) === undefined ? accounts : { ...accounts, currentId: id },
  );
}

/** Adds an account, or replaces the session of one that is there; it becomes the one shown. */
export async function keepAccount(account: StoredAccount): Promise<void> {
  await accountsItem.update(({ accounts }) => ({
    currentId: account.id,
    accounts: accounts.some(({ id }) => id === account.id)
      ? accounts.map((present) => (present.id === account.id ? account : present))
      : [...accounts, account],
  }));
}

/** Who the record names for what is written in this account; see {@link recorderOf}. */
export async function recorderIn(id: string, inSettings: string): Promise<string> {
  return recorderOf(findAccount(await accountsItem.get(), id) ?? {}, inSettings);
}

/** Who answers for what is written from here on; `''` for somebody who does not say, and is not asked again. */
export async function nameRecorder(id: string, name: string): Promise<void> {
  await changeAccount(id, (account) => ({ ...account, recorder: { name, isConfirmed: true } }));
}

/** Forgets an account; the next one is shown. */
export async function forgetAccount(id: string): Promise<void> {
  await accountsItem.update((present) => {
    const accounts = present.accounts.filter((account) => account.id !== id);
    const currentId = present.currentId === id ? (accounts[0]?.id ?? null) : present.currentId;
    return { currentId, accounts };
  });
}

/**
 * Records that the broker no longer accepts this session. `sessionToken` is the refused one: when the account has been
 * reconnected in the meantime, its new session stays. Of several answers, the one that names Envoke gives the reason.
 */
export async function markSessionEnded(
  id: string,
  sessionToken: string,
  state: Exclude<SessionState, 'active'>,
): Promise<void> {
  await changeAccount(id, (account) =>
    account.sessionToken === sessionToken || isReason(account, state)
      ? { ...account, state, sessionToken: null }
      : account,
  );
}

async function changeAccount(id: string, change: (account: StoredAccount) => StoredAccount): Promise<void> {
  await accountsItem.update((present) => ({
    ...present,
    accounts: present.accounts.map((account) => (account.id === id ? change(account) : account)),
  }));
}

function isReason({ state, sessionToken }: StoredAccount, reason: SessionState): boolean {
  return sessionToken === null && state === 'ended' && reason === 'connection-ended';
}

/** Accounts without what opens them. Pure. */
export function summarize({ currentId, accounts }: Accounts): AccountList {
  const summaries = accounts.map(({ sessionToken: _token, keyId: _key, ...summary }) => summary);
  return { current: summaries.find(({ id }) => id === currentId) ?? null, accounts: summaries };
}
