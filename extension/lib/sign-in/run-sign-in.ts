/** Runs a sign-in in the background: one at a time; its progress is stored for the popup, and its result too. */
import { browser } from 'wxt/browser';
import { isBrokerError } from '../broker-client/broker-error.ts';
import { createDpopFetch } from '../broker-client/dpop-fetch.ts';
import { resolveLanguage } from '../i18n/language.ts';
import { keepAccount } from '../session/accounts.ts';
import { accountsItem } from '../session/accounts-item.ts';
import { deleteDpopKey } from '../session/dpop-keys.ts';
import { findAccount, type StoredAccount } from '../session/stored-account.ts';
import { loadThisDevice } from '../session/this-device.ts';
import { loadSession } from '../session/usable-session.ts';
import { hasBrokerPermission } from '../settings/host-permission.ts';
import { loadSettings } from '../settings/settings-store.ts';
import { authTabs } from './auth-tab.ts';
import { authWindow } from './auth-window.ts';
import type { FlowEffects } from './flow-requests.ts';
import { keepAlive } from './keep-alive.ts';
import type { SignInFailure, SignInProgress } from './progress.ts';
import { signInProgressItem } from './progress-item.ts';
import { revokeSession } from './revoke-session.ts';
import { finishInTab, type SignInEffects, signIn } from './sign-in.ts';
import type { TabEffects } from './sign-in-by-tab.ts';
import { SignInError } from './sign-in-error.ts';
import { isSignInWatched, withSignInLock } from './sign-in-lock.ts';
import { forgetTabSignIn, keepTabSignIn, loadTabSignIn } from './tab-sign-in.ts';

export type BrowserEffects = Pick<SignInEffects, 'fetch' | 'now' | 'isOnline'>;

/** Called when a sign-in succeeds. `isWatched`: a view is open that shows it by itself. */
export type OnConnected = (accountId: string, isWatched: boolean) => void;

/**
 * Resolves to whether this call began a sign-in, as soon as that is known. `reconnects` is the account whose session it is
 * meant to replace.
 */
export function startSignIn(
  effects: BrowserEffects,
  reconnects: string | null,
  onConnected: OnConnected,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const run = () => runToEnd(effects, reconnects, onConnected, () => begin(effects, reconnects));
    withSignInLock(() => resolve(true), run).then(resolve, reject);
  });
}

/** Goes on with the sign-in in a tab that the previous background has left; does nothing when there is none. */
export async function resumeSignIn(effects: BrowserEffects, onConnected: OnConnected): Promise<void> {
  const tabSignIn = await loadTabSignIn();
  // The alarm outlives the browser; what it is for does not.
  if (tabSignIn === null) return forgetTabSignIn();
  await withSignInLock(
    () => undefined,
    async () => {
      const progress = await signInProgressItem.get();
      if (progress.status !== 'running') return forgetTabSignIn();
      await runToEnd(effects, progress.reconnects, onConnected, async () =>
        finishInTab({ ...(await flowEffects(effects)), brokerUrl: tabSignIn.brokerUrl }, tabSignIn),
      );
    },
  );
}

async function begin(effects: BrowserEffects, reconnects: string | null): Promise<StoredAccount> {
  const before = await signInProgressItem.get();
  const onStep = (step: 'preparing' | 'authorizing' | 'in-tab' | 'finishing') =>
    signInProgressItem.set({ status: 'running', step, startedAtMs: effects.now(), reconnects });
  await onStep('preparing');
  return signIn({
    ...(await flowEffects(effects)),
    window: authWindow(),
    hasClosedAtOnce: before.status === 'failed' && before.failure === 'closed-at-once',
    onStep,
    onTab: async (tabSignIn) => {
      await keepTabSignIn(tabSignIn);
      await onStep('in-tab');
    },
  });
}

async function flowEffects(effects: BrowserEffects): Promise<FlowEffects & TabEffects> {
  const { brokerUrl, language } = (await loadSettings()).values;
  return {
    ...effects,
    brokerUrl,
    uiLocale: resolveLanguage(language, browser.i18n.getUILanguage()),
    device: await loadThisDevice(),
    hasPermission: hasBrokerPermission,
    tabs: authTabs,
  };
}

async function runToEnd(
  effects: BrowserEffects,
  reconnects: string | null,
  onConnected: OnConnected,
  obtain: () => Promise<StoredAccount>,
): Promise<void> {
  const endKeepAlive = keepAlive();
  const progress = await progressOf(effects, reconnects, obtain);
  endKeepAlive();
  await signInProgressItem.set(progress);
  await forgetTabSignIn();
  if (progress.status === 'done') onConnected(progress.accountId, await isSignInWatched());
}

async function progressOf(
  effects: BrowserEffects,
  reconnects: string | null,
  obtain: () => Promise<StoredAccount>,
): Promise<SignInProgress> {
  try {
    const account = await obtain();
    await replaceAccount(effects, account);
    return { status: 'done', accountId: account.id };
  } catch (error) {
    return { status: 'failed', atMs: effects.now(), reconnects, ...failureOf(error) };
  }
}

/** The previous session is ended at the broker, and its key removed, once the new one is stored. */
async function replaceAccount(effects: BrowserEffects, account: StoredAccount): Promise<void> {
  const before = findAccount(await accountsItem.get(), account.id);
  const oldSession = before === undefined ? null : await loadSession(before.id, before.brokerUrl);
  const name = before?.recorder?.name ?? '';
  await keepAccount(name === '' ? account : { ...account, recorder: { name, isConfirmed: false } });
  if (oldSession !== null) await revokeSession(createDpopFetch(effects), oldSession);
  if (before !== undefined) await deleteDpopKey(before.keyId);
}

function failureOf(error: unknown): { failure: SignInFailure; requestId: string | null } {
  if (error instanceof SignInError) return { failure: error.failure, requestId: error.requestId };
  if (!isBrokerError(error)) return { failure: 'refused', requestId: null };
  switch (error.slug) {
    case 'offline':
    case 'permission-needed':
    case 'broker-unreachable':
      return { failure: error.slug, requestId: error.requestId };
    case 'envoke-unreachable':
    case 'envoke-timeout':
    case 'envoke-busy':
      return { failure: 'envoke-unreachable', requestId: error.requestId };
    default:
      return { failure: 'refused', requestId: error.requestId };
  }
}
