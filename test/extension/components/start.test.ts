/** What the popup reads before its first paint: this browser's own memory, and nothing that may take long. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { firstViews, loadStart } from '../../../extension/entrypoints/popup/context/popup-start.ts';
import { draftsItem } from '../../../extension/lib/memory/drafts-item.ts';
import { keepSearch, keptSearchesItem, restoredSearch } from '../../../extension/lib/memory/kept-search.ts';
import { managedCopyItem, settingsItem } from '../../../extension/lib/settings/settings-items.ts';
import { browser, resetBrowser } from '../fake-browser.ts';
import { person } from './people.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

describe('what was left', () => {
  beforeEach(resetBrowser);
  const front = (tabId: number, url: string) =>
    Object.assign(browser.tabs, { query: async () => [{ id: tabId, url }] });
  const searched = (ageMs: number) =>
    keptSearchesItem.set({
      7: { search: 'gagnon', atMs: Date.now() - ageMs, tabId: 5, url: 'https://lake.example.ca/team' },
    });
  const restored = async () => {
    const { searches, place } = await loadStart();
    return restoredSearch(searches, '7', place, Date.now());
  };

  it('opens no form, review, list or edit by itself: they are only offered', async () => {
    await draftsItem.set({
      7: [
        { id: 'a', kind: 'form', form: { email: 'left@lake.example.ca' } },
        { id: 'b', kind: 'review', people: [{ email: 'left@lake.example.ca' }], decision: {} },
        { id: 'c', kind: 'edit', contact: person(), values: { first_name: 'Ann' } },
        { id: 'd', kind: 'paste', text: 'left@lake.example.ca' },
      ],
    });
    const start = await loadStart();
    expect(start.drafts['7']).toHaveLength(4);
    expect(firstViews(start, '7')).toEqual([{ name: 'find' }]);
  });

  it.each([
    ['another tab', 6, 'https://lake.example.ca/team'],
    ['another page in the same tab', 5, 'https://lake.example.ca/board'],
  ])('gives no search of two minutes ago back over %s', async (_, tabId, url) => {
    front(tabId, url);
    await searched(120_000);
    expect(await restored()).toBe('');
  });

  it('gives no search back that a clock set back has put in the future', async () => {
    front(6, '');
    await searched(-5_000);
    expect(await restored()).toBe('');
  });

  it("keeps a search in the same moment in which it is typed, beside other accounts'", () => {
    const kept = { 8: { search: 'roy', atMs: 1, tabId: 5, url: '' } };
    const set = vi.spyOn(browser.storage.session, 'set');
    void keepSearch(kept, '7', 'gagnon', { tabId: 6, url: '' });
    const search = { search: 'gagnon', atMs: expect.any(Number), tabId: 6, url: '' };
    expect(set).toHaveBeenCalledWith({ keptSearches: { version: 1, value: { ...kept, 7: search } } });
    set.mockRestore();
  });

  it('gives a search back over the same page of the same tab, and for a minute over any', async () => {
    front(5, 'https://lake.example.ca/team');
    await searched(3_600_000);
    expect(await restored()).toBe('gagnon');
    front(9, 'https://else.example.ca/');
    await searched(30_000);
    expect(await restored()).toBe('gagnon');
  });
});

describe('the first paint', () => {
  beforeEach(() => {
    resetBrowser();
    Object.assign(browser.storage.managed, { get: () => new Promise(() => undefined) });
  });

  it("does not wait for a slow read of the administrator's settings", async () => {
    const { settings } = await loadStart();
    expect(settings.managed.size).toBe(0);
  });

  it("has the administrator's last known settings", async () => {
    await managedCopyItem.set({ language: 'fr', theme: 'dark' });
    await settingsItem.set({ language: 'en', theme: 'light' });
    const { settings, translator } = await loadStart();
    expect(settings.values).toMatchObject({ language: 'fr', theme: 'dark' });
    expect([...settings.managed]).toEqual(['language', 'theme']);
    expect(translator.language).toBe('fr');
  });
});
