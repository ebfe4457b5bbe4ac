/** The addresses of the visible page: requested for a limited time, and never from a page that refuses. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readPageAddresses } from '../../../extension/lib/page/page-addresses.ts';
import { browser, resetBrowser } from '../fake-browser.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const FOUND = {
  url: 'https://example.ca/team',
  title: 'Team',
  text: 'Ann: a@example.ca',
  html: '<p>Ann: a@example.ca</p>',
  open: 'Ann: a@example.ca',
  selected: '',
  own: [],
  isDrawn: false,
  isPdf: false,
  above: '',
  isInFront: true,
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

  it('says that the browser lets nobody in', async () => {
    expect(await readWith(() => Promise.reject(new Error('Cannot access a chrome:// URL')))).toBe('closed');
  });

  it('says that the page does not answer', async () => {
    expect(await readWith(never)).toBe('silent');
  });

  it('says that a page is a PDF, also where the browser shows it by a page that nobody may read', async () => {
    Object.assign(browser.tabs, {
      query: async () => [{ id: 3, url: 'https://example.ca/minutes.PDF?v=2' }],
    });
    expect(await readWith(() => Promise.reject(new Error('Missing host permission')))).toBe('pdf');
    expect(await readWith(async () => [{ result: { ...FOUND, text: '', isPdf: true } }])).toMatchObject({
      obstacle: 'pdf',
    });
  });

  it('says that a page is drawn as a picture only where it has no address', async () => {
    const drawn = { ...FOUND, isDrawn: true };
    expect(await readWith(async () => [{ result: { ...drawn, text: 'File Edit' } }])).toMatchObject({
      obstacle: 'drawn',
    });
    expect(await readWith(async () => [{ result: drawn }])).toMatchObject({ obstacle: undefined });
  });

  it('takes what the page itself says when one of its frames hangs', async () => {
    const read = await readWith(({ target }) =>
      target.allFrames ? never() : Promise.resolve([{ result: FOUND }]),
    );
    expect(read).toMatchObject({ title: 'Team', addresses: ['a@example.ca'] });
  });

  it('takes what all frames say, the page first, and leaves out what is not of the right shape', async () => {
    const frame = {
      ...FOUND,
      url: 'https://other.example',
      text: 'b@example.ca, A@example.ca',
      complete: false,
    };
    const frames = [
      { frameId: 7, result: frame },
      { frameId: 9, result: { text: 'c@example.ca' } },
      { frameId: 0, result: FOUND },
    ];
    expect(await readWith(async () => frames)).toMatchObject({
      url: FOUND.url,
      addresses: ['a@example.ca', 'b@example.ca'],
      complete: false,
    });
  });
});
