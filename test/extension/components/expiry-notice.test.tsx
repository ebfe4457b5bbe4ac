// @vitest-environment happy-dom
/** The notice that Envoke's permission ends: it appears in time, renews with one click, and can be dismissed. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Popup, PopupContext } from '../../../extension/entrypoints/popup/context/popup-context.ts';
import type { Start } from '../../../extension/entrypoints/popup/context/popup-start.ts';
import { NO_OUTBOX } from '../../../extension/entrypoints/popup/context/use-outbox.ts';
import { FindNotices } from '../../../extension/entrypoints/popup/find/find-notices.tsx';
import type { ContactSearchControl } from '../../../extension/entrypoints/popup/find/use-contact-search.ts';
import { type PutOffNotices, putOffNoticesItem } from '../../../extension/lib/memory/put-off-notices.ts';
import { resetBrowser } from '../fake-browser.ts';
import { draw } from './draw.tsx';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const DAY = 86_400;
const NOW = 1_795_000_000;

const FOUND: ContactSearchControl = {
  contacts: [],
  status: 'ready',
  error: null,
  narrowed: false,
  search: '',
  nextSkip: null,
  loadMore: () => undefined,
  retry: () => undefined,
};

function notices(days: number, reconnect = vi.fn()) {
  const account = { id: '7', name: 'Harbourview', connectionExpiresAt: NOW + days * DAY };
  const settings = { consentClock: 'off' };
  const page = { status: 'off' };
  const popup = { account, settings, reconnect, page, outbox: NO_OUTBOX } as unknown as Popup;
  const start = { current: { drafts: {} } as unknown as Start };
  return (
    <PopupContext.Provider value={popup}>
      <FindNotices start={start} found={FOUND} />
    </PopupContext.Provider>
  );
}

/** Its view is fetched when it is first needed. */
async function drawShown(node: ReturnType<typeof notices>) {
  const drawn = await draw(node);
  await vi.waitFor(() => expect(drawn.text()).not.toBe(''));
  return drawn;
}

describe("the notice of the end of Envoke's permission", () => {
  beforeEach(() => {
    resetBrowser();
    vi.setSystemTime(NOW * 1000);
  });

  afterEach(() => vi.useRealTimers());

  it('is not shown more than a month before', async () => {
    expect((await draw(notices(31.5))).text()).toBe('');
  });

  it.each([
    [30.5, 'ends in 30 days'],
    [1.5, 'ends in 1 day.'],
    [0.5, 'ends today'],
  ])('%s days before says that it %s', async (days, words) => {
    expect((await drawShown(notices(days))).text()).toContain(words);
  });

  it('reconnects in one click', async () => {
    const reconnect = vi.fn();
    const drawn = await drawShown(notices(20, reconnect));
    await drawn.click(drawn.button('Reconnect'));
    expect(reconnect).toHaveBeenCalledOnce();
  });

  it('disappears when postponed, and stays so', async () => {
    const drawn = await drawShown(notices(20));
    await drawn.click(drawn.button('Later'));
    await vi.waitFor(() => expect(drawn.text()).toBe(''));
    await vi.waitFor(async () =>
      expect(await putOffNoticesItem.get()).toEqual({
        7: { connectionExpiresAt: NOW + 20 * DAY, notice: 30 },
      }),
    );
  });

  it('returns on its next day', async () => {
    const putOff: PutOffNotices = { 7: { connectionExpiresAt: NOW + 13 * DAY, notice: 30 } };
    await putOffNoticesItem.set(putOff);
    expect((await drawShown(notices(13))).text()).toContain('ends in 13 days');
  });

  it('cannot be postponed in the last week', async () => {
    expect((await drawShown(notices(6))).text()).not.toContain('Later');
  });
});
