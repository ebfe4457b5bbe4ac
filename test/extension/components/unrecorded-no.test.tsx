// @vitest-environment happy-dom
/** A no of somebody whom Envoke has: nothing says that it is recorded before it is, and it leads to where it will be. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AddView } from '../../../extension/entrypoints/popup/add/add-view.tsx';
import { BulkView } from '../../../extension/entrypoints/popup/bulk/bulk-view.tsx';
import {
  type Popup,
  PopupContext,
  type View,
} from '../../../extension/entrypoints/popup/context/popup-context.ts';
import { newForm } from '../../../extension/entrypoints/popup/form/add-form.ts';
import type { AddForm } from '../../../extension/entrypoints/popup/form/form-fields.ts';
import { BrokerError } from '../../../extension/lib/broker-client/broker-error.ts';
import type { OutboxItem, OutboxOperation } from '../../../extension/lib/outbox/outbox-item.ts';
import { withPending } from '../../../extension/lib/outbox/pending-contact.ts';
import { defaultSettings } from '../../../extension/lib/settings/default-settings.ts';
import type { FormAnswer } from '../../../shared/form-answer.ts';
import type { Contact } from '../../../shared/schemas/contact.ts';
import { resetBrowser } from '../fake-browser.ts';
import { anItem, REFUSED } from '../outbox/items.ts';
import { type Drawn, draw } from './draw.tsx';
import { FORM_DEFAULTS } from './form-defaults.ts';
import { person, UNSUBSCRIBED } from './people.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const QUESTION = 'Newsletter';
const NO: FormAnswer = { optIn: false, question: QUESTION };
const REASON = 'Form or list “Newsletter”: no.';
const UNRECORDED = 'Envoke has not recorded this, and may still send to this person.';
const KEPT = 'The contact is kept, but not emailed.';
const UNA = person({ id: '42', email: 'una@lake.example.ca', first_name: 'Una', last_name: '' });
const withStatus = (status: string): Contact => ({ ...UNA, consent: { ...UNSUBSCRIBED, status } });

const answered = (email: string, answer?: FormAnswer): AddForm => ({
  ...newForm({ fields: { email, first_name: 'Una', phone: '613-555-0142' } }, FORM_DEFAULTS),
  ...(answer && { answer }),
});
const waitingExpress = anItem({
  id: 'first',
  operation: {
    kind: 'create',
    draft: { email: UNA.email, consent_status: 'Express', consent_description: 'Asked us.' },
  },
});
const unsubscribing = (state: OutboxItem['state']) =>
  anItem({
    operation: { kind: 'unsubscribe', contactId: '42', email: UNA.email, said: { reason: 'Phoned.' } },
    state,
  });

let sent: OutboxOperation[];
let said: string[];
let opened: View[];
let items: OutboxItem[];
let lookUp: (email: string) => Promise<Contact | null>;

beforeEach(() => {
  resetBrowser();
  [sent, said, opened, items] = [[], [], [], []];
  lookUp = async (email) => (email === UNA.email ? UNA : null);
});

function popup(): Popup {
  const outbox = { items, batches: [] };
  return {
    account: { id: '7', recorder: { name: '', isConfirmed: true } },
    settings: defaultSettings(),
    outbox,
    laidOver: (contact: Contact, asOfMs: number) => withPending(contact, outbox, asOfMs),
    client: {
      lookUp: (emails: readonly string[]) =>
        Promise.all(emails.map(async (email) => ({ email, contact: await lookUp(email) }))),
      lists: async () => ({ interests: [], custom_fields: [], consent_statuses: [] }),
    },
    send: async (operations: readonly OutboxOperation[]) => {
      sent.push(...operations);
      return { tone: 'good', text: 'Saved.' };
    },
    open: (view: View) => opened.push(view),
    announce: (what: { text: string } | null) => what && said.push(what.text),
    home: () => undefined,
    back: () => undefined,
  } as unknown as Popup;
}
const inPopup = (node: Parameters<typeof draw>[0]) =>
  draw(<PopupContext.Provider value={popup()}>{node}</PopupContext.Provider>);
const drawForm = (answer: FormAnswer | null = NO) =>
  inPopup(
    <AddView
      form={answered(UNA.email, answer ?? undefined)}
      editedItemId={null}
      draftId="d"
      kept={undefined}
    />,
  );
const buttons = ({ root }: Drawn) => [...root.querySelectorAll('button')].map((one) => one.textContent);

describe('a no in the form, of somebody who may be emailed', () => {
  it.each([
    ['Express', 'yes'],
    ['Implied - Inquiry', 'yes'],
    ['Of another time', 'unknown'],
  ] as const)('is said not to be recorded, and leads to the unsubscribing: %s', async (status, mailable) => {
    lookUp = async () => ({ ...UNA, consent: { ...UNA.consent, status, mailable } });
    const drawn = await drawForm();
    await vi.waitFor(() => expect(drawn.text()).toContain(UNRECORDED));
    expect(drawn.text()).not.toContain(KEPT);
    const [notice, ...others] = [...drawn.root.querySelectorAll('.notice')].map((one) => one.textContent);
    expect(notice).toContain('The form or list says: “Newsletter”The answer is no.');
    expect(notice).toContain('Una is already in Envoke');
    expect(others).toEqual([]);
    await drawn.click(drawn.button('Unsubscribe…'));
    expect(opened).toMatchObject([{ name: 'contact', contact: { id: '42' }, reason: REASON }]);
    expect(sent).toEqual([]);
  });

  it('is not said to be recorded by what fills the gaps, which then leads to the unsubscribing', async () => {
    const drawn = await drawForm();
    await vi.waitFor(() => expect(buttons(drawn)).toContain('Fill in 1 field'));
    await drawn.click(drawn.button('Save as Not Provided'));
    await vi.waitFor(() => expect(said).toHaveLength(1));
    expect(said[0]).toContain('To record a no, choose “Unsubscribe…” above.');
    expect(said[0]).not.toContain('Fill in');
    await drawn.click(drawn.button('Fill in 1 field'));
    await vi.waitFor(() => expect(opened).toMatchObject([{ name: 'contact', reason: REASON }]));
    expect(sent).toMatchObject([{ kind: 'update', changes: { phone: '613-555-0142' } }]);
    expect(said[1]).toBe('Saved.');
  });

  it('is no unsubscribing by itself where it is not clear', async () => {
    const drawn = await drawForm({ ...NO, unclear: 'Yes, but later' });
    await vi.waitFor(() =>
      expect(drawn.text()).toContain('If they want no more emails, choose “Unsubscribe…”.'),
    );
    expect(sent).toEqual([]);
  });

  it('says nothing that depends on the look-up before its answer', async () => {
    lookUp = () => new Promise(() => undefined);
    const drawn = await drawForm();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(drawn.find('.notice').textContent).toBe('The form or list says: “Newsletter”The answer is no.');
  });

  it.each<[string, Contact | Error | null, string]>([
    ['kept without consent where Envoke does not have them', null, KEPT],
    [
      'not said to be kept where Envoke could not be asked',
      new BrokerError('offline'),
      'If Envoke has this person',
    ],
    ['theirs already who unsubscribed', withStatus('Revoked'), 'already has the status Revoked'],
    ['theirs already who gave none', withStatus('Not Provided'), 'already has the status Not Provided'],
  ])('is %s', async (_, there, words) => {
    lookUp = async () => {
      if (there instanceof Error) throw there;
      return there;
    };
    const drawn = await drawForm();
    await vi.waitFor(() => expect(drawn.text()).toContain(words));
    expect(drawn.text().includes(KEPT)).toBe(words === KEPT);
    expect(drawn.text()).not.toContain(UNRECORDED);
    expect(buttons(drawn)).not.toContain('Unsubscribe…');
  });

  it.each<[string, OutboxItem['state'], string]>([
    ['waits', { status: 'waiting' }, 'Envoke does not have it yet and may still send'],
    ['was refused', { status: 'failed', failure: REFUSED }, 'The unsubscribing was refused'],
  ])('is not said to be in Envoke while the unsubscribing %s', async (_, state, words) => {
    items = [unsubscribing(state)];
    const drawn = await drawForm();
    await vi.waitFor(() => expect(drawn.text()).toContain(words));
    expect(drawn.text()).not.toContain('already has the status');
  });

  it('leads to the add that waits with a consent, which opens without it', async () => {
    lookUp = async () => null;
    items = [waitingExpress];
    const drawn = await drawForm();
    await vi.waitFor(() => expect(drawn.text()).toContain('What waits does not say so.'));
    expect(drawn.text()).not.toContain(KEPT);
    await drawn.click(drawn.button('Edit'));
    const [view] = opened;
    if (view?.name !== 'add') throw new Error('no form opened');
    expect(view.editedItemId).toBe('first');
    const edit = await inPopup(
      <AddView form={view.form} editedItemId="first" draftId="e" kept={undefined} />,
    );
    expect(buttons(edit)).toContain('Save as Not Provided');
    expect(edit.find<HTMLTextAreaElement>('textarea').value).toContain(REASON);
  });

  it.each<FormAnswer | null>([null, { optIn: true, question: QUESTION }])(
    'is not read where the answer is %j',
    async (answer) => {
      const drawn = await drawForm(answer);
      await vi.waitFor(() => expect(drawn.text()).toContain('OK to email'));
      expect(drawn.text()).not.toContain(UNRECORDED);
      expect(buttons(drawn)).not.toContain('Unsubscribe…');
    },
  );
});

describe('the answers of a list', () => {
  const YES: FormAnswer = { optIn: true, question: QUESTION };
  const drawList = (...forms: AddForm[]) => inPopup(<BulkView forms={forms} draftId="d" kept={undefined} />);

  it('count only for those who are added, and name the others with the way to record it', async () => {
    const drawn = await drawList(
      answered('new.no@lake.example.ca', NO),
      answered(UNA.email, NO),
      answered(UNA.email, NO),
      answered('new.yes@lake.example.ca', YES),
    );
    await vi.waitFor(() => expect(drawn.text()).toContain('1 person said no: kept as Not Provided.'));
    expect(drawn.text()).toContain('1 yes, 2 no, 0 without an answer.');
    expect(drawn.text()).toContain('Envoke may still send to 1 person whose answer is not a yes');
    expect(drawn.text()).toContain('The answer here is not a yes, and is not recorded.');
    await drawn.click(drawn.button('Unsubscribe… Una'));
    expect(opened).toMatchObject([{ name: 'contact', contact: { id: '42' }, reason: REASON }]);
    expect(sent).toEqual([]);
  });

  it('count no yes of somebody whom Envoke has as unsubscribed', async () => {
    lookUp = async (email) => (email === UNA.email ? withStatus('Revoked') : null);
    const drawn = await drawList(answered(UNA.email, YES), answered('new.yes@lake.example.ca', YES));
    await vi.waitFor(() => expect(buttons(drawn)).toContain('Yes counts: 1 as Express'));
    expect(drawn.text()).toContain('Day for 1 person whose yes has no date');
  });

  it('say nothing that depends on the look-up before its answer', async () => {
    lookUp = () => new Promise(() => undefined);
    const drawn = await drawList(answered('new.no@lake.example.ca', NO), answered(UNA.email, YES));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(drawn.text()).toContain('1 yes, 1 no, 0 without an answer.');
    expect(drawn.text()).not.toContain('said no');
    expect(buttons(drawn).join()).not.toContain('Yes counts');
  });

  it('are said to be recorded of nobody whom Envoke may have where it could not be asked', async () => {
    lookUp = () => Promise.reject(new BrokerError('broker-unreachable'));
    const drawn = await drawList(answered('new.no@lake.example.ca', NO), answered(UNA.email, YES));
    await vi.waitFor(() => expect(drawn.text()).toContain('their answer is not recorded there.'));
  });

  it('add nobody a second time whose add waits, and lead a no to it', async () => {
    lookUp = async () => null;
    items = [waitingExpress];
    const drawn = await drawList(answered(UNA.email, NO), answered('new.yes@lake.example.ca', YES));
    await vi.waitFor(() => expect(drawn.text()).toContain('waits to be sent: not added again.'));
    expect(drawn.text()).not.toContain('said no');
    await drawn.click(drawn.button('Edit what waits Una'));
    expect(opened).toMatchObject([{ name: 'add', editedItemId: 'first', form: { answer: NO } }]);
  });

  it('fold away the names of a long list', async () => {
    const emails = Array.from({ length: 7 }, (_, at) => `p${at}@lake.example.ca`);
    lookUp = async (email) => ({ ...UNA, id: email.replace(/\D/g, '9'), email });
    const drawn = await drawList(...emails.map((email) => answered(email, NO)));
    await vi.waitFor(() => expect(drawn.text()).toContain('Envoke may still send to 7 people'));
    expect(drawn.find('.notice details summary').textContent).toBe('2 more');
  });
});
