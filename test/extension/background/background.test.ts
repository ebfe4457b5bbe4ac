/** The background as a browser starts it. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import background from '../../../extension/entrypoints/background.ts';
import { addToOutbox } from '../../../extension/lib/outbox/outbox-commands.ts';
import { signInProgressItem } from '../../../extension/lib/sign-in/progress-item.ts';
import { browser, resetBrowser } from '../fake-browser.ts';
import { aDraft } from '../outbox/items.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const ORIGIN = 'chrome-extension://test-extension-id';

describe('the background', () => {
  let registered: string[];

  beforeEach(() => {
    resetBrowser();
    registered = [];
    vi.stubGlobal('location', { origin: ORIGIN });
    vi.stubGlobal('addEventListener', (event: string) => registered.push(`globalThis.${event}`));
    Object.assign(browser.action, { setBadgeTextColor: async () => undefined });
    const events = { contextMenus: 'onClicked', commands: 'onCommand', permissions: 'onAdded' } as const;
    for (const [area, event] of Object.entries(events)) note(area, event);
    for (const event of ['onInputStarted', 'onInputChanged', 'onInputEntered']) note('omnibox', event);
    for (const event of ['onMessage', 'onInstalled', 'onStartup']) note('runtime', event);
    note('alarms', 'onAlarm');
  });

  const note = (area: string, event: string) => {
    const events = Reflect.get(browser, area) as Record<string, { addListener: unknown }>;
    const before = events[event]?.addListener;
    Object.assign(events, {
      [event]: {
        ...events[event],
        addListener: (listener: unknown) => {
          registered.push(`${area}.${event}`);
          if (area === 'runtime' && typeof before === 'function') before.call(events[event], listener);
        },
      },
    });
  };

  it('registers every listener in its first turn', () => {
    background.main();
    expect(registered.toSorted()).toEqual([
      'alarms.onAlarm',
      'commands.onCommand',
      'contextMenus.onClicked',
      'globalThis.online',
      'omnibox.onInputChanged',
      'omnibox.onInputEntered',
      'omnibox.onInputStarted',
      'permissions.onAdded',
      'runtime.onInstalled',
      'runtime.onMessage',
      'runtime.onStartup',
    ]);
  });

  it('marks an interrupted sign-in as one to try again', async () => {
    await signInProgressItem.set({ status: 'running', step: 'finishing', startedAtMs: 0, reconnects: null });
    background.main();
    await vi.waitFor(async () => {
      expect(await signInProgressItem.get()).toMatchObject({ status: 'failed', failure: 'interrupted' });
    });
  });

  it('closes storage to scripts that run in pages', async () => {
    const setAccessLevel = vi.fn(async () => undefined);
    for (const area of [browser.storage.local, browser.storage.sync]) Object.assign(area, { setAccessLevel });
    background.main();
    const access = { accessLevel: 'TRUSTED_CONTEXTS' };
    await vi.waitFor(() => expect(setAccessLevel.mock.calls).toEqual([[access], [access]]));
  });

  it('shows how much is waiting', async () => {
    const text = vi.fn(async () => undefined);
    Object.assign(browser.action, { setBadgeText: text });
    background.main();
    await addToOutbox({ accountId: '7', operations: [aDraft('a@example.ca')], batch: false }, Date.now());
    await vi.waitFor(() => expect(text).toHaveBeenLastCalledWith({ text: '1' }));
  });
});
