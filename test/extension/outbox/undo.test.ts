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
import { changeItem, loadOutbox, writeNew } from '../../../extension/lib/outbox/outbox-store.ts';
import { sendItem, type WriteClient } from '../../../extension/lib/outbox/send-item.ts';
import { finishUndoing, undoItems } from '../../../extension/lib/outbox/undo.ts';
import { inverseOf, isUndoable } from '../../../extension/lib/outbox/undo-rules.ts';
import { person } from '../components/people.ts';
import { resetBrowser } from '../fake-browser.ts';
import { aDraft, anItem } from './items.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const NOW = 1_795_000_000_000;
const REASON = 'Added by mistake.';
const DONE = { status: 'done', contactId: '42', atMs: NOW } as const;
const REVOKED = {
  kind: 'update',
  contactId: '42',
  email: 'a@example.ca',
  changes: { consent_status: 'Revoked', consent_description: REASON },
};
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
    ['waits for the network', { lastFailure: failure('offline') }],
    ['was refused', { state: { status: 'failed', failure: failure('contact-rejected') } }],
    ['needs a decision', { state: { status: 'needs-decision', failure: failure('contact-exists') } }],
    ['was stopped', { state: { status: 'stopped' } }],
  ])('drops a write that %s: nothing of it is at Envoke', async (_, item) => {
    await put(item);
    expect(await undo('item')).toEqual({ ok: true, value: { takenOut: 1, turnedBack: 0 } });
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

  it.each<[string, Partial<OutboxItem>]>([
    ['is being sent', { state: { status: 'sending' } }],
    ['may have arrived though nobody answered', { attempts: 1, lastFailure: failure('envoke-timeout') }],
    ['may have arrived before the broker was lost', { lastFailure: failure('broker-unreachable') }],
  ])('keeps a write that %s until that is known, and turns it around then', async (_, item) => {
    await put(item);
    expect(await undo('item')).toEqual({ ok: true, value: { takenOut: 0, turnedBack: 1 } });
    expect(await stored()).toHaveLength(1);
    await changeItem('item', (present) => ({ ...present, state: { status: 'waiting' } }));
    const client = { createContact: async () => person({ id: '42' }) } as unknown as WriteClient;
    await sendItem(client, 'item', () => NOW);
    expect((await stored()).map(({ operation }) => operation)).toEqual([aDraft('a@example.ca'), REVOKED]);
  });

  it('asks for no decision on what was taken back and then refused', async () => {
    await put({ state: { status: 'sending' } });
    await undo('item');
    await changeItem('item', (present) => ({ ...present, state: { status: 'waiting' } }));
    const refuse = async () => Promise.reject(new BrokerError('contact-exists'));
    await sendItem({ createContact: refuse } as unknown as WriteClient, 'item', () => NOW);
    expect(await stored()).toEqual([]);
  });

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
    expect(await undo('p0', 'p1', 'p2')).toEqual({ ok: true, value: { takenOut: 2, turnedBack: 1 } });
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

describe('what turns a write around', () => {
  const update = (back?: { company: string }): OutboxOperation => ({
    kind: 'update',
    contactId: '42',
    email: 'a@example.ca',
    changes: { company: 'New' },
    back,
  });

  it('is nothing where nothing is known of what was there before, nor for an undoing itself', () => {
    expect(inverseOf(update(), '42', REASON)).toBeNull();
    expect(isUndoable(anItem({ operation: update() }), [])).toBe(false);
    expect(isUndoable(anItem({ id: 'item:undo' }), [])).toBe(false);
    expect(isUndoable(anItem({}), [anItem({ id: 'item:undo' })])).toBe(false);
  });

  it('puts fields back as they were, and takes tags off that were put on', () => {
    expect(inverseOf(update({ company: 'Old' }), '42', REASON)).toMatchObject({
      changes: { company: 'Old' },
    });
    const tags: OutboxOperation = {
      kind: 'interests',
      contactId: '42',
      email: '',
      changes: { set: ['Board'] },
    };
    expect(inverseOf(tags, '42', REASON)).toMatchObject({ changes: { unset: ['Board'] } });
  });
});
