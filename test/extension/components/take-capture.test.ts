/** What was captured opens as long as connecting may take; later it is offered as unfinished, with the day of the capture. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { View } from '../../../extension/entrypoints/popup/context/popup-context.ts';
import { unflattenForm } from '../../../extension/entrypoints/popup/form/flat-form.ts';
import { takeCapture } from '../../../extension/entrypoints/popup/shell/take-capture.ts';
import { draftsItem } from '../../../extension/lib/memory/drafts-item.ts';
import { waitingCaptureItem } from '../../../extension/lib/page/waiting-capture-item.ts';
import { defaultSettings } from '../../../extension/lib/settings/default-settings.ts';
import { resetBrowser } from '../fake-browser.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const NOW = new Date('2026-11-30T09:00:00');
const DAY_MS = 86_400_000;
const PAGE = { html: null, url: 'https://lake.example.ca/team', title: 'Team', linkUrl: null };
const ONE = 'Una Reid, una@lake.example.ca';
const TWO = 'Name\tEmail\nUna Reid\tuna@lake.example.ca\nOla Reid\tola@lake.example.ca';

describe('a capture that waits', () => {
  let opened: View[];

  beforeEach(() => {
    resetBrowser();
    opened = [];
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
    return () => vi.useRealTimers();
  });

  async function take(text: string, ageMs: number, more: object = {}) {
    const source = { ...PAGE, text, ...more };
    const atMs = Date.now() - ageMs;
    await waitingCaptureItem.set({ status: 'ready', atMs, from: 'selection', source });
    const usual = { defaultBasis: 'inquired', defaultConsentStatus: 'Implied - Inquiry' } as const;
    const settings = { ...defaultSettings(), ...usual };
    const isNobody = await takeCapture(
      { source, atMs },
      { accountId: '7', settings, language: 'en', open: (view) => opened.push(view) },
    );
    expect(await waitingCaptureItem.get()).toEqual({ status: 'none' });
    return isNobody;
  }
  const drafts = async () => (await draftsItem.get())['7'] ?? [];

  it('opens soon after it was made, also once somebody has connected for it', async () => {
    expect(await take(ONE, 600_000)).toBe(false);
    expect(opened).toMatchObject([{ name: 'add', form: { fields: { email: 'una@lake.example.ca' } } }]);
    expect(await drafts()).toEqual([]);
    expect(await take('Nobody at all', 0)).toBe(true);
  });

  it('opens in one of two popups, and once', async () => {
    const source = { ...PAGE, text: ONE };
    const atMs = Date.now();
    await waitingCaptureItem.set({ status: 'ready', atMs, from: 'selection', source });
    const taker = { accountId: '7', settings: defaultSettings(), language: 'en' } as const;
    const open = (view: View) => opened.push(view);
    await Promise.all([1, 2].map(() => takeCapture({ source, atMs }, { ...taker, open })));
    expect(opened).toHaveLength(1);
  });

  it('leaves a later capture to be taken', async () => {
    const source = { ...PAGE, text: ONE };
    const later = { status: 'ready', atMs: Date.now(), from: 'selection', source } as const;
    await waitingCaptureItem.set(later);
    const taker = { accountId: '7', settings: defaultSettings(), language: 'en' } as const;
    await takeCapture({ source, atMs: later.atMs - 5_000 }, { ...taker, open: (view) => opened.push(view) });
    expect(opened).toEqual([]);
    expect(await waitingCaptureItem.get()).toEqual(later);
  });

  it.each([
    ['the day after', DAY_MS],
    ['before the clock was put back', -DAY_MS],
  ])('does not open when it was made %s, and is offered', async (_, ageMs) => {
    await take(ONE, ageMs);
    expect(opened).toEqual([]);
    expect(await drafts()).toMatchObject([{ kind: 'form', form: { email: 'una@lake.example.ca' } }]);
  });

  it('keeps the day on which it was made, in its description too', async () => {
    await take(ONE, 2 * DAY_MS);
    const [draft] = await drafts();
    const form = draft?.kind === 'form' ? unflattenForm(draft.form) : null;
    expect(form?.happenedOn).toBe('2026-11-28');
    expect(form?.description).toContain('November 28, 2026');
  });

  it('is offered as a review where there are several people', async () => {
    await take(TWO, DAY_MS);
    expect(opened).toEqual([]);
    const [draft] = await drafts();
    expect(draft).toMatchObject({
      kind: 'review',
      people: [{ email: 'una@lake.example.ca' }, { email: 'ola@lake.example.ca' }],
      decision: { happenedOn: '2026-11-29' },
    });
  });

  it('is forgotten where it holds nobody, or could not be read', async () => {
    await take('', DAY_MS);
    await take('', DAY_MS, { obstacle: 'pdf' });
    expect(opened).toEqual([]);
    expect(await drafts()).toEqual([]);
    await take('', 0, { obstacle: 'pdf' });
    expect(opened).toEqual([{ name: 'page', obstacle: 'pdf' }]);
  });
});
