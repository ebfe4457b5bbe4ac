/** How far a bulk add is said to be: also once it was stopped and undone, and while nothing can be sent. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BrokerErrorSlug } from '../../../extension/lib/broker-client/broker-error.ts';
import { batchProgress } from '../../../extension/lib/outbox/batch-counts.ts';
import { removeOldItems, removeSettledItems } from '../../../extension/lib/outbox/outbox-cleaning.ts';
import { dropItems } from '../../../extension/lib/outbox/outbox-commands.ts';
import type { OutboxBatch, OutboxItem, OutboxState } from '../../../extension/lib/outbox/outbox-item.ts';
import { loadOutbox, writeNew } from '../../../extension/lib/outbox/outbox-store.ts';
import { resetBrowser } from '../fake-browser.ts';
import { anItem, REFUSED } from './items.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const done = (atMs: number): OutboxState => ({ status: 'done', contactId: '42', atMs });
const waiting: OutboxState = { status: 'waiting' };

function batch(total: number, state: OutboxBatch['state'] = 'running'): OutboxBatch {
  return { id: 'b', accountId: '7', createdAtMs: 0, total, state };
}
const item = (at: number, changes: Partial<OutboxItem>) =>
  anItem({ id: `b:${at}`, position: at, batchId: 'b', ...changes });
const undoOf = (at: number, state: OutboxState) => anItem({ id: `b:${at}:undo`, state });

describe('the time that a bulk add still takes', () => {
  const two = [item(0, { state: done(0) }), item(1, { state: done(1_000) })];
  const progress = (...open: OutboxItem[]) => batchProgress(batch(9), [...two, ...open]);

  it('is named while all goes well', () => {
    expect(progress(item(2, {}), item(3, {}))).toMatchObject({ secondsLeft: 2, waitsFor: null });
  });

  it.each<BrokerErrorSlug>(['broker-unreachable', 'envoke-timeout', 'permission-needed'])(
    'is not known after %s, which is named instead',
    (slug) => {
      const failed = item(2, { lastFailure: { ...REFUSED, slug } });
      expect(progress(failed, item(3, {}))).toMatchObject({ secondsLeft: null, waitsFor: slug });
    },
  );

  it('is not known while another write holds back the account, and is where it holds back itself alone', () => {
    const alone = (slug: BrokerErrorSlug) => anItem({ id: 'x', lastFailure: { ...REFUSED, slug } });
    expect(progress(item(2, {}), alone('offline'))).toMatchObject({ secondsLeft: null, waitsFor: 'offline' });
    expect(progress(item(2, {}), alone('write-uncertain'))).toMatchObject({ secondsLeft: 1, waitsFor: null });
  });

  it('is nothing once nobody waits, whatever else does', () => {
    const other = anItem({ id: 'x', lastFailure: { ...REFUSED, slug: 'offline' } });
    expect(progress(other)).toMatchObject({ secondsLeft: null, waitsFor: null });
  });
});

describe('a bulk add that was stopped and undone', () => {
  it('counts who was undone, and who was never sent, and nobody as added', () => {
    const left = [0, 1, 2, 3, 4];
    const items = [
      ...left.map((at) => item(at, { state: done(at), undoneBecause: 'A slip.' })),
      ...left.map((at) => undoOf(at, at < 3 ? done(9) : waiting)),
    ];
    const counted = { total: 14, done: 0, undone: 5, takenOut: 9, open: 0, stopped: 0 };
    expect(batchProgress(batch(14, 'stopped'), items)).toMatchObject(counted);
  });

  it('counts who was on the way as undone, though the undo took them out of it', () => {
    const sending = item(1, { state: { status: 'sending' }, batchId: null, undoneBecause: 'A slip.' });
    const items = [item(0, { state: done(0), undoneBecause: 'A slip.' }), undoOf(0, waiting), sending];
    expect(batchProgress(batch(3, 'stopped'), items)).toMatchObject({ done: 0, undone: 2, takenOut: 1 });
  });

  it('counts whom Envoke refuses to undo as added, since they are there', () => {
    const items = [item(0, { state: done(0) }), undoOf(0, { status: 'failed', failure: REFUSED })];
    expect(batchProgress(batch(1, 'stopped'), items)).toMatchObject({ done: 1, undone: 0, takenOut: 0 });
  });
});

describe('a bulk add whose finished items were removed', () => {
  const refused: OutboxState = { status: 'failed', failure: REFUSED };
  beforeEach(resetBrowser);

  const put = (total: number, items: readonly OutboxItem[], state?: OutboxBatch['state']) =>
    writeNew(items, batch(total, state));
  const counts = async () => {
    const { items, batches } = await loadOutbox();
    const [stored] = batches;
    return stored === undefined ? null : batchProgress(stored, items);
  };

  it('goes on counting who was added after a sign-out, whatever became of the others', async () => {
    await put(4, [
      item(0, { state: done(1) }),
      item(1, { state: done(2) }),
      item(2, { state: refused }),
      item(3, {}),
    ]);
    await removeSettledItems('7');
    const counted = { total: 4, done: 2, failed: 1, open: 1, takenOut: 0, removed: 2 };
    expect(await counts()).toMatchObject(counted);
    // A background that dies in between does it once more.
    await removeSettledItems('7');
    expect(await counts()).toMatchObject(counted);
  });

  it('keeps nobody’s name or address for that', async () => {
    await put(2, [item(0, { state: done(1) }), item(1, { state: refused })]);
    await removeSettledItems('7');
    const { batches } = await loadOutbox();
    expect(batches).toEqual([{ ...batch(2), removed: { done: [0], undone: [] } }]);
  });

  it('still tells who was undone, and who was never sent', async () => {
    const undone = item(0, { state: done(1), undoneBecause: 'A slip.' });
    const leaving = item(1, { state: done(2), undoneBecause: 'A slip.', batchId: null });
    const items = [undone, undoOf(0, done(3)), leaving, undoOf(1, done(4)), item(2, { state: refused })];
    await put(5, [...items, item(3, { state: { status: 'stopped' } })], 'stopped');
    await removeSettledItems('7');
    expect(await counts()).toMatchObject({ done: 0, undone: 2, failed: 1, takenOut: 2 });
  });

  it('counts who was undone once they are an hour old, too', async () => {
    const leaving = item(0, { state: done(0), undoneBecause: 'A slip.', batchId: null });
    await put(2, [leaving, undoOf(0, done(1)), item(1, { state: refused })], 'stopped');
    await removeOldItems(3_600_002);
    expect((await loadOutbox()).items).toHaveLength(1);
    expect(await counts()).toMatchObject({ undone: 1, takenOut: 0 });
  });

  it('is gone with the last of its items', async () => {
    await put(2, [item(0, { state: done(1) }), item(1, { state: refused })]);
    await removeSettledItems('7');
    await dropItems({ itemIds: ['b:1'] });
    expect(await counts()).toBeNull();
  });
});
