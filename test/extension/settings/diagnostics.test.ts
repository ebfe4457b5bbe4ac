/** The diagnostics for support: enough to find a fault, and no personal data. */
import { beforeEach, expect, it, vi } from 'vitest';
import { readDiagnostics } from '../../../extension/entrypoints/settings/diagnostics.ts';
import { keepFailure, recentFailuresItem } from '../../../extension/lib/diagnostics/recent-failures.ts';
import { keptSearchesItem } from '../../../extension/lib/memory/kept-search.ts';
import { writeNew } from '../../../extension/lib/outbox/outbox-store.ts';
import { keepAccount } from '../../../extension/lib/session/accounts.ts';
import { saveSettings } from '../../../extension/lib/settings/settings-store.ts';
import { resetBrowser } from '../fake-browser.ts';
import { aDraft, anItem } from '../outbox/items.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const PERSONAL = [
  'Lakeside Library',
  'account-77',
  'secret-session-token',
  'key-of-the-account',
  'noemie.gagnon@lakeside.example.org',
  'Members of the board',
  'typed by hand',
  'broker.example.ca',
];

async function fillBrowser(): Promise<void> {
  await keepAccount({
    id: 'account-77',
    name: 'Lakeside Library',
    brokerUrl: 'https://broker.example.ca',
    sessionToken: 'secret-session-token',
    keyId: 'key-of-the-account',
    state: 'active',
    sessionExpiresAt: 1_900_000_000,
    connectionExpiresAt: 1_900_000_000,
  });
  await saveSettings({ brokerUrl: 'https://broker.example.ca', defaultTags: ['Members of the board'] });
  await keptSearchesItem.set({ 'account-77': { search: 'typed by hand', atMs: 1, tabId: null, url: '' } });
  const item = anItem({
    accountId: 'account-77',
    operation: aDraft('noemie.gagnon@lakeside.example.org'),
    lastFailure: {
      slug: 'envoke-timeout',
      requestId: 'req-outbox',
      envokeErrors: [],
      errors: [],
      contact: null,
    },
  });
  await writeNew([item], null);
}

beforeEach(resetBrowser);

it('holds nothing of a person, an account or a token', async () => {
  await fillBrowser();
  const text = await readDiagnostics();
  expect(PERSONAL.filter((secret) => text.includes(secret))).toEqual([]);
});

it("names the failed calls by the request ids of the broker's log", async () => {
  await fillBrowser();
  keepFailure({ atMs: 1_795_000_000_000, problem: 'envoke-busy', requestId: 'req-search' });
  await vi.waitUntil(async () => (await recentFailuresItem.get()).length > 0);
  const facts = JSON.parse(await readDiagnostics());
  expect(facts).toMatchObject({
    extension: '1.2.3',
    sessions: ['active'],
    outbox: [{ kind: 'create', failure: { problem: 'envoke-timeout', request: 'req-outbox' } }],
    lastFailures: [{ problem: 'envoke-busy', request: 'req-search' }],
  });
});

it('keeps the last ten failed calls, the latest first', async () => {
  for (let call = 1; call <= 12; call += 1)
    keepFailure({ atMs: call, problem: 'envoke-busy', requestId: `req-${call}` });
  await vi.waitUntil(async () => (await recentFailuresItem.get())[0]?.requestId === 'req-12');
  const kept = (await recentFailuresItem.get()).map(({ requestId }) => requestId);
  expect(kept).toHaveLength(10);
  expect(kept.at(-1)).toBe('req-3');
});
