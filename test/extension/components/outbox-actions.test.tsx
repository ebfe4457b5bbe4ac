// @vitest-environment happy-dom
/** The actions in the outbox: each says what it does, also where several are about one person, and what became of it. */
import { describe, expect, it, vi } from 'vitest';
import { interestNames } from '../../../extension/components/interest-name.ts';
import { actionWords } from '../../../extension/components/outbox/action-words.ts';
import { OutboxLine } from '../../../extension/components/outbox/outbox-line.tsx';
import { partsOf, wordsApart } from '../../../extension/entrypoints/popup/outbox/outbox-parts.ts';
import { editOf } from '../../../extension/entrypoints/popup/outbox/use-ways.ts';
import { loadTranslator } from '../../../extension/lib/i18n/index.ts';
import type {
  OutboxFailure,
  OutboxItem,
  OutboxOperation,
  OutboxState,
} from '../../../extension/lib/outbox/outbox-item.ts';
import { undoStateOf } from '../../../extension/lib/outbox/undo-rules.ts';
import { aDraft, anItem, REFUSED } from '../outbox/items.ts';
import { draw } from './draw.tsx';
import { person } from './people.ts';

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

  it('names tags in the language of the reader, where Envoke has it', async () => {
    const { t } = await loadTranslator('fr');
    const media = {
      id: '1',
      name: 'Media',
      kind: 'tag',
      display_names: { en: 'Media', fr: 'Médias' },
    } as const;
    const changes = { set: ['Media'], unset: ['Board'] };
    const item = anItem({ operation: { kind: 'interests', ...about, changes } });
    expect(actionWords(item, [], t, interestNames([media], 'fr'))).toBe(
      'Ajout à\u00a0: Médias · Retrait de\u00a0: Board',
    );
  });
});

