/** The address bar's keyword. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { firstViews, loadStart } from '../../../extension/entrypoints/popup/context/popup-start.ts';
import { startTranslator } from '../../../extension/lib/i18n/index.ts';
import { keptSearchesItem } from '../../../extension/lib/memory/kept-search.ts';
import { offeredItem } from '../../../extension/lib/omnibox/offered-item.ts';
import {
  createInputListener,
  openEntered,
  showHint,
  toSuggestion,
} from '../../../extension/lib/omnibox/omnibox.ts';
import { writeNew } from '../../../extension/lib/outbox/outbox-store.ts';
import { keepAccount } from '../../../extension/lib/session/accounts.ts';
import { createDpopKey } from '../../../extension/lib/session/dpop-keys.ts';
import { saveSettings } from '../../../extension/lib/settings/settings-store.ts';
import { browser, resetBrowser, setManaged } from '../fake-browser.ts';
import { anItem } from '../outbox/items.ts';
import { aContact, sendJson, startStubBroker } from '../stub-broker.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const { t } = startTranslator('en');

const signIn = async (brokerUrl: string) => {
  await createDpopKey('k');
  setManaged({ brokerUrl });
  await keepAccount({
    id: '7',
    name: 'Association',
    brokerUrl,
    sessionToken: 'token',
    keyId: 'k',
    state: 'active',
    sessionExpiresAt: 0,
    connectionExpiresAt: 0,
  });
};

describe('the address bar', () => {
  beforeEach(() => {
    resetBrowser();
    Object.assign(browser.action, { openPopup: async () => undefined });
  });

  it('shows no markup of a contact’s as markup', () => {
    const contact = aContact({ first_name: '<url>A & B</url>', last_name: '"\'', company: '\u0007Co' });
    expect(toSuggestion(contact, t).description).not.toMatch(/[<>&"'\p{Cc}]/u);
    expect(toSuggestion(aContact(), t).description).toBe('Amélie Roy – OK to email – amelie.roy@example.ca');
  });

  it.each([
    ['Express', 'no', 'No consent yet'],
    ['Revoked', 'no', 'Do not email'],
    ['Envoke Spam Reported', 'no', 'Do not email'],
    ['Something new', 'unknown', 'Unknown'],
  ] as const)('says whether a contact with %s may be emailed: %s', (status, mailable, words) => {
    const contact = { ...aContact(), consent: { ...aContact().consent, status, mailable } };
    expect(toSuggestion(contact, t).description).toContain(` – ${words} – `);
  });

  it("describes itself in the person's language", async () => {
    const setDefaultSuggestion = vi.fn();
    Object.assign(browser.omnibox, { setDefaultSuggestion });
    await signIn('https://broker.example.ca');
    await saveSettings({ language: 'fr' });
    await showHint();
    await saveSettings({ language: 'en' });
    await showHint();
    expect(setDefaultSuggestion.mock.calls).toEqual([
      [{ description: 'Chercher des contacts' }],
      [{ description: 'Search contacts' }],
    ]);
  });

  it('offers to connect while signed out', async () => {
    const setDefaultSuggestion = vi.fn();
    Object.assign(browser.omnibox, { setDefaultSuggestion });
    await showHint();
    expect(setDefaultSuggestion).toHaveBeenCalledWith({ description: 'Connect to Envoke' });
  });

  it('sends nothing and suggests nothing while signed out', async () => {
    const suggest = vi.fn();
    await createInputListener(async () => undefined)('amelie', suggest);
    expect(suggest).toHaveBeenCalledWith([]);
  });

  it('answers the last typed text with one request', async () => {
    const page = { contacts: [aContact()], next_skip: null, search: 'full' };
    const broker = await startStubBroker((_request, response) => sendJson(response, 200, page));
    await signIn(broker.url);
    const pauses: (() => void)[] = [];
    const listener = createInputListener(() => new Promise((resolve) => pauses.push(resolve)));
    const [first, second] = [vi.fn(), vi.fn()];
    const asked = [listener('am', first), listener('amelie', second)];
    for (const endPause of pauses) endPause();
    await Promise.all(asked);
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledWith([toSuggestion(aContact(), t)]);
    expect(broker.requests.map(({ url }) => url)).toEqual(['/v1/contacts?search=amelie&limit=6']);
    await broker.close();
  });

  it('offers nobody as OK to email whose unsubscribing waits, in this account alone', async () => {
    const page = { contacts: [aContact()], next_skip: null, search: 'full' };
    const broker = await startStubBroker((_request, response) => sendJson(response, 200, page));
    await signIn(broker.url);
    const said = { contactId: aContact().id, email: aContact().email, said: { reason: 'Phoned.' } };
    const item = anItem({ operation: { kind: 'unsubscribe', ...said } });
    const suggested = async () => {
      const suggest = vi.fn();
      await createInputListener(async () => undefined)('amelie', suggest);
      return suggest.mock.calls[0]?.[0][0].description;
    };
    await writeNew([{ ...item, accountId: '8' }], null);
    expect(await suggested()).toContain('OK to email');
    await writeNew([item], null);
    expect(await suggested()).toBe('Amélie Roy – Do not email – amelie.roy@example.ca');
    // The contact opens as Envoke has it, and is laid over there.
    expect((await offeredItem.get())?.contacts).toEqual([aContact()]);
    await broker.close();
  });

  it('sends nothing when it is switched off', async () => {
    await signIn('http://127.0.0.1:9');
    await saveSettings({ omnibox: false });
    const suggest = vi.fn();
    await createInputListener(async () => undefined)('amelie', suggest);
    expect(suggest).toHaveBeenCalledWith([]);
    await openEntered('amelie');
    expect(await keptSearchesItem.get()).toEqual({});
  });

  it('opens the popup with the entered text, over whatever page', async () => {
    await signIn('http://127.0.0.1:9');
    await openEntered(' amelie ');
    expect((await loadStart()).searches['7']?.search).toBe('amelie');
  });

  it('opens no contact that was offered to another account', async () => {
    await signIn('http://127.0.0.1:9');
    await offeredItem.set({ accountId: '8', contacts: [aContact()], chosenId: null });
    await openEntered(aContact().email);
    expect(firstViews(await loadStart(), '7')).toEqual([{ name: 'find' }]);
    expect((await keptSearchesItem.get())[7]?.search).toBe(aContact().email);
  });

  it('opens the contact whose suggestion was entered, once, with the search left as it was', async () => {
    const page = { contacts: [aContact()], next_skip: null, search: 'full' };
    const broker = await startStubBroker((_request, response) => sendJson(response, 200, page));
    await signIn(broker.url);
    await createInputListener(async () => undefined)('amelie', vi.fn());
    await openEntered(toSuggestion(aContact(), t).content);
    const start = await loadStart();
    expect(firstViews(start, '7')).toEqual([{ name: 'find' }, { name: 'contact', contact: aContact() }]);
    expect(firstViews(start, '8')).toEqual([{ name: 'find' }]);
    expect(await keptSearchesItem.get()).toEqual({});
    await vi.waitFor(async () => expect(await offeredItem.get()).toBeNull());
    await broker.close();
  });
});
