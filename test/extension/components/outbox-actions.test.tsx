// @vitest-environment happy-dom
/** The actions in the outbox: each says what it does, also where several are about one person, and what became of it. */
import { describe, expect, it, vi } from 'vitest';
import { actionWords } from '../../../extension/components/outbox/action-words.ts';
import { OutboxLine } from '../../../extension/components/outbox/outbox-line.tsx';
import { partsOf } from '../../../extension/entrypoints/popup/outbox/outbox-parts.ts';
import { loadTranslator } from '../../../extension/lib/i18n/index.ts';
import type { OutboxItem, OutboxOperation, OutboxState } from '../../../extension/lib/outbox/outbox-item.ts';
import { undoStateOf } from '../../../extension/lib/outbox/undo-rules.ts';
import { aDraft, anItem, REFUSED } from '../outbox/items.ts';
import { draw } from './draw.tsx';

const DONE: OutboxState = { status: 'done', contactId: '42', atMs: 0 };
const about = { contactId: '42', email: 'una@lake.example.ca' };
const update = (changes: object): OutboxOperation => ({ kind: 'update', ...about, changes });
const added = anItem({ id: 'add', operation: aDraft(about.email), state: DONE });
const undoOf = (state: OutboxState): OutboxItem =>
  anItem({ id: 'add:undo', operation: update({ consent_status: 'Revoked' }), state });

describe('what a write does', () => {
  it.each<[string, OutboxOperation, string]>([
    ['an add', aDraft('una@lake.example.ca'), 'New contact'],
    ['a change of two fields', update({ phone: '1', city: 'Hull' }), 'Change: Phone, City'],
    ['a change of consent', update({ consent_status: 'Express' }), 'Consent: Express'],
    [
      'a change of both',
      update({ email: 'u@lake.example.ca', consent_status: 'Not Provided' }),
      'Change: Email · Consent: Not Provided',
    ],
    [
      'a change of tags',
      { kind: 'interests', ...about, changes: { set: ['Board', 'Press'], unset: ['Guests'] } },
      'Added to: Board, Press · Taken out of: Guests',
    ],
  ])('is said of %s', async (_, operation, words) => {
    const { t } = await loadTranslator('en');
    expect(actionWords(anItem({ operation }), [], t)).toBe(words);
  });

  it('is, of an undo, what is undone', async () => {
    const { t } = await loadTranslator('fr');
    const undo = undoOf({ status: 'waiting' });
    expect(actionWords(undo, [added, undo], t)).toBe('Annulation de «\u00a0Nouveau contact\u00a0»');
    expect(actionWords(undo, [undo], t)).toBe('Annulation de «\u00a0Consentement\u00a0: Retiré\u00a0»');
  });
});

describe('a write that was undone', () => {
  it.each<[OutboxState, ReturnType<typeof undoStateOf>]>([
    [{ status: 'waiting' }, 'undoing'],
    [{ status: 'sending' }, 'undoing'],
    [DONE, 'undone'],
    [{ status: 'failed', failure: REFUSED }, null],
  ])('is, while its undo is %o, %s', (state, expected) => {
    expect(undoStateOf(added, [added, undoOf(state)])).toBe(expected);
  });

  it('has one line once it is undone, and two while the undo is on its way', () => {
    const lines = (undo: OutboxItem) => {
      const { under, over } = partsOf({ items: [added, undo], batches: [] });
      return [under, over].map(({ items }) => items.map(({ id }) => id));
    };
    expect(lines(undoOf(DONE))).toEqual([[], ['add']]);
    expect(lines(undoOf({ status: 'waiting' }))).toEqual([['add:undo'], ['add']]);
  });

  it('keeps the line of an undo whose write is not kept any more', () => {
    expect(partsOf({ items: [undoOf(DONE)], batches: [] }).over.items).toHaveLength(1);
  });
});

describe('a line of the outbox', () => {
  const line = (props: Partial<Parameters<typeof OutboxLine>[0]>) => (
    <OutboxLine
      item={added}
      what="New contact"
      status="waiting"
      onRetry={() => undefined}
      onDrop={() => undefined}
      {...props}
    />
  );

  it('names each button by the person and by what it is about', async () => {
    const drawn = await draw(line({ status: 'done', onUndo: () => undefined }));
    expect(drawn.button('Undo una@lake.example.ca, New contact')).toBeDefined();
  });

  it.each([
    ['en', 'Undone'],
    ['fr', 'Annulée'],
  ] as const)('says in %s that what was done is undone', async (language, words) => {
    expect((await draw(line({ status: 'undone' }), language)).find('.badge').textContent).toBe(words);
  });

  it('deletes nothing before the question is answered, and nothing after a no', async () => {
    const onDrop = vi.fn();
    const drawn = await draw(line({ onDrop }));
    const drop = () => drawn.button('Delete una@lake.example.ca, New contact');
    await drawn.click(drop());
    expect(drawn.find('[role=alert]').textContent).toContain('cannot be brought back');
    expect(document.activeElement?.textContent).toBe('Cancel');
    await drawn.click(drawn.button('Cancel'));
    expect(onDrop).not.toHaveBeenCalled();
    await drawn.click(drop());
    await drawn.click(drop());
    expect(onDrop).toHaveBeenCalledOnce();
  });
});
