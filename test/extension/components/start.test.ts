/** What the popup reads before its first paint: this browser's own memory, and nothing that may take long. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loadStart } from '../../../extension/entrypoints/popup/context/popup-start.ts';
import { managedCopyItem, settingsItem } from '../../../extension/lib/settings/settings-items.ts';
import { browser, resetBrowser } from '../fake-browser.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

describe('the first paint', () => {
  beforeEach(() => {
    resetBrowser();
    Object.assign(browser.storage.managed, { get: () => new Promise(() => undefined) });
  });

  it('does not wait for a browser that takes its time over what an administrator has set', async () => {
    const { settings } = await loadStart();
    expect(settings.managed.size).toBe(0);
  });

  it('has what the administrator had set last', async () => {
    await managedCopyItem.set({ language: 'fr', theme: 'dark' });
    await settingsItem.set({ language: 'en', theme: 'light' });
    const { settings, translator } = await loadStart();
    expect(settings.values).toMatchObject({ language: 'fr', theme: 'dark' });
    expect([...settings.managed]).toEqual(['language', 'theme']);
    expect(translator.language).toBe('fr');
  });
});
