/** The outbox's pure rules: what becomes of a failure, how long to wait, which item is next. */
import { describe, expect, it } from 'vitest';
import { backoffMs } from '../../../extension/lib/outbox/backoff.ts';
import { needsNewKey, verdictOf } from '../../../extension/lib/outbox/failure-policy.ts';
import type { OutboxBatch, OutboxItem } from '../../../extension/lib/outbox/outbox-item.ts';
import { nextStep } from '../../../extension/lib/outbox/outbox-queue.ts';
import { aDraft, anItem } from './items.ts';

const NOW = 1_000_000;

const step = (items: OutboxItem[], batches: OutboxBatch[] = [], heldUntilMs = 0) =>
  nextStep({ items, batches }, '7', heldUntilMs, NOW);
const batch = (state: OutboxBatch['state']): OutboxBatch => ({
  id: 'b',
  accountId: '7',
  createdAtMs: 0,
  state,
  total: 1,
});

describe('what becomes of a failed attempt', () => {
  it.each([
    ['offline', 'hold'],
    ['too-many-requests', 'hold'],
    ['store-unavailable', 'hold'],
    ['proof-required', 'hold'],
    ['write-uncertain', 'later'],
    ['internal-error', 'later'],
    ['not-signed-in', 'sign-in'],
    ['connection-ended', 'sign-in'],
    ['contact-exists', 'decide'],
    ['consent-confirmation-needed', 'decide'],
    ['contact-rejected', 'fail'],
    ['invalid-request', 'fail'],
    ['envoke-forbids', 'fail'],
  ] as const)('on %s: %s', (slug, verdict) => {
    expect(verdictOf(slug)).toBe(verdict);
  });

  it('makes a new write only where the first did certainly not happen', () => {
    expect(needsNewKey('contact-rejected')).toBe(true);
    expect(needsNewKey('contact-exists')).toBe(true);
    expect(needsNewKey('write-uncertain')).toBe(false);
    expect(needsNewKey('broker-unreachable')).toBe(false);
    expect(needsNewKey('envoke-forbids')).toBe(false);
  });
});

describe('the pause after a failure', () => {
  it('doubles, up to five minutes', () => {
    expect([1, 2, 3, 9, 10, 1000].map((failures) => backoffMs(failures, null))).toEqual([
      1_000, 2_000, 4_000, 256_000, 300_000, 300_000,
    ]);
  });

  it('is what the broker asks for, up to an hour', () => {
    expect(backoffMs(1, 42)).toBe(42_000);
    expect(backoffMs(8, 0)).toBe(1_000);
    expect(backoffMs(1, 1e9)).toBe(3_600_000);
  });
});

describe('the next item', () => {
  it.each<[what: string, item: OutboxItem, batches?: OutboxBatch[]]>([
    ['of another account', anItem({ accountId: '8' })],
    ['that is done', anItem({ state: { status: 'done', contactId: '1', atMs: 0 } })],
    ['that is being sent', anItem({ state: { status: 'sending' } })],
    ['of a stopped batch', anItem({ batchId: 'b' }), [batch('stopped')]],
    ['of a paused batch', anItem({ batchId: 'b' }), [batch('paused')]],
  ])('is not one %s', (_what, item, batches) => {
    expect(step([item], batches)).toEqual({ kind: 'idle' });
  });

  it("waits for the account's pause and its own", () => {
    expect(step([anItem({})], [], NOW + 5)).toEqual({ kind: 'wait', forMs: 5 });
    const other = aDraft('b@example.ca');
    const later = [anItem({ notBeforeMs: NOW + 9 }), anItem({ notBeforeMs: NOW + 3, operation: other })];
    expect(step(later)).toEqual({ kind: 'wait', forMs: 3 });
  });

  it('does not wait longer because the clock was set back', () => {
    const DAY_MS = 86_400_000;
    const item = anItem({ notBeforeMs: NOW + DAY_MS });
    expect(step([item], [], NOW + DAY_MS)).toEqual({ kind: 'send', item });
  });

  it('is the one with the fewest attempts, so that a failing one blocks nobody', () => {
    const bad = anItem({ id: 'bad', attempts: 2 });
    const good = anItem({ id: 'good', batchId: 'b', operation: aDraft('b@example.ca') });
    expect(step([bad, good], [batch('running')])).toEqual({ kind: 'send', item: good });
  });
});

describe('several changes of one contact', () => {
  const change = (id: string, contactId: string, more: Partial<OutboxItem> = {}) =>
    anItem({
      id,
      operation: { kind: 'interests', contactId, email: 'a@example.ca', changes: { set: ['Media'] } },
      ...more,
    });

  it('are sent in their order, also while the first is tried again, and hold up nobody else', () => {
    const first = change('first', '42', { attempts: 3, notBeforeMs: NOW + 5000 });
    const later = change('later', '42');
    expect(step([first, later])).toEqual({ kind: 'wait', forMs: 5000 });
    expect(step([first, later, change('other', '43')])).toMatchObject({ item: { id: 'other' } });
    expect(step([{ ...first, notBeforeMs: 0 }, later])).toMatchObject({ item: { id: 'first' } });
  });
});

describe('two adds of one address', () => {
  it('are sent in their order, however the address is spelled, so that the first decides on the consent', () => {
    const first = anItem({ id: 'first', attempts: 3, notBeforeMs: NOW + 5000 });
    const second = anItem({ id: 'second', operation: aDraft('A@Example.ca') });
    expect(step([first, second])).toEqual({ kind: 'wait', forMs: 5000 });
    expect(step([{ ...first, notBeforeMs: 0 }, second])).toMatchObject({ item: { id: 'first' } });
  });
});