describe('lines that would read the same', () => {
  const words = {
    what: () => 'Change',
    moment: (atMs: number, style: string) => (style === 'short' ? '10:05' : `10:05:0${atMs}`),
  };
  const at = (id: string, state: OutboxState, createdAtMs = 0) =>
    anItem({ id, state, createdAtMs, operation: update({ title: id }) });
  const done = (id: string, atMs: number) => at(id, { status: 'done', contactId: '42', atMs });
  const said = (...items: OutboxItem[]) => [...wordsApart(items, words).values()];

  it('have the second, and within one second a number', () => {
    expect(said(done('a', 1), done('b', 2), done('c', 2))).toEqual([
      'Change · 10:05:01',
      'Change · 10:05:02',
      'Change · 10:05:02 (2)',
    ]);
    expect(said(at('a', { status: 'waiting' }, 1), at('b', { status: 'waiting' }, 2))).toEqual([
      'Change · 10:05:01',
      'Change · 10:05:02',
    ]);
  });

  it('are left as they are where they are about two people, or one alone', () => {
    const other = anItem({ id: 'o', operation: aDraft('o@example.ca'), state: DONE });
    expect(said(done('a', 1), other, at('w', { status: 'waiting' }))).toEqual([
      'Change · 10:05',
      'Change · 10:05',
      'Change',
    ]);
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

  it('stands with the bulk adds in their order, so that no earlier one is read as the result of a later one', () => {
    const batches = ['old', 'open', 'new'].map((id, createdAtMs) => ({
      ...{ id, createdAtMs, accountId: '7', total: 1, state: 'running' as const },
    }));
    const of = (batchId: string, state: OutboxState) => anItem({ id: `${batchId}:0`, batchId, state });
    const ids = (state: OutboxState) => {
      const items = [of('old', DONE), of('open', state), of('new', DONE)];
      const { under, over } = partsOf({ items, batches });
      return [under, over].map((part) => part.batches.map(({ id }) => id));
    };
    expect(ids({ status: 'failed', failure: REFUSED })).toEqual([['new', 'open'], ['old']]);
    expect(ids(DONE)).toEqual([[], ['new', 'open', 'old']]);
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

  it('offers no second try where it could not be sent', async () => {
    const state: OutboxState = { status: 'failed', failure: REFUSED };
    const item = anItem({ state });
    const signedIn = await draw(line({ item, status: 'failed' }));
    expect(signedIn.text()).toContain('Try again');
    const signedOut = await draw(line({ item, status: 'failed', onRetry: undefined }));
    expect(signedOut.text()).not.toContain('Try again');
  });

  it('names each button by the person and by what it is about', async () => {
    const drawn = await draw(line({ status: 'done', onUndo: () => undefined }));
    expect(drawn.button('Undo una@lake.example.ca, New contact')).toBeDefined();
  });

  it('tells two people of one name apart, on its buttons and in the question', async () => {
    const draft = { email: 'ann@lake.example.ca', first_name: 'Ann', last_name: 'Roe' };
    const item = anItem({
      operation: { kind: 'create', draft: { ...draft, consent_status: 'Not Provided' } },
    });
    const drawn = await draw(line({ item }));
    await drawn.click(drawn.button('Delete Ann Roe (ann@lake.example.ca), New contact'));
    expect(drawn.find('[role=alert]').textContent).toContain('Ann Roe (ann@lake.example.ca)');
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

  it('says that a try may have arrived, offers to undo it, and deletes nothing as if it had not', async () => {
    const lastFailure = { ...REFUSED, slug: 'envoke-timeout' } as const;
    const item = anItem({ attempts: 1, mayHaveLeft: true, lastFailure });
    const drawn = await draw(line({ item, onUndo: () => undefined }));
    expect(drawn.text()).toContain('may have arrived in Envoke all the same');
    expect(drawn.button('Undo a@example.ca, New contact')).toBeDefined();
    await drawn.click(drawn.button('Delete a@example.ca, New contact'));
    expect(drawn.find('[role=alert]').textContent).toContain('Deleted here, it stays there');
    // Away is nothing to worry about, and would be said of every write.
    const unsent = anItem({ lastFailure: { ...REFUSED, slug: 'broker-unreachable' }, mayHaveLeft: true });
    expect((await draw(line({ item: unsent, onUndo: () => undefined }))).text()).not.toContain('Undo');
  });

  const conflict = {
    ...REFUSED,
    slug: 'contact-changed',
    contact: person({ title: 'Registrar', city: 'Hull' }),
  } as const;
  const changes = { title: 'Director', city: '', seen: { title: 'Clerk', city: 'Hull' } };
  const refused = (failure: OutboxFailure) =>
    anItem({ operation: update(changes), state: { status: 'needs-decision', failure } });

  it('shows what each field had, what it would get, and what somebody else has put there', async () => {
    const text = (await draw(line({ item: refused(conflict), status: 'needs-decision' }), 'fr')).text();
    expect(text).toContain('Clerk → DirectorMaintenant dans Envoke\u00a0: Registrar');
    expect(text).toContain('Hull → (vide)');
    expect(text.match(/Maintenant/g)).toHaveLength(1);
  });

  it('offers to try again what may succeed, and never what was changed meanwhile', async () => {
    const buttons = async (failure: OutboxFailure) => (await draw(line({ item: refused(failure) }))).text();
    expect(await buttons(REFUSED)).toContain('Try again');
    expect(await buttons(conflict)).not.toContain('Try again');
  });
});

describe('the editor that a refused write opens', () => {
  const failed: OutboxState = { status: 'failed', failure: REFUSED };
  const editOfChange = (changes: object, state: OutboxState = failed, id = 'i') =>
    editOf(anItem({ id, operation: update(changes), state }))?.values ?? null;

  it('has the values that were typed', () => {
    const typed = { title: 'Director', city: '' };
    expect(editOfChange({ ...typed, seen: { title: 'Clerk', city: 'Hull' } })).toEqual(typed);
    const moved = { email: 'u@lake.example.ca', consent_status: 'Not Provided' };
    expect(editOfChange(moved)).toEqual({ email: moved.email });
  });

  it.each([
    ['a consent, which it has no field for', { title: 'X', consent_status: 'Express' }, failed, 'i'],
    ['what still waits', { title: 'X' }, { status: 'waiting' } as const, 'i'],
    ['an undo', { title: 'X' }, failed, 'i:undo'],
  ])('is not offered for %s', (_, changes, state, id) => {
    expect(editOfChange(changes, state, id)).toBeNull();
  });
});
