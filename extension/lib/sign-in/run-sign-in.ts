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
import { openAuthWindow } from './auth-window.ts';
import { keepAlive } from './keep-alive.ts';
import type { SignInFailure, SignInProgress } from './progress.ts';
import { signInProgressItem } from './progress-item.ts';
import { revokeSession } from './revoke-session.ts';
import { type SignInEffects, signIn } from './sign-in.ts';
import { SignInError } from './sign-in-error.ts';
import { withSignInLock } from './sign-in-lock.ts';

export type BrowserEffects = Pick<SignInEffects, 'fetch' | 'now' | 'isOnline'>;

/**
 * Resolves to whether this call began a sign-in, as soon as that is known; `onDone` is called with the account when it
 * succeeds. `reconnects` is the account whose session it is meant to replace.
 */
export function startSignIn(
  effects: BrowserEffects,
  reconnects: string | null,
  onDone: (accountId: string) => void,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const run = async () => {
      const endKeepAlive = keepAlive();
      const progress = await runSignIn(effects, reconnects);
      endKeepAlive();
      await signInProgressItem.set(progress);
      if (progress.status === 'done') onDone(progress.accountId);
    };
    withSignInLock(() => resolve(true), run).then(resolve, reject);
  });
}

async function runSignIn(effects: BrowserEffects, reconnects: string | null): Promise<SignInProgress> {
  const onStep = (step: 'preparing' | 'authorizing' | 'finishing') =>
    signInProgressItem.set({ status: 'running', step, startedAtMs: effects.now(), reconnects });
  try {
    await onStep('preparing');
    const { brokerUrl, language } = (await loadSettings()).values;
    const account = await signIn({
      ...effects,
      brokerUrl,
      uiLocale: resolveLanguage(language, browser.i18n.getUILanguage()),
      device: await loadThisDevice(),
      redirectUri: browser.identity.getRedirectURL(),
      openWindow: openAuthWindow,
      hasPermission: hasBrokerPermission,
      onStep,
    });
    await replaceAccount(effects, account);
    return { status: 'done', accountId: account.id };
  } catch (error) {
    return { status: 'failed', reconnects, ...failureOf(error) };
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
