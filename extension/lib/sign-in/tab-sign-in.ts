/**
 * A sign-in in a tab that waits for its answer. It is kept in memory storage, so a background that the browser has ended
 * goes on with it, and an alarm starts that background again.
 */
import { browser } from 'wxt/browser';
import { isNumber, isShaped, isString } from '../storage/guards.ts';
import { defineItem, orUndefined } from '../storage/item.ts';

export interface TabSignIn {
  brokerUrl: string;
  tabId: number;
  /** Name of the DPoP key in IndexedDB. */
  keyId: string;
  codeVerifier: string;
  startedAtMs: number;
}

const isTabSignIn = isShaped<TabSignIn>({
  brokerUrl: isString,
  tabId: isNumber,
  keyId: isString,
  codeVerifier: isString,
  startedAtMs: isNumber,
});

const tabSignInItem = defineItem<TabSignIn | null>({
  area: 'session',
  key: 'tabSignIn',
  version: 1,
  fallback: null,
  parse: orUndefined(isTabSignIn),
});

const ALARM = 'tab-sign-in';
/** The shortest that browsers allow. */
const ALARM_PERIOD_MINUTES = 0.5;

export const loadTabSignIn = tabSignInItem.get;

export async function keepTabSignIn(signIn: TabSignIn): Promise<void> {
  await tabSignInItem.set(signIn);
  await browser.alarms.create(ALARM, { periodInMinutes: ALARM_PERIOD_MINUTES });
}

export async function forgetTabSignIn(): Promise<void> {
  await browser.alarms.clear(ALARM);
  await tabSignInItem.remove();
}
