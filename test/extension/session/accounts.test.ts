/** The accounts of this browser. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  forgetAccount,
  keepAccount,
  loadAccounts,
  markSessionEnded,
  switchAccount,
} from '../../../extension/lib/session/accounts.ts';
import { accountsItem } from '../../../extension/lib/session/accounts-item.ts';
import { canBePutOff, connectionExpiry, isPutOff } from '../../../extension/lib/session/connection-expiry.ts';
import { nameRecorderAtOnce } from '../../../extension/lib/session/name-recorder-at-once.ts';
import type { StoredAccount } from '../../../extension/lib/session/stored-account.ts';
import { resetBrowser } from '../fake-browser.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const DAY = 86_400;
const NOW = 1_795_000_000;

const account = (id: string, sessionToken = `token-${id}`): StoredAccount => ({
  id,
  name: `Association ${id}`,
  brokerUrl: 'https://broker.example.ca',
  sessionToken,
  keyId: `key-${id}`,
  state: 'active',
  sessionExpiresAt: NOW + 300 * DAY,
  connectionExpiresAt: NOW + 300 * DAY,
});

describe('accounts', () => {
  beforeEach(resetBrowser);

  it('are left as they are where a closing page names who writes, but for the name', async () => {
    await keepAccount(account('1'));
    await keepAccount(account('2'));
    const known = await accountsItem.get();
    await nameRecorderAtOnce(known, '1', 'Robin Vale');
    const [first, second] = known.accounts;
    const recorder = { name: 'Robin Vale', isConfirmed: true };
    expect(await accountsItem.get()).toEqual({ currentId: '2', accounts: [{ ...first, recorder }, second] });
  });

  it('do not come back where a closing page names who writes in one that was removed', async () => {
    await keepAccount(account('1'));
    await forgetAccount('1');
    await nameRecorderAtOnce(await accountsItem.get(), '1', 'Robin Vale');
    expect((await accountsItem.get()).accounts).toEqual([]);
  });

  it('shows neither token nor key to the views', async () => {
    await keepAccount(account('1'));
    const text = JSON.stringify(await loadAccounts());
    expect(text).toContain('Association 1');
    expect(text).not.toContain('token-1');
    expect(text).not.toContain('key-1');
  });

  it('shows the account that was signed in last, and the one switched to', async () => {
    await keepAccount(account('1'));
    await keepAccount(account('2'));
    expect((await loadAccounts()).current?.id).toBe('2');
    await switchAccount('1');
    await switchAccount('unknown');
    expect((await loadAccounts()).current?.id).toBe('1');
  });

  it('replaces the session of an account that signs in again, in its place', async () => {
    await keepAccount(account('1'));
    await keepAccount(account('2'));
    await keepAccount(account('1', 'token-new'));
    expect((await loadAccounts()).accounts.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('keeps a new session when the end of the old one is reported late', async () => {
    await keepAccount(account('1', 'token-old'));
    await keepAccount(account('1', 'token-new'));
    await markSessionEnded('1', 'token-old', 'ended');
    expect((await loadAccounts()).current?.state).toBe('active');
    await markSessionEnded('1', 'token-new', 'connection-ended');
    expect((await loadAccounts()).current?.state).toBe('connection-ended');
  });

  it('knows that Envoke ended the permission from a later answer too', async () => {
    await keepAccount(account('1', 'token'));
    await markSessionEnded('1', 'token', 'ended');
    await markSessionEnded('1', 'token', 'connection-ended');
    expect((await loadAccounts()).current?.state).toBe('connection-ended');
    await markSessionEnded('1', 'token', 'ended');
    expect((await loadAccounts()).current?.state).toBe('connection-ended');
  });

  it('shows the next account when the current one is forgotten, and none after the last', async () => {
    await keepAccount(account('1'));
    await keepAccount(account('2'));
    await forgetAccount('2');
    expect((await loadAccounts()).current?.id).toBe('1');
    await forgetAccount('1');
    expect(await loadAccounts()).toEqual({ current: null, accounts: [] });
  });
});

describe("the notice before Envoke's permission ends", () => {
  it.each([
    [31, 31, null],
    [30.5, 30, 30],
    [15, 15, 30],
    [14, 14, 14],
    [8, 8, 14],
    [7, 7, 7],
    [0.5, 0, 7],
    [-3, 0, 7],
  ])('with %d days to go says %d and is due at %s', (days, daysLeft, notice) => {
    const connectionExpiresAt = NOW + days * DAY;
    expect(connectionExpiry({ connectionExpiresAt }, NOW * 1000)).toEqual({ daysLeft, notice });
  });

  it.each([
    ['stands aside once it was put off', 30, { connectionExpiresAt: NOW, notice: 30 }, true],
    ['comes back on the next of its days', 14, { connectionExpiresAt: NOW, notice: 30 }, false],
    ['stays aside when the clock goes back', 30, { connectionExpiresAt: NOW, notice: 14 }, true],
    ['comes for a renewed permission', 30, { connectionExpiresAt: NOW - DAY, notice: 30 }, false],
    ['comes when it was never put off', 30, undefined, false],
  ] as const)('%s', (_, notice, putOff, isAside) => {
    expect(isPutOff({ connectionExpiresAt: NOW }, notice, putOff)).toBe(isAside);
  });

  it('can be postponed, except the last one', () => {
    expect(([30, 14, 7] as const).map(canBePutOff)).toEqual([true, true, false]);
  });
});
