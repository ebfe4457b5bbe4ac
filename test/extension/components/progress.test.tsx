// @vitest-environment happy-dom
/** What the list says while it waits: nothing within a second, then that old results are shown; at the end how many. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Popup, PopupContext } from '../../../extension/entrypoints/popup/context/popup-context.ts';
import type { Start } from '../../../extension/entrypoints/popup/context/popup-start.ts';
import { NO_OUTBOX } from '../../../extension/entrypoints/popup/context/use-outbox.ts';
import { LaterNotices } from '../../../extension/entrypoints/popup/find/later-notices.tsx';
import type { ContactSearchControl } from '../../../extension/entrypoints/popup/find/use-contact-search.ts';
import { resetBrowser } from '../fake-browser.ts';
import { draw } from './draw.tsx';
import { person } from './people.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const LOOKING = 'Showing what was seen before, still looking…';
const LONGER = 'The search is taking longer than usual…';
const FOUND: ContactSearchControl = {
  contacts: [person()],
  status: 'loading',
  error: null,
  narrowed: false,
  search: '',
  nextSkip: null,
  loadMore: () => undefined,
  retry: () => undefined,
};

function drawFound(found: Partial<ContactSearchControl>) {
  const popup = {
    outbox: NO_OUTBOX,
    account: { id: '7', connectionExpiresAt: 9_999_999_999 },
    settings: { consentClock: 'off' },
  } as unknown as Popup;
  const start = { current: { drafts: {} } as unknown as Start };
  return draw(
    <PopupContext.Provider value={popup}>
      <LaterNotices start={start} found={{ ...FOUND, ...found }} />
    </PopupContext.Provider>,
  );
}

describe('the list, while it waits', () => {
  beforeEach(resetBrowser);

  it('says nothing at first, and past a second that old results are shown', async () => {
    const drawn = await drawFound({});
    expect(drawn.text()).toBe('');
    await vi.waitFor(() => expect(drawn.text()).toBe(LOOKING), { timeout: 3_000 });
  });

  it('claims no old results where there are none, and says past three seconds that it takes longer', async () => {
    const drawn = await drawFound({ contacts: [] });
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect(drawn.text()).toBe('');
    await vi.waitFor(() => expect(drawn.find('[role=status]').textContent).toBe(LONGER), { timeout: 5_000 });
  });

  it.each([
    [null, '1 contact shown'],
    [25, 'At least 1 contact'],
  ])('counts at the end, with a next page at %s: %s', async (nextSkip, words) => {
    expect((await drawFound({ status: 'ready', nextSkip })).text()).toBe(words);
  });
});
