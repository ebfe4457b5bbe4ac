/** What is said of a write, or of a bulk add, once, when all of it has ended. */
import { describe, expect, it, vi } from 'vitest';
import { settledBatchWords, settledWords } from '../../../extension/entrypoints/popup/shell/settled-words.ts';
import { loadTranslator } from '../../../extension/lib/i18n/index.ts';
import type { OutboxState } from '../../../extension/lib/outbox/outbox-item.ts';
import { anItem, REFUSED } from '../outbox/items.ts';

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

describe('what is said of a change of address', () => {
  const said = async (state: OutboxState, id = 'i') => {
    const { t } = await loadTranslator('en');
    const changes = { email: 'new@lake.example.ca' };
    const operation = { kind: 'update', contactId: '42', email: 'old@lake.example.ca', changes } as const;
    const ways = { client: {} as never, open: vi.fn(), announce: vi.fn(), undo: vi.fn() };
    return settledWords(anItem({ id, operation, state }), { items: [], batches: [] }, t, ways).text;
  };

  it('names the new address once Envoke has it', async () => {
    expect(await said(DONE)).toBe('new@lake.example.ca is up to date in Envoke.');
  });

  it('names the address that is there again once it was undone', async () => {
    expect(await said(DONE, 'i:undo')).toBe('new@lake.example.ca: undone in Envoke.');
  });

  it('names the address that Envoke still has where it was refused', async () => {
    expect(await said({ status: 'failed', failure: REFUSED })).toContain('old@lake.example.ca');
  });
});
