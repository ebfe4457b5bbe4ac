/** A sign-in as the background runs it: how it succeeds, each way it fails, and that none leaves anything half done. */
import 'fake-indexeddb/auto';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadAccounts } from '../../../extension/lib/session/accounts.ts';
import { accountsItem } from '../../../extension/lib/session/accounts-item.ts';
import { deleteOtherDpopKeys } from '../../../extension/lib/session/dpop-keys.ts';
import { deviceNameItem } from '../../../extension/lib/session/this-device.ts';
import { loadSession } from '../../../extension/lib/session/usable-session.ts';
import type { SignInProgress } from '../../../extension/lib/sign-in/progress.ts';
import { signInProgressItem } from '../../../extension/lib/sign-in/progress-item.ts';
import { startSignIn } from '../../../extension/lib/sign-in/run-sign-in.ts';
import {
  settleDeadSignIn,
  watchSignIn,
  whenNoSignInRuns,
} from '../../../extension/lib/sign-in/sign-in-lock.ts';
import { signOut } from '../../../extension/lib/sign-in/sign-out.ts';
import { browser, resetBrowser, setManaged } from '../fake-browser.ts';
import { sendJson, sendProblem } from '../stub-broker.ts';
import { REDIRECT_URI, type SignInServer, startSignInServer } from './sign-in-server.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

let aheadMs = 0;
const EFFECTS = { fetch, now: () => Date.now() + aheadMs, isOnline: () => true };

