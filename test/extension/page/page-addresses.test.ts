/** The addresses of the page in front: asked of the browser for a limited time, and never of a page that says no. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readPageAddresses } from '../../../extension/lib/page/page-addresses.ts';
import { browser, resetBrowser } from '../fake-browser.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const FOUND = {
  url: 'https://example.ca/team',
  title: 'Team',
  addresses: ['a@example.ca'],
  complete: true,
};
type Injection = { target: { allFrames?: boolean } };

describe('reading the page in front', () => {
  beforeEach(() => {
    resetBrowser();
    Object.assign(browser.tabs, { query: async () => [{ id: 3 }] });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => vi.useRealTimers());

  const readWith = async (executeScript: (injection: Injection) => Promise<unknown>) => {
    Object.assign(browser.scripting, { executeScript });
    const reading = readPageAddresses();
    for (let turn = 0; turn < 3; turn += 1) await vi.advanceTimersByTimeAsync(5_000);
    return reading;
  };
  const never = () => new Promise(() => undefined);

  it('gives up where the browser lets nobody read', async () => {
    expect(await readWith(() => Promise.reject(new Error('Cannot access a chrome:// URL')))).toBeNull();
  });

  it('gives up where the page does not answer', async () => {
    expect(await readWith(never)).toBeNull();
  });

  it('takes what the page itself says when one of its frames hangs', async () => {
    const read = await readWith(({ target }) =>
      target.allFrames ? never() : Promise.resolve([{ result: FOUND }]),
    );
    expect(read).toEqual(FOUND);
  });

  it('takes what all frames say', async () => {
    const frame = { ...FOUND, addresses: ['b@example.ca'] };
    expect(await readWith(async () => [{ result: FOUND }, { result: frame }])).toMatchObject({
      addresses: ['a@example.ca', 'b@example.ca'],
    });
  });
});
