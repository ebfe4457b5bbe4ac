/** What can be undone, and by which write. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { removeOldItems } from '../../../extension/lib/outbox/outbox-cleaning.ts';
import type { OutboxItem, OutboxOperation } from '../../../extension/lib/outbox/outbox-item.ts';
import { loadOutbox, writeNew } from '../../../extension/lib/outbox/outbox-store.ts';
import { undoItems } from '../../../extension/lib/outbox/undo.ts';
import { inverseOf, isUndoable } from '../../../extension/lib/outbox/undo-rules.ts';
import { resetBrowser } from '../fake-browser.ts';
import { aDraft, anItem, REFUSED } from './items.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const REASON = 'Added by mistake.';
const AT = { contactId: '42', email: 'a@example.ca' };
const DONE = { status: 'done', contactId: '42', atMs: 0 } as const;

const update = (changes: object, back?: object): OutboxOperation => ({
  kind: 'update',
  ...AT,
  changes,
  back,
});
const tags = (changes: { set?: string[]; unset?: string[] }): OutboxOperation => ({
  kind: 'interests',
  ...AT,
  changes,
});
const UNSUBSCRIBE: OutboxOperation = { kind: 'unsubscribe', ...AT, said: { reason: 'She phoned' } };
const done = (id: string, operation: OutboxOperation, more: Partial<OutboxItem> = {}) =>
  anItem({ id, operation, state: DONE, createdAtMs: Number(id), ...more });

describe('what turns a write around', () => {
  it('is nothing where nothing is known of what was there before, nor for an undoing itself', () => {
    expect(inverseOf(update({ company: 'New' }), '42', REASON)).toBeNull();
    expect(inverseOf(UNSUBSCRIBE, '42', REASON)).toBeNull();
    expect(isUndoable(anItem({ operation: update({ company: 'New' }) }), [])).toBe(false);
    expect(isUndoable(anItem({ id: 'item:undo' }), [])).toBe(false);
    expect(isUndoable(anItem({}), [anItem({ id: 'item:undo' })])).toBe(false);
  });

  it('puts fields back as they were, and takes tags off that were put on', () => {
    expect(inverseOf(update({ company: 'New' }, { company: 'Old' }), '42', REASON)).toMatchObject({
      changes: { company: 'Old' },
    });
    expect(inverseOf(tags({ set: ['Board'] }), '42', REASON)).toMatchObject({
      changes: { unset: ['Board'] },
    });
  });

  it('carries the consent that the write gave, so that no other one is taken away', () => {
    const given = { consent_status: 'Express', consent_description: 'At the counter' } as const;
    const add: OutboxOperation = { kind: 'create', draft: { email: 'a@example.ca', ...given } };
    expect(inverseOf(add, '42', REASON)).toMatchObject({ changes: { seen: given } });
    const back = { consent_status: 'Revoked', consent_description: 'She wrote', seen: {} };
    expect(inverseOf(update(given, back), '42', REASON)).toMatchObject({ changes: { seen: given } });
  });
});

describe('a write that a later one has changed again', () => {
  beforeEach(resetBrowser);

  it.each<[string, OutboxOperation, OutboxOperation, boolean]>([
    ['an add after an unsubscribing', aDraft('a@example.ca'), UNSUBSCRIBE, false],
    [
      'an add after a consent',
      aDraft('a@example.ca'),
      update({ consent_status: 'Express', consent_description: 'Asked' }),
      false,
    ],
    ['an add after another company', aDraft('a@example.ca'), update({ company: 'New' }), true],
    ['a tag after it was taken off', tags({ set: ['Board'] }), tags({ unset: ['board'] }), false],
    ['a tag after another tag', tags({ set: ['Board'] }), tags({ set: ['Media'] }), true],
    ['a city after another city', update({ city: 'B' }, { city: 'A' }), update({ city: 'C' }), false],
    ['a city after another company', update({ city: 'B' }, { city: 'A' }), update({ company: 'C' }), true],
  ])('%s', async (_, operation, later, isOffered) => {
    const items = [done('1', operation), done('2', later)];
    expect(isUndoable(items[0] ?? anItem({}), items)).toBe(isOffered);
    await writeNew(items, null);
    const answer = await undoItems({ itemIds: ['1'], reason: REASON }, 0);
    expect(answer).toMatchObject({ ok: true, value: { changedSince: isOffered ? 0 : 1 } });
    expect((await loadOutbox()).items).toHaveLength(isOffered ? 3 : 2);
  });

  it.each<[string, Partial<OutboxItem>, OutboxItem[], boolean]>([
    ['waits', { state: { status: 'waiting' } }, [], false],
    ['was refused', { state: { status: 'failed', failure: REFUSED } }, [], true],
    ['was undone', {}, [done('2:undo', tags({ set: ['Board'] }))], true],
    ['was undone, but not yet in Envoke', {}, [anItem({ id: '2:undo' })], false],
    [
      'is about somebody else',
      { operation: { ...tags({ unset: ['Board'] }), contactId: '43' } as never },
      [],
      true,
    ],
    ['is of another account', { accountId: '8' }, [], true],
  ])('can be undone or not where the later one %s', (_, later, more, isOffered) => {
    const first = done('1', tags({ set: ['Board'] }));
    const items = [first, done('2', tags({ unset: ['Board'] }), later), ...more];
    expect(isUndoable(first, items)).toBe(isOffered);
  });

  it('is known for as long as the earlier one is shown, which of a bulk add is long', async () => {
    const DAY_MS = 86_400_000;
    const ofBatch = done('1', tags({ set: ['Board'] }), { batchId: 'b' });
    const alone = done('3', tags({ set: ['Media'] }));
    await writeNew([ofBatch, done('2', tags({ unset: ['Board'] })), alone], {
      id: 'b',
      accountId: '7',
      createdAtMs: 0,
      state: 'running',
      total: 1,
    });
    await removeOldItems(DAY_MS);
    expect((await loadOutbox()).items.map(({ id }) => id)).toEqual(['1', '2']);
  });
});