describe('signing in', () => {
  let server: SignInServer;
  let openWindow: (url: string) => Promise<string | undefined>;

  beforeEach(async () => {
    resetBrowser();
    await deleteOtherDpopKeys([]);
    server = await startSignInServer();
    setManaged({ brokerUrl: server.broker.url });
    openWindow = async (url) => server.authorize(url);
    aheadMs = 0;
    Object.assign(browser.identity, {
      getRedirectURL: () => REDIRECT_URI,
      launchWebAuthFlow: ({ url }: { url: string }) => openWindow(url),
    });
  });
  afterEach(() => server.close());

  /** A window that the person looks at and closes. */
  const closed = async (url: string, error?: unknown, afterMs = 2_000): Promise<undefined> => {
    server.visit(url);
    aheadMs += afterMs;
    if (error !== undefined) throw error;
  };
  const signIn = async (reconnects: string | null = null): Promise<SignInProgress> => {
    const ended = Promise.withResolvers<SignInProgress>();
    const stop = signInProgressItem.watch((progress) => {
      if (progress.status !== 'running') ended.resolve(progress);
    });
    expect(await startSignIn(EFFECTS, reconnects, () => undefined)).toBe(true);
    const progress = await ended.promise;
    stop();
    return progress;
  };
  const keyNames = async () => {
    const opened = indexedDB.open('dpop-keys', 1);
    await new Promise((resolve) => {
      opened.onsuccess = resolve;
    });
    const names = opened.result.transaction('keys').objectStore('keys').getAllKeys();
    await new Promise((resolve) => {
      names.onsuccess = resolve;
    });
    opened.result.close();
    return names.result;
  };

  it.each<[failure: string, arrange: () => void]>([
    ['cancelled', () => (openWindow = (url) => closed(url, new Error('The user did not approve access.')))],
    ['cancelled', () => (openWindow = (url) => closed(url, { message: 'User cancelled or denied access.' }))],
    ['cancelled', () => (openWindow = (url) => closed(url))],
    ['closed-at-once', () => (openWindow = (url) => closed(url, undefined, 1_500))],
    [
      'declined',
      () => (openWindow = async (url) => server.authorize(url).replace('code=', 'error=access_denied&c=')),
    ],
    ['mismatch', () => (openWindow = async (url) => server.authorize(url).replace('state=', 'state=x'))],
    ['mismatch', () => (openWindow = async (url) => server.authorize(url).replace('iss=http', 'iss=https'))],
    [
      'refused',
      () => (openWindow = async (url) => server.authorize(url).replace('code-of-', 'code-of-other')),
    ],
    [
      'refused',
      () =>
        server.instead.set('/oauth/par', (response) => sendJson(response, 400, { error: 'invalid_request' })),
    ],
    [
      'refused',
      () => server.instead.set('/oauth/par', (response) => sendJson(response, 201, { request_uri: 7 })),
    ],
    [
      'envoke-unreachable',
      () =>
        server.instead.set('/oauth/token', (response) =>
          sendJson(response, 503, { error: 'temporarily_unavailable' }),
        ),
    ],
    [
      'refused',
      () =>
        server.instead.set('/oauth/token', (response) =>
          sendJson(response, 200, { access_token: 'x', token_type: 'Bearer', expires_in: 1, scope: '' }),
        ),
    ],
    ['broker-unreachable', () => server.instead.set('/oauth/token', (response) => response.destroy())],
    [
      'envoke-unreachable',
      () => server.instead.set('/v1/account', (response) => sendProblem(response, 'envoke-timeout')),
    ],
  ])('ends as %s and leaves no account, key or session behind', async (failure, arrange) => {
    arrange();
    expect(await signIn()).toMatchObject({ status: 'failed', failure });
    expect(await loadAccounts()).toEqual({ current: null, accounts: [] });
    expect(await keyNames()).toEqual([]);
    expect(server.sessions).toEqual([]);
  });

  it('keeps the account, its session and its key', async () => {
    expect(await signIn()).toEqual({ status: 'done', accountId: '7' });
    expect((await loadAccounts()).current).toMatchObject({ name: 'Try-out Association', state: 'active' });
    const session = await loadSession('7', server.broker.url);
    expect(session?.sessionToken).toBe(server.sessions[0]);
    expect(await loadSession('7', 'https://other.example.ca')).toBeNull();
  });

  it('says whose browser it is by the same mark at each sign-in, and what the person calls it', async () => {
    await signIn();
    await deviceNameItem.set('Front desk');
    await signIn('7');
    const [first, second] = server.asked;
    expect(first).toMatchObject({ owner_mark: expect.stringMatching(/^[\w-]{22}$/), device_name: '' });
    expect(second).toMatchObject({ owner_mark: first?.owner_mark, device_name: 'Front desk' });
    expect(JSON.stringify(await browser.storage.local.get(null))).not.toContain(first?.owner_mark);
  });

  it('needs no mark where the browser refuses to keep one', async () => {
    const get = vi.spyOn(browser.storage.sync, 'get').mockRejectedValue(new Error('disabled'));
    expect(await signIn()).toMatchObject({ status: 'done' });
    get.mockRestore();
    expect(server.asked).toMatchObject([{ owner_mark: '' }]);
  });

  it('sends cookies with the pushed request alone', async () => {
    const credentials: unknown[] = [];
    const fetchAndNote: typeof fetch = (input, init) => {
      credentials.push([new URL(String(input)).pathname, init?.credentials]);
      return fetch(input, init);
    };
    const done = Promise.withResolvers<string>();
    await startSignIn({ ...EFFECTS, fetch: fetchAndNote }, null, done.resolve);
    await done.promise;
    expect(credentials).toEqual([
      ['/oauth/par', 'include'],
      ['/oauth/token', 'omit'],
      ['/v1/account', 'omit'],
    ]);
  });

  it('replaces the session of an account that reconnects, ends the old one and forgets its key', async () => {
    await signIn();
    const [before] = (await accountsItem.get()).accounts;
    await signIn('7');
    const { accounts } = await accountsItem.get();
    expect(accounts).toHaveLength(1);
    expect(accounts[0]?.sessionToken).not.toBe(before?.sessionToken);
    expect(server.sessions).toEqual([accounts[0]?.sessionToken]);
    expect(await keyNames()).not.toContain(before?.keyId);
  });

  it('keeps both accounts when the person signs in to another one', async () => {
    await signIn();
    server.accountId = '8';
    expect(await signIn('7')).toEqual({ status: 'done', accountId: '8' });
    expect((await loadAccounts()).accounts.map(({ id }) => id)).toEqual(['7', '8']);
  });

  it('runs once at a time', async () => {
    const window = Promise.withResolvers<undefined>();
    openWindow = async (url) => closed(url, await window.promise);
    expect(await startSignIn(EFFECTS, null, () => undefined)).toBe(true);
    expect(await startSignIn(EFFECTS, null, () => undefined)).toBe(false);
    window.resolve(undefined);
    await settleDeadSignIn();
    expect(await signInProgressItem.get()).toMatchObject({ failure: 'cancelled' });
  });

  it('begins while the background that the click started is still starting', async () => {
    const looking = Promise.withResolvers<void>();
    const looked = whenNoSignInRuns(() => looking.promise);
    const beginning = startSignIn(EFFECTS, null, () => undefined);
    expect(await Promise.race([beginning, setTimeout(300, 'waits')])).toBe('waits');
    looking.resolve();
    expect(await beginning).toBe(true);
    await looked;
    await settleDeadSignIn();
    expect(await signInProgressItem.get()).toMatchObject({ status: 'done' });
  });

  it('offers to try again when the worker that ran it has died', async () => {
    await signInProgressItem.set({ status: 'running', step: 'authorizing', startedAtMs: 0, reconnects: '7' });
    const seen: SignInProgress[] = [];
    const interrupted = Promise.withResolvers<void>();
    const stop = watchSignIn((progress) => {
      seen.push(progress);
      if (progress.status === 'failed') interrupted.resolve();
    });
    await interrupted.promise;
    stop();
    expect(seen.at(-1)).toEqual({
      status: 'failed',
      failure: 'interrupted',
      atMs: 0,
      requestId: null,
      reconnects: '7',
    });
  });

  it('signs out here even when the broker cannot be reached, and says so', async () => {
    await signIn();
    await server.close();
    expect(await signOut(EFFECTS, '7')).toBe(false);
    expect(await loadAccounts()).toEqual({ current: null, accounts: [] });
    expect(await loadSession('7', server.broker.url)).toBeNull();
    expect(await signOut(EFFECTS, '7')).toBeNull();
  });

  it('is signed out here only once the session has ended at the broker', async () => {
    await signIn();
    const ended: number[] = [];
    const stop = accountsItem.watch(() => ended.push(server.sessions.length));
    await signOut(EFFECTS, '7');
    stop();
    expect(ended).toEqual([0]);
  });

  it('ends the session at the broker when signing out', async () => {
    await signIn();
    expect(await signOut(EFFECTS, '7')).toBe(true);
    expect(server.sessions).toEqual([]);
    expect(JSON.stringify(await browser.storage.local.get(null))).not.toContain('session-1');
  });
});
