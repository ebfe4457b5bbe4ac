/** What the writes that have not come to an end wait for. */
import { expect, it, vi } from 'vitest';
import type { OutboxBatch } from '../../../extension/lib/outbox/outbox-item.ts';
import { countUnsent, unsettled } from '../../../extension/lib/outbox/outbox-summary.ts';
import { anItem, REFUSED } from './items.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const batchOf = (state: OutboxBatch['state']): OutboxBatch => ({
  ...{ id: state, accountId: '7', createdAtMs: 0, total: 1, state },
});
const batches = (['running', 'paused', 'stopped'] as const).map(batchOf);
const sending = { status: 'sending' } as const;
const failed = { status: 'failed', failure: REFUSED } as const;

it.each([
  ['on its own', anItem({}), { waiting: 1, paused: 0, toFix: 0 }],
  ['of a bulk add that goes on', anItem({ batchId: 'running' }), { waiting: 1, paused: 0, toFix: 0 }],
  ['of a paused bulk add', anItem({ batchId: 'paused' }), { waiting: 0, paused: 1, toFix: 0 }],
  [
    'of a paused bulk add, on its way',
    anItem({ batchId: 'paused', state: sending }),
    { waiting: 1, paused: 0, toFix: 0 },
  ],
  [
    'of a paused bulk add, refused',
    anItem({ batchId: 'paused', state: failed }),
    { waiting: 0, paused: 0, toFix: 1 },
  ],
  ['of a stopped bulk add', anItem({ batchId: 'stopped' }), { waiting: 0, paused: 0, toFix: 0 }],
])('a write %s counts once, for what it waits for', (_which, item, counts) => {
  expect(countUnsent(unsettled({ items: [item], batches }))).toEqual(counts);
});
