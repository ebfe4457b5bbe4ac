/** What the popup reads before its first paint: this browser's own memory, and nothing that may take long. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { firstViews, loadStart } from '../../../extension/entrypoints/popup/context/popup-start.ts';
import { unfinishedReviewItem } from '../../../extension/lib/memory/add-form-items.ts';
import { managedCopyItem, settingsItem } from '../../../extension/lib/settings/settings-items.ts';
import { browser, resetBrowser } from '../fake-browser.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

it('opens no review that was left unfinished: it is only offered', async () => {
  resetBrowser();
  await unfinishedReviewItem.set({ 7: { people: [{ email: 'left@lake.example.ca' }], decision: {} } });
  const start = await loadStart();
  expect(start.reviews['7']?.people).toHaveLength(1);
  expect(firstViews(start, '7')).toEqual([{ name: 'find' }]);
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
