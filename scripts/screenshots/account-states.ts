/** Accounts and sessions as a picture needs them. */
import type { Page } from 'playwright-core';
import { getItem, putVersioned } from './storage.ts';

export async function changeAccount(page: Page, change: Record<string, unknown>): Promise<void> {
  const stored = (await getItem(page, 'local', 'accounts')) as StoredAccounts;
  const accounts = stored.value.accounts.map((account) => ({ ...account, ...change }));
  await putVersioned(page, 'local', 'accounts', { ...stored.value, accounts });
}

/** As the broker answers when the account is in use in three browsers. */
export async function answerSessions(page: Page): Promise<void> {
  const now = Math.floor(Date.now() / 1000);
  const session = (id: string, browser: string, device_name: string, daysAgo: number) => ({
    id,
    current: id === 'here',
    own: id !== 'colleague',
    device_name,
    browser,
    created_at: now - daysAgo * 86_400,
    last_used_at: now - daysAgo * 3_600,
    expires_at: now + 86_400,
  });
  const sessions = [
    session('here', 'Chrome on Windows', 'Reception desk', 3),
    session('at-home', 'Firefox on macOS', '', 12),
    session('colleague', 'Edge on Windows', 'Events laptop', 30),
  ];
  await page.route('**/v1/sessions', (route) => route.fulfill({ json: { sessions } }));
}

type StoredAccounts = { value: { accounts: object[] } };

/** Other accounts of this browser, alike but for their names. */
export async function addAccounts(page: Page, names: readonly string[]): Promise<void> {
  const { value } = (await getItem(page, 'local', 'accounts')) as StoredAccounts;
  const added = names.map((name, at) => ({ ...value.accounts[0], id: `added-${at}`, name }));
  await putVersioned(page, 'local', 'accounts', { ...value, accounts: [...value.accounts, ...added] });
}

export async function forgetAddedAccounts(page: Page): Promise<void> {
  const { value } = (await getItem(page, 'local', 'accounts')) as StoredAccounts;
  await putVersioned(page, 'local', 'accounts', { ...value, accounts: value.accounts.slice(0, 1) });
}
