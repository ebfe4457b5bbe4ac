/** An edit of an add that may have left: the broker is asked first what became of it. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BrokerError } from '../../../extension/lib/broker-client/broker-error.ts';
import { editItem } from '../../../extension/lib/outbox/outbox-commands.ts';
import type { OutboxItem } from '../../../extension/lib/outbox/outbox-item.ts';
import { createOutboxSender } from '../../../extension/lib/outbox/outbox-sender.ts';
import { changeItem, loadOutbox, writeNew } from '../../../extension/lib/outbox/outbox-store.ts';
import type { WriteClient } from '../../../extension/lib/outbox/send-item.ts';
import { resetBrowser } from '../fake-browser.ts';
import { aDraft, anItem, REFUSED } from './items.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const NOW = 1_795_000_000_000;
const EDITED = aDraft('b@example.ca');
/** The add timed out at Envoke a moment ago, and waits for its next try. */
const TRIED: Partial<OutboxItem> = {
  attempts: 1,
  mayHaveLeft: true,
  notBeforeMs: NOW + 60_000,
  lastFailure: { ...REFUSED, slug: 'envoke-timeout' },
};

describe('an edit of an add that may have left', () => {
  let voidWrite: ReturnType<typeof vi.fn<WriteClient['voidWrite']>>;
  let createContact: ReturnType<typeof vi.fn<WriteClient['createContact']>>;
  let hasSession: boolean;
  beforeEach(() => {
    resetBrowser();
    voidWrite = vi.fn<WriteClient['voidWrite']>();
    createContact = vi.fn<WriteClient['createContact']>();
    hasSession = true;
  });

  const newSender = () =>
    createOutboxSender({
      now: () => NOW,
      sleep: async () => undefined,
      clientOf: async () =>
        hasSession ? ({ voidWrite, createContact } as Partial<WriteClient> as WriteClient) : null,
      alarm: { set: async () => undefined, clear: async () => undefined },
    });
  const edit = async (item: Partial<OutboxItem>, sender = newSender()) => {
    await writeNew([anItem(item)], null);
    return editItem({ itemId: 'item', operation: EDITED }, sender.ask);
  };
  const stored = async () => (await loadOutbox()).items[0];

  it('takes its place without a doubt where Envoke does not have it, and never will', async () => {
    voidWrite.mockResolvedValueOnce({ contact_id: null });
    expect(await edit(TRIED)).toMatchObject({ ok: true });
    expect(voidWrite.mock.calls[0]).toMatchObject([
      { create: { email: 'a@example.ca' } },
      { idempotencyKey: 'key-0123456789abcdef' },
    ]);
    const item = await stored();
    expect(item).toMatchObject({
      operation: EDITED,
      state: { status: 'waiting' },
      mayHaveLeft: false,
      wasTried: false,
    });
    expect(item?.idempotencyKey).not.toBe('key-0123456789abcdef');
  });

  it('is not made where Envoke has it: the add is done, and the edit is for the person', async () => {
    voidWrite.mockResolvedValueOnce({ contact_id: '42' });
    expect(await edit(TRIED)).toEqual({ ok: false, refusal: 'arrived' });
    expect(await stored()).toMatchObject({
      operation: aDraft('a@example.ca'),
      state: { status: 'done', contactId: '42' },
    });
  });

  it.each([
    ['the broker cannot be asked', true],
    ['there is no session', false],
  ])('says that the first try may be there where %s', async (_why, isSignedIn) => {
    hasSession = isSignedIn;
    voidWrite.mockRejectedValueOnce(new BrokerError('broker-unreachable'));
    expect(await edit(TRIED)).toMatchObject({ ok: true });
    expect(await stored()).toMatchObject({ operation: EDITED, state: { status: 'waiting' }, wasTried: true });
  });

  it('is not overtaken by the sender while the broker is asked', async () => {
    const { promise, resolve } = Promise.withResolvers<{ contact_id: null }>();
    voidWrite.mockReturnValueOnce(promise);
    const sender = newSender();
    const edited = edit({ ...TRIED, notBeforeMs: 0 }, sender);
    await vi.waitFor(() => expect(voidWrite).toHaveBeenCalledOnce());
    await sender.sendNow();
    expect(createContact).not.toHaveBeenCalled();
    resolve({ contact_id: null });
    expect(await edited).toMatchObject({ ok: true });
  });

  it('waits for an attempt to send that is under way, and goes by its end', async () => {
    const edited = edit({ ...TRIED, state: { status: 'sending' } });
    await vi.waitFor(async () => expect((await stored())?.state.status).toBe('sending'));
    voidWrite.mockResolvedValueOnce({ contact_id: null });
    await changeItem('item', (present) => ({ ...present, state: { status: 'waiting' } }));
    expect(await edited).toMatchObject({ ok: true });
    expect(voidWrite).toHaveBeenCalledOnce();
    expect(await stored()).toMatchObject({ operation: EDITED });
  });

  it('asks nobody where certainly nothing has left, and is refused where it is being sent for long', async () => {
    expect(await edit({})).toMatchObject({ ok: true });
    expect(await edit({ ...TRIED, state: { status: 'sending' } })).toEqual({
      ok: false,
      refusal: 'not-editable',
    });
    expect(voidWrite).not.toHaveBeenCalled();
  });
});
