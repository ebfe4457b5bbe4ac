// @vitest-environment happy-dom
/** The reason for an unsubscribing is kept as it is typed, until it is accepted; it unsubscribes nobody by itself. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Unsubscribing } from '../../../extension/entrypoints/popup/contact/unsubscribing.tsx';
import { type Popup, PopupContext } from '../../../extension/entrypoints/popup/context/popup-context.ts';
import { draftsItem } from '../../../extension/lib/memory/drafts-item.ts';
import { resetBrowser } from '../fake-browser.ts';
import { draw } from './draw.tsx';
import { person } from './people.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const UNA = person({ id: '42' });
const DRAFT = {
  id: 'd-unsubscribe',
  origin: '42',
  kind: 'unsubscribe',
  contact: UNA,
  reason: 'She phoned.',
  of: 'd',
};

describe('the reason for an unsubscribing', () => {
  beforeEach(resetBrowser);

  const kept = async () => (await draftsItem.get())['7'] ?? [];

  async function drawForm(isAccepted: boolean, reason = '', isOver = false) {
    const unsubscribe = vi.fn(async () => isAccepted);
    const popup = { account: { id: '7' }, announce: () => undefined } as unknown as Popup;
    const drawn = await draw(
      <PopupContext.Provider value={popup}>
        <Unsubscribing
          contact={UNA}
          draftId="d"
          kept={reason}
          isOver={isOver}
          writes={{ isUnsubscribing: false, unsubscribe }}
        />
      </PopupContext.Provider>,
    );
    return { drawn, unsubscribe };
  }

  it('is a draft of this contact from the first letter, and none once it was accepted', async () => {
    const { drawn, unsubscribe } = await drawForm(true);
    await drawn.type(drawn.find<HTMLTextAreaElement>('textarea'), 'She phoned.');
    await vi.waitFor(async () => expect(await kept()).toEqual([DRAFT]));
    expect(unsubscribe).not.toHaveBeenCalled();
    await drawn.click(drawn.button('Unsubscribe'));
    expect(unsubscribe).toHaveBeenCalledWith('She phoned.', 'd-unsubscribe');
    await vi.waitFor(async () => expect(await kept()).toEqual([]));
  });

  it('stays a draft where it was not accepted', async () => {
    const { drawn } = await drawForm(false);
    await drawn.type(drawn.find<HTMLTextAreaElement>('textarea'), 'She phoned.');
    await drawn.click(drawn.button('Unsubscribe'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await kept()).toEqual([DRAFT]);
  });

  it('stands in the open form again, which waits for the button', async () => {
    const { drawn, unsubscribe } = await drawForm(true, 'She phoned.');
    expect(drawn.find<HTMLDetailsElement>('details').open).toBe(true);
    expect(drawn.find<HTMLTextAreaElement>('textarea').value).toBe('She phoned.');
    expect(unsubscribe).not.toHaveBeenCalled();
  });

  it('is no draft of somebody who is unsubscribed by now', async () => {
    await draftsItem.set({ 7: [{ ...DRAFT, kind: 'unsubscribe' }] });
    const { drawn } = await drawForm(true, 'She phoned.', true);
    expect(drawn.root.querySelector('form')).toBeNull();
    await vi.waitFor(async () => expect(await kept()).toEqual([]));
  });
});
