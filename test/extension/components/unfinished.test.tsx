// @vitest-environment happy-dom
/** An unfinished draft is offered in one line, and nothing happens to it without a click. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Announcement } from '../../../extension/components/notice.tsx';
import {
  type Popup,
  PopupContext,
  type View,
} from '../../../extension/entrypoints/popup/context/popup-context.ts';
import { UnfinishedNotice } from '../../../extension/entrypoints/popup/find/unfinished-notice.tsx';
import { newForm } from '../../../extension/entrypoints/popup/form/add-form.ts';
import { flattenForm } from '../../../extension/entrypoints/popup/form/flat-form.ts';
import { type Draft, draftsItem, keepDraft } from '../../../extension/lib/memory/drafts-item.ts';
import { createMessageListener, type MessageHandlers } from '../../../extension/lib/messages/listener.ts';
import type { OutboxOperation } from '../../../extension/lib/outbox/outbox-item.ts';
import { loadOutbox, writeNew } from '../../../extension/lib/outbox/outbox-store.ts';
import { discardDraft } from '../../../extension/lib/outbox/saved-draft.ts';
import { defaultSettings } from '../../../extension/lib/settings/default-settings.ts';
import { browser, resetBrowser } from '../fake-browser.ts';
import { aDraft, anItem } from '../outbox/items.ts';
import { draw } from './draw.tsx';
import { person } from './people.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const settings = defaultSettings();
const form = newForm(
  {
    fields: { email: 'una@lake.example.ca', first_name: 'Una' },
    pageTitle: 'Spring AGM',
    pageUrl: 'https://lake.example.ca/agm',
  },
  { settings, last: undefined, language: 'en', today: '2026-11-28' },
);
const flat = flattenForm(form, null);
const REASON: Draft = {
  id: 'e-unsubscribe',
  kind: 'unsubscribe',
  contact: person(),
  reason: 'Phoned.',
  of: 'e',
};
const FORM: Draft = { id: 'f', kind: 'form', form: flat };

describe('unfinished work', () => {
  let said: Announcement | null;

  beforeEach(() => {
    resetBrowser();
    const handlers = { 'outbox/discard-draft': discardDraft } as MessageHandlers;
    const self = { id: 'test', origin: 'chrome-extension://test' };
    const answer = createMessageListener(handlers, self);
    const sender = { ...self, url: `${self.origin}/popup.html` };
    browser.runtime.onMessage.addListener((message: unknown, _sender, respond) =>
      answer(message, sender, respond),
    );
  });

  async function offer(drafts: readonly Draft[]) {
    await draftsItem.set({ 7: drafts, 8: [FORM] });
    const opened: View[] = [];
    said = null;
    const popup = {
      account: { id: '7' },
      open: (view: View) => opened.push(view),
      announce: (announcement: Announcement | null) => {
        said = announcement;
      },
    } as unknown as Popup;
    const drawn = await draw(
      <PopupContext.Provider value={popup}>
        <input class="search-input" />
        <UnfinishedNotice drafts={drafts} />
        <h1>Recent contacts</h1>
      </PopupContext.Provider>,
    );
    return { drawn, opened };
  }

  it.each<[string, Draft]>([
    ['Unfinished: Una from Spring AGM', FORM],
    [
      'Unfinished: 2 people from Spring AGM',
      { id: 'r', kind: 'review', people: [flat, flat], decision: flat },
    ],
    [
      'Unfinished: changes to Kim Lee',
      { id: 'e', kind: 'edit', contact: person({ first_name: 'Kim', last_name: 'Lee' }), values: {} },
    ],
    ['Unfinished: the unsubscribing of Noémie Gagnon', REASON],
    ['Unfinished: a pasted list', { id: 'p', kind: 'paste', text: 'a@b.ca' }],
  ])('says what it is: %s', async (words, draft) => {
    const { drawn, opened } = await offer([draft]);
    expect(drawn.text()).toContain(words);
    expect(opened).toEqual([]);
  });

  it('is gone on with by a click, as it was', async () => {
    const { drawn, opened } = await offer([FORM]);
    await drawn.click(drawn.button('Resume'));
    expect(opened).toEqual([{ name: 'add', form, editedItemId: '', draftId: 'f' }]);
  });

  it('is gone on with in the view of the contact that it is about', async () => {
    const { drawn, opened } = await offer([REASON]);
    await drawn.click(drawn.button('Resume'));
    expect(opened).toEqual([{ name: 'contact', contact: person(), draftId: 'e' }]);
  });

  it('is discarded by a click, one after the other and in this account alone', async () => {
    const other: Draft = { id: 'p', kind: 'paste', text: 'a@b.ca' };
    const { drawn } = await offer([other, FORM]);
    expect(drawn.text()).toContain('(1 more)');
    await drawn.click(drawn.button('Discard'));
    await vi.waitFor(async () => expect(await draftsItem.get()).toEqual({ 7: [other], 8: [FORM] }));
  });

  it.each<[string, Draft]>([
    ['a form', FORM],
    ['a review of a list', { id: 'r', kind: 'review', people: [flat, flat], decision: flat }],
  ])('can be brought back after a click on Discard: %s', async (_, draft) => {
    const { drawn } = await offer([draft]);
    await drawn.click(drawn.button('Discard'));
    await vi.waitFor(async () => expect((await draftsItem.get())['7']).toEqual([]));
    await vi.waitFor(() =>
      expect(said).toMatchObject({
        tone: 'good',
        text: expect.stringMatching(/^Discarded: .+ from Spring AGM\.$/),
      }),
    );
    said?.actions?.[0]?.run();
    await vi.waitFor(async () => expect((await draftsItem.get())['7']).toEqual([draft]));
    expect(said).toBeNull();
  });

  it('takes what was saved of it along, and sends nothing that it says is discarded', async () => {
    const { drawn } = await offer([FORM]);
    await writeNew([anItem({ draftId: 'f', mayHaveLeft: false }), anItem({ id: 'other' })], null);
    await drawn.click(drawn.button('Discard'));
    await vi.waitFor(() => expect(said).toMatchObject({ tone: 'good' }));
    expect((await loadOutbox()).items.map(({ id }) => id)).toEqual(['other']);
  });

  it.each<[string, Draft, OutboxOperation, string[]]>([
    ['a form that has left', FORM, aDraft('una@lake.example.ca'), ['Undo', 'View']],
    [
      'an unsubscribing',
      REASON,
      { kind: 'unsubscribe', contactId: '1', email: 'una@lake.example.ca', said: { reason: 'Phoned.' } },
      ['View'],
    ],
  ])('says so where it was saved, and does not call it discarded: %s', async (_, draft, operation, ways) => {
    const { drawn } = await offer([draft]);
    // The popup that offers it was drawn before the draft was saved.
    await draftsItem.set({ 7: [] });
    await writeNew([anItem({ draftId: draft.id, operation, mayHaveLeft: true })], null);
    await drawn.click(drawn.button('Discard'));
    await vi.waitFor(() => expect(said?.text).toMatch(/^This was saved before/));
    expect(said?.actions?.map(({ label }) => label)).toEqual(ways);
    expect((await loadOutbox()).items).toHaveLength(1);
  });

  it('leaves the focus where a second Enter does nothing', async () => {
    const { drawn } = await offer([FORM]);
    drawn.button('Discard').focus();
    await drawn.click(drawn.button('Discard'));
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('is replaced by a later one of the same page and people, and by no other', async () => {
    const review = (id: string, origin: string | null, first_name: string): Draft => ({
      ...(origin === null ? {} : { origin }),
      id,
      kind: 'review',
      people: [{ ...flat, first_name }],
      decision: flat,
    });
    const page = 'https://lake.example.ca/agm una@lake.example.ca';
    const ids = async () => (await draftsItem.get())['7']?.map(({ id }) => id);
    await keepDraft('7', review('a', page, 'Una'));
    await keepDraft('7', review('b', page, 'Oona'));
    expect(await ids()).toEqual(['b']);
    await keepDraft('7', review('c', `${page} ola@lake.example.ca`, 'Una'));
    await keepDraft('7', { id: 'd', origin: page, kind: 'form', form: flat });
    await keepDraft('7', review('e', null, 'Pasted'));
    await keepDraft('7', review('f', null, 'Pasted again'));
    expect(await ids()).toEqual(['b', 'c', 'd', 'e', 'f']);
  });

  it('is kept once, however often the same is captured, and never without end', async () => {
    await keepDraft('7', FORM);
    await keepDraft('7', { ...FORM, id: 'again' });
    expect((await draftsItem.get())['7']?.map(({ id }) => id)).toEqual(['again']);
    for (let at = 0; at < 30; at += 1) await keepDraft('7', { id: `p${at}`, kind: 'paste', text: `${at}` });
    expect((await draftsItem.get())['7']).toHaveLength(20);
  });
});
