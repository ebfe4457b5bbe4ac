/**
 * A sign-in in a tab, for browsers whose own window fails. It ends at a page of the broker; the answer is in a cookie of
 * this browser, and the extension asks the broker for it with the verifier and the key that began.
 */
import { OAUTH_PATHS } from '../../../shared/paths.ts';
import { isBrokerError } from '../broker-client/broker-error.ts';
import type { AuthTabs, TabNews } from './auth-tab.ts';
import { authorizationUrl, createSignInSecrets } from './authorization-request.ts';
import type { FlowRequests } from './flow-requests.ts';
import { SignInError } from './sign-in-error.ts';
import type { TabSignIn } from './tab-sign-in.ts';

/** Longer than the broker's own limits: ten minutes for the person, one for the answer. */
const TIME_MAX_MS = 12 * 60_000;

export interface TabEffects {
  tabs: AuthTabs;
  /** Epoch milliseconds. */
  now: () => number;
}

/** Returns the session token; throws a sign-in or broker error. `onTab` is called before anything is waited for. */
export async function signInByTab(
  requests: FlowRequests,
  effects: TabEffects,
  { brokerUrl, keyId }: Pick<TabSignIn, 'brokerUrl' | 'keyId'>,
  onTab: (signIn: TabSignIn) => Promise<void>,
): Promise<string> {
  const secrets = createSignInSecrets();
  const requestUri = await requests.push(brokerUrl + OAUTH_PATHS.finished, secrets);
  const tabId = await effects.tabs.open(authorizationUrl(brokerUrl, requestUri));
  const { codeVerifier } = secrets;
  const signIn = { brokerUrl, tabId, keyId, codeVerifier, startedAtMs: effects.now() };
  await onTab(signIn);
  return answerOfTab(requests, effects, signIn);
}

/**
 * Asks for the answer when the tab shows a page of the broker, when it is closed, and now and then. While the broker
 * cannot be reached and the tab is open, it waits.
 */
export async function answerOfTab(
  requests: FlowRequests,
  { tabs, now }: TabEffects,
  { brokerUrl, tabId, codeVerifier, startedAtMs }: TabSignIn,
): Promise<string> {
  const tab = tabs.watch(tabId, brokerUrl);
  try {
    for (;;) {
      const news = await tab.next();
      const token = await ask(requests, brokerUrl + OAUTH_PATHS.finished, codeVerifier, news);
      if (token !== null) return token;
      if (now() - startedAtMs > TIME_MAX_MS) throw new SignInError('expired');
    }
  } finally {
    tab.stop();
  }
}

async function ask(
  requests: FlowRequests,
  redirectUri: string,
  codeVerifier: string,
  news: TabNews,
): Promise<string | null> {
  try {
    const answer = await requests.ask(redirectUri, codeVerifier);
    if (typeof answer === 'string') return answer;
    if (news === 'closed') throw new SignInError('tab-closed');
    // The tab shows that the broker refused to begin: the tab has other cookies than this extension.
    if (news === 'at-broker' && !answer.isOpened) throw new SignInError('other-cookies');
    return null;
  } catch (error) {
    if (isBrokerError(error) && news !== 'closed') return null;
    throw error;
  }
}
