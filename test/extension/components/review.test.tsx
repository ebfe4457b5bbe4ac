// @vitest-environment happy-dom
/** The bulk review in use: what is shown, what is sent, and what is there when the popup opens again. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BulkView } from '../../../extension/entrypoints/popup/bulk/bulk-view.tsx';
import {
  flattenReview,
  newReview,
  unflattenReview,
} from '../../../extension/entrypoints/popup/bulk/review.ts';
import {
  type Popup,
  PopupContext,
  type View,
} from '../../../extension/entrypoints/popup/context/popup-context.ts';
import { newForm } from '../../../extension/entrypoints/popup/form/add-form.ts';
import { BrokerError } from '../../../extension/lib/broker-client/broker-error.ts';
import { draftsItem } from '../../../extension/lib/memory/drafts-item.ts';
import type { OutboxOperation } from '../../../extension/lib/outbox/outbox-item.ts';
import { defaultSettings } from '../../../extension/lib/settings/default-settings.ts';
import { resetBrowser } from '../fake-browser.ts';
import { draw } from './draw.tsx';
import { person, UNSUBSCRIBED } from './people.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const defaults = {
  settings: defaultSettings(),
  last: undefined,
  language: 'en',
  today: '2026-11-23',
} as const;
const form = (email: string, first_name = '') => newForm({ fields: { email, first_name } }, defaults);
const THERE = person({ email: 'there@x.example', consent: UNSUBSCRIBED });

it('takes as many people as one bulk add may have, and says how many it left', () => {
  const { rows, left } = newReview(
    Array.from({ length: 501 }, (_, index) => form(`p${index}@x.example`)),
    undefined,
    defaults,
  );
  expect([rows.length, left]).toEqual([500, 1]);
});

describe('the review of many', () => {
  let sent: OutboxOperation[];
  let opened: View[];
  let lookUp: (emails: readonly string[]) => Promise<unknown>;

  beforeEach(() => {
    resetBrowser();
    sent = [];
    opened = [];
    lookUp = async (emails) =>
      emails.map((email) => ({ email, contact: email === THERE.email ? THERE : null }));
  });

  /** The parts that the view reaches for. */
  const popup = () =>
    ({
      account: { id: '7' },
      settings: defaultSettings(),
      client: {
        lookUp: (emails: readonly string[]) => lookUp(emails),
        lists: async () => ({ interests: [], custom_fields: [], consent_statuses: [] }),
      },
      send: async (operations: readonly OutboxOperation[]) => {
        sent.push(...operations);
        return true;
      },
      open: (view: View) => opened.push(view),
      home: () => undefined,
      back: () => undefined,
      announce: () => undefined,
      reconnect: () => undefined,
    }) as unknown as Popup;
  const drawReview = (forms = [form('a@x.example', 'Amélie'), form('there@x.example'), form('nobody')]) =>
    draw(
      <PopupContext.Provider value={popup()}>
        <BulkView forms={forms} draftId="d" kept={undefined} />
      </PopupContext.Provider>,
    );
  const emails = () => sent.map((one) => one.kind === 'create' && one.draft.email);

  it('sends nothing before Envoke was asked who is there', async () => {
    lookUp = () => new Promise(() => undefined);
    const drawn = await drawReview();
    expect(drawn.button('Add 2 people as Not Provided').disabled).toBe(true);
    drawn.find('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    expect(sent).toEqual([]);
  });

  it('shows who is there, who has no address, and sends the others', async () => {
    const drawn = await drawReview();
    await vi.waitFor(() => expect(drawn.text()).toContain('Do not email'));
    expect(drawn.text()).toContain('Enter a whole email address');
    await drawn.click(drawn.button('Add 1 person as Not Provided'));
    await vi.waitFor(() => expect(opened).toEqual([{ name: 'outbox' }]));
    expect(emails()).toEqual(['a@x.example']);
    expect((await draftsItem.get())['7']).toEqual([]);
  });

  it('asks again on request, and can be sent without an answer', async () => {
    const answer = lookUp;
    lookUp = () => Promise.reject(new BrokerError('broker-unreachable'));
    const drawn = await drawReview();
    await vi.waitFor(() => expect(drawn.button('Add 2 people as Not Provided').disabled).toBe(false));
    lookUp = answer;
    await drawn.click(drawn.button('Try again'));
    await vi.waitFor(() => expect(drawn.button('Add 1 person as Not Provided').disabled).toBe(false));
  });

  it('selects nobody, or everybody, with one click', async () => {
    const drawn = await drawReview();
    await vi.waitFor(() => expect(drawn.button('Add 1 person as Not Provided').disabled).toBe(false));
    await drawn.click(drawn.find('input[type=checkbox]'));
    expect(drawn.button('Add 0 people').disabled).toBe(true);
    await drawn.click(drawn.find('input[type=checkbox]'));
    expect(drawn.button('Add 1 person as Not Provided').disabled).toBe(false);
  });

  it('sends nobody on plain Enter in a field or on the heading, and everybody on Ctrl+Enter', async () => {
    const drawn = await drawReview();
    await vi.waitFor(() => expect(drawn.button('Add 1 person as Not Provided').disabled).toBe(false));
    const enter = (ctrlKey = false) =>
      new KeyboardEvent('keydown', { key: 'Enter', ctrlKey, bubbles: true, cancelable: true });
    const inField = enter();
    drawn.find('li details input').dispatchEvent(inField);
    expect(inField.defaultPrevented).toBe(true);
    expect(sent).toEqual([]);
    drawn.find('h1').dispatchEvent(enter());
    expect(sent).toEqual([]);
    drawn.find('h1').dispatchEvent(enter(true));
    await vi.waitFor(() => expect(emails()).toEqual(['a@x.example']));
  });

  it('sends everybody once on a double click', async () => {
    const drawn = await drawReview();
    await vi.waitFor(() => expect(drawn.button('Add 1 person as Not Provided').disabled).toBe(false));
    for (let press = 0; press < 2; press += 1)
      drawn.find('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await vi.waitFor(() => expect(opened).toEqual([{ name: 'outbox' }]));
    expect(emails()).toEqual(['a@x.example']);
  });

  it('puts the ground of consent above the people', async () => {
    const drawn = await drawReview();
    const [ground, people] = [drawn.find('input[type=radio]'), drawn.find('ul.lines')];
    expect(ground.compareDocumentPosition(people)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('needs a description for each consent, shared or individual', async () => {
    const drawn = await drawReview();
    await vi.waitFor(() => expect(drawn.button('Add 1 person as Not Provided').disabled).toBe(false));
    await drawn.click(drawn.find('input[type=radio][value=asked]'));
    const words = [...drawn.root.querySelectorAll('textarea')].at(-1);
    if (words === undefined) throw new Error('no description');
    await drawn.type(words, ' ');
    await drawn.click(drawn.button('Add 1 person as Express'));
    expect(sent).toEqual([]);
    expect(drawn.text()).toContain('Say how consent was given');
    await drawn.type(words, 'Asked at the fair.');
    await drawn.click(drawn.button('Add 1 person as Express'));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
  });

  it('is kept as it was when the popup closes, and when it is left', async () => {
    const drawn = await drawReview();
    await vi.waitFor(() => expect(drawn.button('Add 1 person as Not Provided').disabled).toBe(false));
    await drawn.type(drawn.find<HTMLInputElement>('li details input'), 'changed@x.example');
    await drawn.click(drawn.find('input[type=radio][value=client]'));
    await vi.waitFor(async () => {
      const [kept] = (await draftsItem.get())['7'] ?? [];
      if (kept?.kind !== 'review') throw new Error('no review is kept');
      expect(kept.decision.basis).toBe('client');
      const review = unflattenReview(kept);
      expect(review.rows.map(({ form: { fields } }) => fields.email)).toEqual([
        'changed@x.example',
        'there@x.example',
        'nobody',
      ]);
      expect(flattenReview('d', review, review.decision ?? form(''))).toEqual(kept);
    });
    const kept = await draftsItem.get();
    await drawn.click(drawn.button('Back'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await draftsItem.get()).toEqual(kept);
  });
});
