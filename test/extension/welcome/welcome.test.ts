/** Whom the welcome page opens for, and how a new connection is shown. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newConnectionItem } from '../../../extension/lib/memory/new-connection.ts';
import { showConnection } from '../../../extension/lib/welcome/show-connection.ts';
import { welcome } from '../../../extension/lib/welcome/welcome.ts';
import { browser, resetBrowser } from '../fake-browser.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

let opened: string[];
let popups: number;
/** How many times the window refuses the focus. */
let focusedAfter: number;

function setUp({ installType = 'normal', openPopup = async (): Promise<unknown> => undefined } = {}): void {
  resetBrowser();
  opened = [];
  popups = 0;
  focusedAfter = 0;
  Object.assign(browser.management ?? {}, { getSelf: async () => ({ installType }) });
  Object.assign(browser.tabs, { create: async ({ url }: { url: string }) => opened.push(url) });
  Object.assign(browser.windows, {
    getLastFocused: async () => ({ id: 3 }),
    update: async () => ({ id: 3, focused: focusedAfter-- <= 0 }),
  });
  Object.assign(browser.action, {
    openPopup: async () => {
      if (focusedAfter >= 0) throw new Error('Could not find an active browser window.');
      await openPopup();
      popups += 1;
    },
  });
}

describe('the welcome page', () => {
  it.each(['update', 'chrome_update', 'browser_update', 'shared_module_update'])(
    'does not open for the event "%s"',
    async (reason) => {
      setUp();
      await welcome(reason);
      expect(opened).toEqual([]);
    },
  );

  it('does not open where a policy has installed the extension', async () => {
    setUp({ installType: 'admin' });
    await welcome('install');
    expect(opened).toEqual([]);
  });

  it('does not open twice, even if the browser tells of the installation twice at once', async () => {
    setUp();
    await Promise.all([welcome('install'), welcome('install')]);
    await welcome('install');
    expect(opened).toEqual(['/welcome.html']);
  });
});

describe('a new connection', () => {
  beforeEach(() => setUp());

  it('is not shown once more where an open view shows it', async () => {
    await showConnection('7', true);
    expect({ opened, popups }).toEqual({ opened: [], popups: 0 });
  });

  it('opens the popup, and no page', async () => {
    await showConnection('7', false);
    expect({ opened, popups }).toEqual({ opened: [], popups: 1 });
    expect(await newConnectionItem.get()).toBe('');
  });

  it('opens the popup once the window has the focus, which comes a moment after it was asked for', async () => {
    focusedAfter = 2;
    await showConnection('7', false);
    expect({ opened, popups }).toEqual({ opened: [], popups: 1 });
  });

  it('opens a page where the browser lets no popup open, and the button remembers the account', async () => {
    setUp({ openPopup: () => Promise.reject(new Error('openPopup requires a user gesture')) });
    await showConnection('7', false);
    expect(opened).toEqual(['/welcome.html']);
    expect(await newConnectionItem.get()).toBe('7');
  });
});
