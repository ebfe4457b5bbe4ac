/** Permission for the broker's origin: without it requests are cross-site, and the sign-in cookie is lost. */
import { browser } from 'wxt/browser';
import { hostPattern } from './broker-url.ts';

export function hasBrokerPermission(brokerUrl: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [hostPattern(brokerUrl)] });
}

/** Asks the person. Must run in a click of theirs, before anything is awaited, or browsers refuse it. */
export function requestBrokerPermission(brokerUrl: string): Promise<boolean> {
  return browser.permissions.request({ origins: [hostPattern(brokerUrl)] });
}
