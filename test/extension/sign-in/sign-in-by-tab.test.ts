/** Where the browser's own window fails, a tab takes its place; `cancelled` is only said when the person has closed it. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startUp } from '../../../extension/lib/background/start-up.ts';
import { loadAccounts } from '../../../extension/lib/session/accounts.ts';
import { deleteOtherDpopKeys, loadDpopKey } from '../../../extension/lib/session/dpop-keys.ts';
import type { SignInProgress } from '../../../extension/lib/sign-in/progress.ts';
import { signInProgressItem } from '../../../extension/lib/sign-in/progress-item.ts';
import { resumeSignIn, startSignIn } from '../../../extension/lib/sign-in/run-sign-in.ts';
import { settleDeadSignIn, whenNoSignInRuns } from '../../../extension/lib/sign-in/sign-in-lock.ts';
import { keepTabSignIn, loadTabSignIn } from '../../../extension/lib/sign-in/tab-sign-in.ts';
import { browser, resetBrowser, setManaged } from '../fake-browser.ts';
import { sendJson } from '../stub-broker.ts';
import { type FakeTabs, installTabs } from './fake-tabs.ts';
import { REDIRECT_URI, type SignInServer, startSignInServer } from './sign-in-server.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

let aheadMs = 0;
const EFFECTS = { fetch, now: () => Date.now() + aheadMs, isOnline: () => true };
const ANSWER = 'Couldn’t create a browser window to display an authorization page';

let server: SignInServer;
let tabs: FakeTabs;
let finished: string;

beforeEach(async () => {
  resetBrowser();
  await deleteOtherDpopKeys([]);
  server = await startSignInServer();
  finished = `${server.broker.url}/oauth/finished`;
  setManaged({ brokerUrl: server.broker.url });
  aheadMs = 0;
  tabs = installTabs();
  useWindow(() => Promise.reject(new Error(ANSWER)));
});
afterEach(async () => {
  for (const id of tabs.open.keys()) tabs.close(id);
  await whenNoSignInRuns(async () => undefined);
  await server.close();
});

const useWindow = (open: ((url: string) => Promise<unknown>) | undefined) =>
  Object.assign(browser.identity, {
    getRedirectURL: () => REDIRECT_URI,
    launchWebAuthFlow: open && (({ url }: { url: string }) => open(url)),
  });
/** Begins to sign in; the result is what the popup is told at the end. */
const begin = async (): Promise<Promise<SignInProgress>[]> => {
  const ended = Promise.withResolvers<SignInProgress>();
  const stop = signInProgressItem.watch((progress) => {
    if (progress.status !== 'running') ended.resolve(progress);
  });
  expect(await startSignIn(EFFECTS, null, () => undefined)).toBe(true);
  void ended.promise.then(stop);
  return [ended.promise];
};
const beginInTab = async () => {
  const opened = tabs.nextTab();
  const [end = Promise.reject(new Error('no end'))] = await begin();
  const tab = await opened;
  server.visit(tab.url);
  return { end, tab };
};

/** What is kept of the sign-in that waits in a tab. */
const leftInTab = () =>
  vi.waitFor(async () => {
    const left = await loadTabSignIn();
    if (left === null) throw new Error('nothing is kept');
    return left;
  });
const putDpopKey = async (keyId: string, key: unknown) => {
  const opened = indexedDB.open('dpop-keys', 1);
  await new Promise((resolve) => {
    opened.onsuccess = resolve;
  });
  const put = opened.result.transaction('keys', 'readwrite').objectStore('keys').put(key, keyId);
  await new Promise((resolve) => {
    put.onsuccess = resolve;
  });
  opened.result.close();
};

