/** Undoing writes, at every moment of their way to Envoke. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BrokerError } from '../../../extension/lib/broker-client/broker-error.ts';
import { addToOutbox } from '../../../extension/lib/outbox/outbox-commands.ts';
import type {
  OutboxFailure,
  OutboxItem,
  OutboxOperation,
} from '../../../extension/lib/outbox/outbox-item.ts';
import { nextStep } from '../../../extension/lib/outbox/outbox-queue.ts';
import type { Undone } from '../../../extension/lib/outbox/outbox-requests.ts';
import { changeItem, loadOutbox, writeNew } from '../../../extension/lib/outbox/outbox-store.ts';
import { requeue } from '../../../extension/lib/outbox/requeue.ts';
import { sendItem, type WriteClient } from '../../../extension/lib/outbox/send-item.ts';
import { finishUndoing, undoItems } from '../../../extension/lib/outbox/undo.ts';
import { resetBrowser } from '../fake-browser.ts';
import { aDraft, anItem } from './items.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const NOW = 1_795_000_000_000;
const REASON = 'Added by mistake.';
/** The idempotency key of the items. */
const KEY = 'key-0123456789abcdef';
const DONE = { status: 'done', contactId: '42', atMs: NOW } as const;
const REVOKED = {
  kind: 'update',
  contactId: '42',
  email: 'a@example.ca',
  changes: {
    consent_status: 'Revoked',
    consent_description: REASON,
    seen: { consent_status: 'Not Provided' },
  },
};
const became = (changes: Partial<Undone>): { ok: true; value: Undone } => ({
  ok: true,
  value: { takenOut: 0, revoked: 0, turnedBack: 0, checking: 0, changedSince: 0, ...changes },
});
const failure = (slug: OutboxFailure['slug']): OutboxFailure => ({
  slug,
  requestId: null,
  envokeErrors: [],
  errors: [],
  contact: null,
});
const undo = (...itemIds: string[]) => undoItems({ itemIds, reason: REASON }, NOW);
const stored = async () => (await loadOutbox()).items;
const put = (...items: Partial<OutboxItem>[]) => writeNew(items.map(anItem), null);

