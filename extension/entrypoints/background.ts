/** The background: connects the parts and registers the listeners. */
import { defineBackground } from 'wxt/utils/define-background';
import { registerListeners } from '../lib/background/listeners.ts';
import { startUp } from '../lib/background/start-up.ts';
import { showBadge } from '../lib/badge/badge.ts';
import { createAccountClient } from '../lib/broker-client/account-client.ts';
import { createConsentClock } from '../lib/consent-clock/consent-clock.ts';
import { outboxAlarm } from '../lib/outbox/outbox-alarm.ts';
import { createOutboxSender } from '../lib/outbox/outbox-sender.ts';
import { isSignedIn } from '../lib/session/usable-session.ts';
import type { OnConnected } from '../lib/sign-in/run-sign-in.ts';
import { showConnection } from '../lib/welcome/show-connection.ts';

export default defineBackground(() => {
  const effects = {
    fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, init),
    now: () => Date.now(),
    isOnline: () => navigator.onLine,
    sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  };
  const clientOf = async (accountId: string) =>
    (await isSignedIn(accountId)) ? createAccountClient(accountId) : null;
  const sender = createOutboxSender({ ...effects, clientOf, alarm: outboxAlarm });
  const clock = createConsentClock({ ...effects, clientOf });
  const onConnected: OnConnected = (accountId, isWatched) => {
    void sender.sendNow();
    void showConnection(accountId, isWatched);
  };
  registerListeners(effects, sender, clock, onConnected);
  void startUp(effects, sender, onConnected);
  void showBadge();
  void clock.read();
});