describe('a tab opens', () => {
  const closed = 'The user did not approve access.';
  it.each<[string, ((url: string) => Promise<unknown>) | undefined]>([
    ['the browser has no window for extensions', undefined],
    ['the window does not open', () => Promise.reject(new Error(ANSWER))],
    [
      'its first page does not load',
      () => Promise.reject(new Error('Authorization page could not be loaded.')),
    ],
    ['the browser says something unknown', () => Promise.reject({ message: 'not implemented' })],
    ['the browser rejects with nothing', () => Promise.reject(undefined)],
    ['the window closes before the broker has seen it', () => Promise.reject(new Error(closed))],
  ])('when %s', async (_what, open) => {
    useWindow(open);
    const { end, tab } = await beginInTab();
    server.answerTab(tab.url);
    tabs.show(tab.id, finished);
    expect(await end).toEqual({ status: 'done', accountId: '7' });
    expect((await loadAccounts()).current).toMatchObject({ name: 'Try-out Association' });
  });

  it('when the window closes at once, the second time in a row', async () => {
    useWindow((url) => {
      server.visit(url);
      return Promise.reject(new Error(closed));
    });
    const [first] = await begin();
    expect(await first).toMatchObject({ failure: 'closed-at-once' });
    expect(tabs.open.size).toBe(0);
    await beginInTab();
  });

  it('in a window that is not private, when a private one is in front', async () => {
    tabs = installTabs({ isPrivate: true });
    const { tab } = await beginInTab();
    expect(tabs.open.get(tab.id)?.isPrivate).toBe(false);
  });

  it('in a browser that has no windows, such as that of a phone', async () => {
    Object.assign(browser.windows, { getLastFocused: undefined });
    expect((await beginInTab()).tab.id).toBe(1);
  });

  it('not when the person closes the window', async () => {
    useWindow((url) => {
      server.visit(url);
      aheadMs += 2_000;
      return Promise.reject(new Error(closed));
    });
    const [end] = await begin();
    expect(await end).toMatchObject({ failure: 'cancelled' });
    expect(tabs.open.size).toBe(0);
  });

  it('not when the broker refuses the sign-in', async () => {
    server.instead.set('/oauth/par', (response) => sendJson(response, 400, { error: 'invalid_request' }));
    const [end] = await begin();
    expect(await end).toMatchObject({ failure: 'refused' });
    expect(tabs.open.size).toBe(0);
  });
});

describe('a sign-in in a tab', () => {
  it.each<[string, string, (tab: { id: number; url: string }) => void]>([
    ['tab-closed', 'the person closes the tab', ({ id }) => tabs.close(id)],
    [
      'declined',
      'the person declines',
      ({ id, url }) => {
        server.answerTab(url, 'access_denied');
        tabs.show(id, `${finished}?error=access_denied`);
      },
    ],
    [
      'expired',
      'the broker has given it up',
      ({ id, url }) => {
        server.answerTab(url, 'expired_token');
        tabs.close(id);
      },
    ],
    [
      'broker-unreachable',
      'the tab is closed while the broker does not answer',
      ({ id }) => {
        server.instead.set('/oauth/token', (response) => response.destroy());
        tabs.close(id);
      },
    ],
  ])('ends as %s when %s, and leaves nothing behind', async (failure, _what, happen) => {
    const { end, tab } = await beginInTab();
    happen(tab);
    expect(await end).toMatchObject({ status: 'failed', failure });
    expect(await loadAccounts()).toEqual({ current: null, accounts: [] });
    await vi.waitFor(async () => expect(await loadTabSignIn()).toBeNull());
    expect(await browser.alarms.getAll()).toEqual([]);
    expect(server.sessions).toEqual([]);
  });

  it('says so when the tab has other cookies, and the broker refuses to begin there', async () => {
    const opened = tabs.nextTab();
    const [end] = await begin();
    const tab = await opened;
    tabs.show(tab.id, `${server.broker.url}/oauth/authorize?x`);
    expect(await end).toMatchObject({ failure: 'other-cookies' });
  });

  it('goes on when the tab was closed after Envoke had answered', async () => {
    const { end, tab } = await beginInTab();
    server.answerTab(tab.url);
    tabs.close(tab.id);
    expect(await end).toMatchObject({ status: 'done' });
  });

  it('waits while the broker cannot be reached or is asked too often, and then goes on', async () => {
    const { end, tab } = await beginInTab();
    const refusals: string[] = [];
    for (const refuse of [
      (response: { destroy(): void }) => response.destroy(),
      (response: Parameters<typeof sendJson>[0]) =>
        sendJson(response, 429, { error: 'temporarily_unavailable' }),
    ]) {
      server.instead.set('/oauth/token', (response) => {
        refusals.push('refused');
        refuse(response);
      });
      const before = refusals.length;
      tabs.show(tab.id, finished);
      await vi.waitFor(() => expect(refusals.length).toBeGreaterThan(before));
    }
    server.instead.delete('/oauth/token');
    server.answerTab(tab.url);
    await vi.waitFor(async () => {
      tabs.show(tab.id, finished);
      expect(await Promise.race([end, null])).toMatchObject({ status: 'done' });
    });
  });

  it('sends the cookie with the request for the answer, and no secret in a URL', async () => {
    const sent: { url: string; credentials: unknown; body: string }[] = [];
    const fetchAndNote: typeof fetch = (input, init) => {
      sent.push({ url: String(input), credentials: init?.credentials, body: String(init?.body) });
      return fetch(input, init);
    };
    const opened = tabs.nextTab();
    const done = Promise.withResolvers<string>();
    await startSignIn({ ...EFFECTS, fetch: fetchAndNote }, null, done.resolve);
    const tab = await opened;
    server.visit(tab.url);
    const { codeVerifier: verifier } = await leftInTab();
    server.answerTab(tab.url);
    tabs.show(tab.id, finished);
    await done.promise;
    const asked = sent.filter(({ url }) => url.endsWith('/oauth/token'));
    expect(asked.map(({ credentials }) => credentials)).toEqual(asked.map(() => 'include'));
    expect(asked.at(-1)?.body).toContain(verifier);
    expect([tab.url, ...sent.map(({ url }) => url)].join(' ')).not.toContain(verifier);
  });
});