describe('undoing', () => {
  beforeEach(resetBrowser);

  it.each<[string, Partial<OutboxItem>]>([
    ['waits for its first attempt', {}],
    ['waits, and nothing of it left', { mayHaveLeft: false, lastFailure: failure('offline') }],
    ['was held back by the broker', { lastFailure: failure('too-many-requests') }],
    ['was refused', { state: { status: 'failed', failure: failure('contact-rejected') } }],
    ['needs a decision', { state: { status: 'needs-decision', failure: failure('contact-exists') } }],
    ['was stopped', { state: { status: 'stopped' } }],
  ])('drops a write that %s: nothing of it is at Envoke', async (_, item) => {
    await put(item);
    expect(await undo('item')).toEqual(became({ takenOut: 1 }));
    expect(await stored()).toEqual([]);
  });

  it('says that there is nothing to undo where the write is gone', async () => {
    expect(await undo('gone')).toEqual({ ok: false, refusal: 'not-found' });
  });

  it.each<[string, Partial<OutboxItem>]>([
    ['was dropped', {}],
    ['was turned around', { state: DONE }],
    ['was being sent, and waits again since', { state: { status: 'sending' } }],
  ])('gives the first answer again where the write %s', async (_, item) => {
    await put(item);
    const [first, atTheSameTime] = await Promise.all([undo('item'), undo('item')]);
    if (item.state?.status === 'sending')
      await changeItem('item', (present) => ({ ...present, state: { status: 'waiting' } }));
    expect(first).toMatchObject({ ok: true });
    expect([atTheSameTime, await undo('item')]).toEqual([first, first]);
  });

  it('makes an add that Envoke has a Revoked one with the reason, once', async () => {
    await put({ state: DONE });
    await undo('item');
    await undo('item');
    const [, inverse, ...more] = await stored();
    expect(inverse?.operation).toEqual(REVOKED);
    expect(more).toEqual([]);
  });

  /** Undoes an item, and lets the background go on with it. */
  const undoAndGoOn = async (item: Partial<OutboxItem>, client: Partial<WriteClient>) => {
    await put(item);
    expect(await undo('item')).toEqual(became({ checking: 1 }));
    await changeItem('item', (present) => ({ ...present, state: { status: 'waiting' } }));
    await sendItem(client as WriteClient, 'item', () => NOW);
  };
  const UNSURE: [string, Partial<OutboxItem>][] = [
    ['is being sent', { state: { status: 'sending' }, mayHaveLeft: true }],
    ['was being sent by a background that died', { mayHaveLeft: true }],
    ['may have arrived though nobody answered', { attempts: 1, lastFailure: failure('envoke-timeout') }],
    ['may have arrived before the broker was lost', { lastFailure: failure('broker-unreachable') }],
    ['may have arrived before the network was lost', { lastFailure: failure('offline') }],
    ['was given up', { state: { status: 'failed', failure: failure('internal-error') }, mayHaveLeft: true }],
  ];

  it.each(UNSURE)(
    'never sends a write that %s: it asks for it, and drops what is not there',
    async (_, item) => {
      const asked = vi.fn(async () => ({ contact_id: null }));
      await undoAndGoOn(item, { voidWrite: asked });
      expect(asked.mock.calls).toEqual([
        [{ create: { email: 'a@example.ca', consent_status: 'Not Provided' } }, { idempotencyKey: KEY }],
      ]);
      expect(await stored()).toEqual([]);
    },
  );

  it.each(UNSURE)('turns a write around that %s where the broker says that it is there', async (_, item) => {
    await undoAndGoOn(item, { voidWrite: async () => ({ contact_id: '42' }) });
    expect((await stored()).map(({ operation }) => operation)).toEqual([aDraft('a@example.ca'), REVOKED]);
  });

  it('asks about tags and changes as they were sent', async () => {
    const asked = vi.fn(async () => ({ contact_id: null }));
    const at = { contactId: '42', email: '' };
    const tag: OutboxOperation = { kind: 'interests', ...at, changes: { set: ['Board'] } };
    const back = { city: 'Hull' };
    const edit: OutboxOperation = { kind: 'update', ...at, changes: { city: 'Gatineau' }, back };
    await undoAndGoOn({ operation: tag, mayHaveLeft: true }, { voidWrite: asked });
    await put({ id: 'edit', operation: edit, mayHaveLeft: true });
    await undo('edit');
    await sendItem({ voidWrite: asked } as Partial<WriteClient> as WriteClient, 'edit', () => NOW);
    expect(asked.mock.calls.map(([write]: unknown[]) => write)).toEqual([
      { id: '42', interests: { set: ['Board'] } },
      { id: '42', update: { city: 'Gatineau' } },
    ]);
  });

  it('keeps asking, with the same key, while nobody can say, and shows it where the broker cannot', async () => {
    const refuse = (slug: OutboxFailure['slug']) => async () => Promise.reject(new BrokerError(slug));
    await undoAndGoOn({ mayHaveLeft: true }, { voidWrite: refuse('broker-unreachable') });
    expect(await stored()).toMatchObject([{ state: { status: 'waiting' }, undoneBecause: REASON }]);
    // As a broker of an earlier version answers, which may be updated soon.
    const older = { voidWrite: refuse('method-not-allowed') } as Partial<WriteClient> as WriteClient;
    await sendItem(older, 'item', () => NOW);
    expect(await stored()).toMatchObject([{ state: { status: 'waiting' }, undoneBecause: REASON }]);
    const other = { voidWrite: refuse('invalid-request') } as Partial<WriteClient> as WriteClient;
    await sendItem(other, 'item', () => NOW);
    expect(await stored()).toMatchObject([{ state: { status: 'failed' }, undoneBecause: REASON }]);
    await requeue(['item']);
    expect(await stored()).toMatchObject([{ state: { status: 'waiting' }, idempotencyKey: KEY }]);
  });

  it.each([
    ['contact-exists', false, 0],
    ['contact-exists', true, 1],
    ['broker-unreachable', false, 1],
  ] as const)(
    'on %s in the middle of sending, earlier attempts unsure: %s',
    async (slug, wasUnsure, left) => {
      await put({ mayHaveLeft: wasUnsure });
      const refuse = async () => {
        await undo('item');
        throw new BrokerError(slug);
      };
      await sendItem({ createContact: refuse } as Partial<WriteClient> as WriteClient, 'item', () => NOW);
      // What certainly is not there is gone; the rest waits, to be asked about.
      expect(await stored()).toHaveLength(left);
      for (const item of await stored()) expect(item.state.status).toBe('waiting');
    },
  );

  it('is finished by the next background where one died in the middle of it', async () => {
    await put({ state: DONE, undoneBecause: REASON });
    await finishUndoing(NOW);
    await finishUndoing(NOW);
    expect((await stored()).map(({ id }) => id)).toEqual(['item', 'item:undo']);
  });

  it('takes a bulk add back as a whole: no more of it is sent, what arrived is turned around', async () => {
    const batch = { id: 'b', accountId: '7', createdAtMs: NOW, state: 'running', total: 3 } as const;
    const items = [
      { id: 'p0', state: DONE },
      { id: 'p1', position: 1 },
      { id: 'p2', position: 2 },
    ];
    await writeNew(
      items.map((item) => anItem({ batchId: 'b', ...item })),
      batch,
    );
    expect(await undo('p0', 'p1', 'p2')).toEqual(became({ takenOut: 2, revoked: 1 }));
    const { items: left, batches } = await loadOutbox();
    expect(left.map(({ id, batchId }) => [id, batchId])).toEqual([
      ['p0', 'b'],
      ['p0:undo', null],
    ]);
    expect(batches.map(({ state }) => state)).toEqual(['stopped']);
  });

  it('has some seconds in which an add has not left; a tag goes at once, since it can be put back', async () => {
    const tag: OutboxOperation = {
      kind: 'interests',
      contactId: '42',
      email: '',
      changes: { set: ['Board'] },
    };
    const request = { accountId: '7', batch: false, isHeld: true };
    await addToOutbox({ ...request, operations: [aDraft('a@example.ca')] }, NOW);
    expect(nextStep(await loadOutbox(), '7', 0, NOW)).toMatchObject({ kind: 'wait' });
    expect(nextStep(await loadOutbox(), '7', 0, NOW + 6_000)).toMatchObject({ kind: 'send' });
    await addToOutbox({ ...request, operations: [tag] }, NOW);
    expect(nextStep(await loadOutbox(), '7', 0, NOW)).toMatchObject({
      kind: 'send',
      item: { operation: tag },
    });
  });
});
