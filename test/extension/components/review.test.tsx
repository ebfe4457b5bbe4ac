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
import type { Settings } from '../../../extension/lib/settings/settings.ts';
import type { ContactField } from '../../../shared/contact-fields.ts';
import { resetBrowser } from '../fake-browser.ts';
import { type Drawn, draw } from './draw.tsx';
import { FORM_DEFAULTS } from './form-defaults.ts';
import { person, UNSUBSCRIBED } from './people.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const form = (email: string, first_name = '') => newForm({ fields: { email, first_name } }, FORM_DEFAULTS);
const rowOf = (drawn: Drawn, at: number): Element => {
  const row = drawn.root.querySelectorAll('li')[at];
  if (row === undefined) throw new Error(`no row ${at}`);
  return row;
};
const fieldOf = (row: Element, label: string): HTMLInputElement => {
  const found = [...row.querySelectorAll('label')].find(({ textContent }) => textContent === label);
  const field = found === undefined ? null : row.querySelector<HTMLInputElement>(`[id="${found.htmlFor}"]`);
  if (field === null) throw new Error(`no field ${label}`);
  return field;
};
const THERE = person({ email: 'there@x.example', consent: UNSUBSCRIBED });

it('takes as many people as one bulk add may have, and says how many it left', () => {
  const { rows, left } = newReview(
    Array.from({ length: 501 }, (_, index) => form(`p${index}@x.example`)),
    undefined,
    FORM_DEFAULTS,
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
    changes = {};
    lookUp = async (emails) =>
      emails.map((email) => ({ email, contact: email === THERE.email ? THERE : null }));
  });

  /** The parts that the view reaches for. */
  let changes: Partial<Settings>;
  const popup = () =>
    ({
      account: { id: '7' },
      settings: { ...defaultSettings(), ...changes },
      outbox: { items: [], batches: [] },
      laidOver: (contact: unknown) => contact,
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
  const drawReview = (
    forms = [form('a@x.example', 'Amélie'), form('there@x.example'), form('nobody')],
    fromText = false,
  ) =>
    draw(
      <PopupContext.Provider value={popup()}>
        <BulkView forms={forms} draftId="d" kept={undefined} fromText={fromText} />
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

  it('sends nobody with a status that the settings do not allow, and marks whose it is', async () => {
    changes = { allowedConsentStatuses: ['Express'] };
    const answer = { optIn: false };
    const drawn = await drawReview([form('a@x.example'), { ...form('b@x.example'), answer }]);
    await drawn.click(drawn.find('input[value=asked]'));
    await vi.waitFor(() => expect(drawn.button('Add 2 people').disabled).toBe(false));
    await drawn.click(drawn.button('Add 2 people'));
    const row = rowOf(drawn, 1);
    await vi.waitFor(() => expect(row.querySelector('select[aria-invalid=true]')).not.toBeNull());
    expect(row.textContent).toContain('The settings do not allow “Not Provided”.');
    expect(sent).toEqual([]);
    await drawn.click(row.querySelector('input[type=checkbox]') as HTMLElement);
    await drawn.click(drawn.button('Add 1 person as Express'));
    await vi.waitFor(() => expect(emails()).toEqual(['a@x.example']));
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

  describe('with an organization that Envoke cannot take', () => {
    const LONG = 'Association canadienne des musées ruraux et des centres du patrimoine';
    const works = (email: string, company: string, more: Partial<Record<ContactField, string>> = {}) =>
      newForm({ fields: { email, company, ...more } }, FORM_DEFAULTS);
    const three = [works('a@x.example', 'Elm'), works('b@x.example', LONG), works('c@x.example', LONG)];
    const drawLong = async (forms = three) => {
      const drawn = await drawReview(forms);
      await vi.waitFor(() => expect(drawn.button('Show what to correct').disabled).toBe(false));
      return drawn;
    };
    const companies = (drawn: Drawn) =>
      [...drawn.root.querySelectorAll('li')].map((row) => fieldOf(row, 'Company').value);

    it('says how many are added and how many need a correction, and names the field', async () => {
      const drawn = await drawLong();
      expect(drawn.text()).toContain('1 person will be added. 2 people need a correction.');
      expect(drawn.text()).toContain('Too long for Envoke: Company');
    });

    it('sends nobody, and opens the first field at fault', async () => {
      const drawn = await drawLong();
      await drawn.click(drawn.button('Show what to correct'));
      await vi.waitFor(() => expect(document.activeElement).toBe(fieldOf(rowOf(drawn, 1), 'Company')));
      expect(document.activeElement?.closest('details')?.open).toBe(true);
      expect(sent).toEqual([]);
    });

    it('sends the others once those at fault are left out', async () => {
      const drawn = await drawLong();
      for (const at of [1, 2]) await drawn.click(rowOf(drawn, at).querySelector('input') ?? drawn.root);
      await drawn.click(drawn.button('Add 1 person as Not Provided'));
      await vi.waitFor(() => expect(emails()).toEqual(['a@x.example']));
    });

    it('offers a correction to all others with the same value, and gives it to them on request only', async () => {
      const drawn = await drawLong();
      await drawn.type(fieldOf(rowOf(drawn, 1), 'Company'), 'Rural Museums');
      expect(companies(drawn)).toEqual(['Elm', 'Rural Museums', LONG]);
      await drawn.click(drawn.button('Company: use this for 1 other person too'));
      expect(companies(drawn)).toEqual(['Elm', 'Rural Museums', 'Rural Museums']);
      expect(document.activeElement?.tagName).toBe('SUMMARY');
      await drawn.click(drawn.button('Add 3 people as Not Provided'));
      await vi.waitFor(() => expect(sent).toHaveLength(3));
    });

    it('asks for no correction of somebody who is not sent', async () => {
      const drawn = await drawReview([works('a@x.example', 'Elm'), works(THERE.email, LONG)]);
      await vi.waitFor(() => expect(drawn.button('Add 1 person as Not Provided').disabled).toBe(false));
      expect(drawn.root.querySelector('[aria-invalid=true]')).toBeNull();
    });

    it('shows each field that Envoke would store, so that every one of them can be corrected', async () => {
      const more = { phone: '613-555-0142', city: 'Saint-Jean-sur-Richelieu', language: 'fr' };
      const drawn = await drawLong([works('a@x.example', 'Elm', more), form('b@x.example')]);
      expect(fieldOf(rowOf(drawn, 0), 'Phone').value).toBe('613-555-0142');
      await drawn.type(fieldOf(rowOf(drawn, 0), 'City'), '');
      await drawn.type(fieldOf(rowOf(drawn, 0), 'City'), 'Saint-Jean');
      await drawn.type(fieldOf(rowOf(drawn, 0), 'Phone'), '613-555-0199');
      await drawn.click(drawn.button('Add 2 people as Not Provided'));
      await vi.waitFor(() =>
        expect(sent[0]).toMatchObject({ draft: { city: 'Saint-Jean', phone: '613-555-0199' } }),
      );
    });
  });

  it('goes to the condition that a ground lacks', async () => {
    const drawn = await drawReview();
    await vi.waitFor(() => expect(drawn.button('Add 1 person as Not Provided').disabled).toBe(false));
    await drawn.click(drawn.find('input[type=radio][value=published]'));
    const [first, second] = drawn.root.querySelectorAll<HTMLInputElement>('section [type=checkbox]');
    await drawn.click(first ?? drawn.root);
    await drawn.click(drawn.button('Add 1 person as Implied - No Expiry'));
    await vi.waitFor(() => expect(document.activeElement).toBe(second));
    expect(sent).toEqual([]);
  });

  it.each([
    ['nothing of people of a page', false, []],
    ['pasted people', true, ['d']],
  ])('keeps %s while nothing is changed', async (_, fromText, ids) => {
    const drawn = await drawReview(undefined, fromText);
    await vi.waitFor(() => expect(drawn.button('Add 1 person as Not Provided').disabled).toBe(false));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(((await draftsItem.get())['7'] ?? []).map(({ id }) => id)).toEqual(ids);
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