describe('when the browser has ended the background', () => {
  /** What a background leaves that has opened a tab and died. */
  const leaveBehind = async () => {
    const { tab } = await beginInTab();
    const left = await leftInTab();
    const key = await loadDpopKey(left.keyId);
    const progress = await signInProgressItem.get();
    tabs.close(tab.id);
    await vi.waitFor(async () => expect(await loadTabSignIn()).toBeNull());
    await putDpopKey(left.keyId, key);
    tabs.open.set(tab.id, { url: 'https://envoke.example/', isPrivate: false });
    await keepTabSignIn(left);
    await signInProgressItem.set(progress);
    return { left, tab };
  };

  it('shows the sign-in as running still, keeps its key, and wakes the background every half minute', async () => {
    const { left } = await leaveBehind();
    await settleDeadSignIn();
    expect(await signInProgressItem.get()).toMatchObject({ status: 'running', step: 'in-tab' });
    expect(await browser.alarms.getAll()).toMatchObject([{ periodInMinutes: 0.5 }]);
    const sender = { send: async () => undefined, sendNow: async () => undefined, ask: async () => null };
    await startUp(EFFECTS, sender, () => undefined);
    expect(await loadDpopKey(left.keyId)).toBeDefined();
    tabs.close(left.tabId);
    await vi.waitFor(async () => expect(await loadTabSignIn()).toBeNull());
  });

  it('goes on by itself, and connects when Envoke has answered meanwhile', async () => {
    const { left, tab } = await leaveBehind();
    server.answerTab(tab.url);
    tabs.show(left.tabId, finished);
    await resumeSignIn(EFFECTS, () => undefined);
    expect(await signInProgressItem.get()).toEqual({ status: 'done', accountId: '7' });
  });

  it('goes on, and finds that the tab was closed meanwhile', async () => {
    const { left } = await leaveBehind();
    tabs.open.delete(left.tabId);
    await resumeSignIn(EFFECTS, () => undefined);
    expect(await signInProgressItem.get()).toMatchObject({ failure: 'tab-closed' });
  });

  it('says interrupted when the key is gone', async () => {
    const { left } = await leaveBehind();
    await deleteOtherDpopKeys([]);
    await resumeSignIn(EFFECTS, () => undefined);
    expect(await signInProgressItem.get()).toMatchObject({ failure: 'interrupted' });
    expect(await loadTabSignIn()).toBeNull();
    expect(left.keyId).not.toBe('');
  });

  it('ends the alarm, and does nothing else, when the browser was closed meanwhile', async () => {
    await browser.alarms.create('tab-sign-in', { periodInMinutes: 0.5 });
    await resumeSignIn(EFFECTS, () => undefined);
    expect(await browser.alarms.getAll()).toEqual([]);
    expect(await signInProgressItem.get()).toEqual({ status: 'idle' });
  });
});
