/**
 * Every event the background handles. All are registered synchronously at start, so that a woken worker receives the
 * event that woke it.
 */
import { browser } from 'wxt/browser';
import { showBadge } from '../badge/badge.ts';
import { CONSENT_CLOCK_ALARM, type ConsentClock } from '../consent-clock/consent-clock.ts';
import { consentEndsItem } from '../memory/consent-ends.ts';
import { newConnectionItem } from '../memory/new-connection.ts';
import { addFromActiveTab, addFromPage } from '../menus/add-from-page.ts';
import { registerContextMenus, toSourceTarget } from '../menus/context-menus.ts';
import { createMessageListener } from '../messages/listener.ts';
import { createInputListener, openEntered, showHint } from '../omnibox/omnibox.ts';
import { OUTBOX_ALARM } from '../outbox/outbox-alarm.ts';
import type { OutboxSender } from '../outbox/outbox-sender.ts';
import { OUTBOX_PREFIX } from '../outbox/outbox-store.ts';
import { accountsItem } from '../session/accounts-item.ts';
import { settingsItem } from '../settings/settings-items.ts';
import type { BrowserEffects, OnConnected } from '../sign-in/run-sign-in.ts';
import { welcome } from '../welcome/welcome.ts';
import { createMessageHandlers } from './message-handlers.ts';

/** Besides the outbox. */
const ON_BADGE: ReadonlySet<string> = new Set([
  accountsItem.key,
  settingsItem.key,
  consentEndsItem.key,
  newConnectionItem.key,
]);
const ADD_SELECTION_COMMAND = 'add-selection';

export interface BackgroundEffects extends BrowserEffects {
  sleep: (ms: number) => Promise<void>;
}

export function registerListeners(
  effects: BackgroundEffects,
  sender: OutboxSender,
  clock: ConsentClock,
  onConnected: OnConnected,
): void {
  const { now } = effects;
  const self = { id: browser.runtime.id, origin: location.origin };
  const handlers = createMessageHandlers(effects, sender, onConnected);
  browser.runtime.onMessage.addListener(createMessageListener(handlers, self));

  browser.runtime.onInstalled.addListener(({ reason }) => {
    void registerContextMenus();
    void welcome(reason);
  });
  browser.runtime.onStartup.addListener(() => void registerContextMenus());
  browser.contextMenus.onClicked.addListener((click, tab) => {
    const target = toSourceTarget(click, tab);
    if (target !== null) void addFromPage(target, now());
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === ADD_SELECTION_COMMAND) void addFromActiveTab(tab, now());
  });

  browser.omnibox.onInputStarted.addListener(() => void showHint());
  const suggest = createInputListener(effects.sleep);
  browser.omnibox.onInputChanged.addListener((text, show) => void suggest(text, show));
  browser.omnibox.onInputEntered.addListener((text) => void openEntered(text));

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === OUTBOX_ALARM) void sender.send();
    if (name === CONSENT_CLOCK_ALARM) void clock.read();
  });
  browser.permissions.onAdded.addListener(() => void sender.sendNow());
  globalThis.addEventListener('online', () => void sender.sendNow());

  browser.storage.local.onChanged.addListener((changes) => {
    const keys = Object.keys(changes);
    if (keys.some((key) => key.startsWith(OUTBOX_PREFIX) || ON_BADGE.has(key))) void showBadge();
    if (keys.includes(settingsItem.key)) void registerContextMenus();
    if (keys.includes(settingsItem.key) || keys.includes(accountsItem.key)) void clock.read();
  });
}
