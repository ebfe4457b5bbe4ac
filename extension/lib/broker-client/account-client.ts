/** The broker's client as extension pages and the background use it: for one account, with the browser's own effects. */
import { markSessionEnded } from '../session/accounts.ts';
import { loadSession } from '../session/usable-session.ts';
import { hasBrokerPermission } from '../settings/host-permission.ts';
import { loadBrokerUrl } from '../settings/settings-store.ts';
import type { BrokerClient } from './broker-client.ts';
import { createBrokerClient } from './create-broker-client.ts';

export function createAccountClient(accountId: string): BrokerClient {
  return createBrokerClient({
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    isOnline: () => navigator.onLine,
    hasPermission: hasBrokerPermission,
    loadSession: async () => loadSession(accountId, await loadBrokerUrl()),
    onSessionEnded: (session, state) => markSessionEnded(session.accountId, session.sessionToken, state),
  });
}
