/** What is said of a write, or of a bulk add, once, when all of it has ended. */
import { describe, expect, it, vi } from 'vitest';
import { settledBatchWords, settledWords } from '../../../extension/entrypoints/popup/shell/settled-words.ts';
import type { BrokerErrorSlug } from '../../../extension/lib/broker-client/broker-error.ts';
import { loadTranslator } from '../../../extension/lib/i18n/index.ts';
import type { OutboxItem, OutboxOperation, OutboxState } from '../../../extension/lib/outbox/outbox-item.ts';
import { aDraft, anItem, REFUSED } from '../outbox/items.ts';

const DONE: OutboxState = { status: 'done', contactId: '42', atMs: 0 };

async function wordsFor(states: readonly OutboxState[], undo = vi.fn()) {
  const { t } = await loadTranslator('fr');
  const batch = { id: 'b', accountId: '7', createdAtMs: 0, state: 'running', total: states.length } as const;
  const items = states.map((state, at) => anItem({ id: `p${at}`, batchId: 'b', state }));
  const ways = { client: {} as never, open: vi.fn(), announce: vi.fn(), undo };
  return settledBatchWords(batch, { items, batches: [batch] }, t, ways);
}

describe('what is said of a bulk add', () => {
  it('is nothing while somebody is still being sent', async () => {
    expect(await wordsFor([DONE, { status: 'sending' }])).toBeNull();
  });

  it('is how many were added, with an undo of all of them', async () => {
    const undo = vi.fn();
    const words = await wordsFor([DONE, DONE, DONE], undo);
    expect(words).toMatchObject({ tone: 'good', text: '3\u00a0personnes ajoutées à Envoke.' });
    words?.actions?.[0]?.run();
    expect(undo).toHaveBeenCalledWith(['p0', 'p1', 'p2']);
  });

  it('is bad news, and leads to the outbox, where somebody was refused', async () => {
    const words = await wordsFor([DONE, { status: 'failed', failure: REFUSED }]);
    expect(words).toMatchObject({
      tone: 'bad',
      text: '1\u00a0personne ajoutée à Envoke. 1\u00a0à corriger.',
    });
    expect(words?.actions?.map(({ label }) => label)).toEqual(['Annuler l’action', 'Voir']);
  });
});

const about = { contactId: '42', email: 'old@lake.example.ca' };
const moved: OutboxOperation = { kind: 'update', ...about, changes: { email: 'new@lake.example.ca' } };

async function wordsOf(item: Partial<OutboxItem>, ...others: OutboxItem[]) {
  const { t } = await loadTranslator('en');
  const ways = { client: {} as never, open: vi.fn(), announce: vi.fn(), undo: vi.fn() };
  const settled = anItem({ id: 'i', operation: moved, ...item });
  return settledWords(settled, { items: [settled, ...others], batches: [] }, t, ways);
}

describe('what is said of a change of address', () => {
  it('names the new address once Envoke has it', async () => {
    expect((await wordsOf({ state: DONE }))?.text).toBe('new@lake.example.ca is up to date in Envoke.');
  });

  it('names the address that is there again once it was undone', async () => {
    const words = await wordsOf({ id: 'i:undo', state: DONE });
    expect(words?.text).toBe('new@lake.example.ca: undone in Envoke.');
  });

  it('names the address that Envoke still has where it was refused', async () => {
    const words = await wordsOf({ state: { status: 'failed', failure: REFUSED } });
    expect(words?.text).toContain('old@lake.example.ca');
  });
});

describe('what is said of an unsubscribing that was refused', () => {
  it('is that nobody is to write to them, whatever Envoke still does', async () => {
    const operation: OutboxOperation = { kind: 'unsubscribe', ...about, said: { reason: 'Phoned.' } };
    const words = await wordsOf({ operation, state: { status: 'failed', failure: REFUSED } });
    expect(words).toMatchObject({ tone: 'bad', text: expect.stringContaining('Do not email old@lake') });
  });
});

describe('what is said of one of several changes to a contact', () => {
  const tag: OutboxOperation = { kind: 'interests', ...about, changes: { set: ['Media'] } };

  it('is nothing while another is on its way, and at the end that all has arrived', async () => {
    const later = (state: OutboxState) => anItem({ id: 'later', operation: tag, state });
    expect(await wordsOf({ state: DONE }, later({ status: 'waiting' }))).toBeNull();
    expect(await wordsOf({ state: DONE }, later({ status: 'sending' }))).toBeNull();
    expect((await wordsOf({ state: DONE }, later(DONE)))?.text).toContain('is up to date');
  });

  it('never claims that the contact is up to date where another was refused', async () => {
    const other = anItem({ id: 'other', operation: tag, state: { status: 'failed', failure: REFUSED } });
    expect(await wordsOf({ state: DONE }, other)).toMatchObject({
      tone: 'bad',
      text: 'new@lake.example.ca: one change has arrived in Envoke, another was not made.',
    });
  });
});

describe('what is said of a write that needs a decision', () => {
  const add: OutboxOperation = aDraft('old@lake.example.ca');

  it.each<[string, string, OutboxOperation, BrokerErrorSlug, string]>([
    ['an add of somebody who is there', 'i', add, 'contact-exists', 'is already in Envoke'],
    ['a move to an address of somebody else', 'i', moved, 'contact-exists', 'another contact in Envoke has'],
    [
      'an edit of what was changed meanwhile',
      'i',
      moved,
      'contact-changed',
      'was changed in Envoke in the mean',
    ],
    ['a consent', 'i', moved, 'consent-confirmation-needed', 'needs your confirmation'],
    ['an undo', 'i:undo', moved, 'contact-changed', 'the undo was not made'],
  ])('fits %s', async (_, id, operation, slug, words) => {
    const state: OutboxState = { status: 'needs-decision', failure: { ...REFUSED, slug } };
    const text = (await wordsOf({ id, operation, state }))?.text ?? '';
    expect(text).toContain(words);
    expect(text.includes('already in Envoke')).toBe(slug === 'contact-exists' && operation === add);
  });
});
