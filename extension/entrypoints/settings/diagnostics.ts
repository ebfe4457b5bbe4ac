/**
 * Facts that help to find a fault: versions, settings by name, states and counts. Never a name, an address, an account,
 * a token, or what a person typed; request ids pair them with the broker's log.
 */
import { browser } from 'wxt/browser';
import { recentFailuresItem } from '../../lib/diagnostics/recent-failures.ts';
import { failureOf, type OutboxFailure } from '../../lib/outbox/outbox-item.ts';
import { loadOutbox } from '../../lib/outbox/outbox-store.ts';
import { loadAccounts } from '../../lib/session/accounts.ts';
import { hasBrokerPermission } from '../../lib/settings/host-permission.ts';
import { readPolicy } from '../../lib/settings/managed-policy.ts';
import { loadSettings } from '../../lib/settings/settings-store.ts';
import { signInProgressItem } from '../../lib/sign-in/progress-item.ts';

function named(failure: OutboxFailure | null) {
  return failure === null ? null : { problem: failure.slug, request: failure.requestId };
}

export async function readDiagnostics(): Promise<string> {
  const [settings, policy, accounts, outbox, signIn, failures] = await Promise.all([
    loadSettings(),
    readPolicy(),
    loadAccounts(),
    loadOutbox(),
    signInProgressItem.get(),
    recentFailuresItem.get(),
  ]);
  const { values, managed } = settings;
  const facts = {
    extension: browser.runtime.getManifest().version,
    browser: navigator.userAgent,
    browserLanguage: browser.i18n.getUILanguage(),
    online: navigator.onLine,
    brokerPermission: await hasBrokerPermission(values.brokerUrl),
    settings: {
      language: values.language,
      theme: values.theme,
      openOn: values.openOn,
      pageLookup: values.pageLookup,
      bulk: values.bulk,
      omnibox: values.omnibox,
    },
    managed: [...managed],
    managedNotValid: policy.rejected,
    sessions: accounts.accounts.map(({ state }) => state),
    signIn: signIn.status === 'failed' ? [signIn.failure, signIn.requestId] : signIn.status,
    outbox: outbox.items.map((item) => ({
      kind: item.operation.kind,
      state: item.state.status,
      attempts: item.attempts,
      failure: named(failureOf(item)),
    })),
    lastFailures: failures.map(({ atMs, problem, requestId }) => ({
      at: new Date(atMs).toISOString(),
      problem,
      request: requestId,
    })),
  };
  return JSON.stringify(facts, null, 2);
}
