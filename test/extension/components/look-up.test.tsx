// @vitest-environment happy-dom
/** What the form for one person knows of the address while writes about it wait. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AddView } from '../../../extension/entrypoints/popup/add/add-view.tsx';
import { BulkView } from '../../../extension/entrypoints/popup/bulk/bulk-view.tsx';
import {
  type Popup,
  PopupContext,
  type View,
} from '../../../extension/entrypoints/popup/context/popup-context.ts';
import { newForm } from '../../../extension/entrypoints/popup/form/add-form.ts';
import { BrokerError } from '../../../extension/lib/broker-client/broker-error.ts';
import type { OutboxItem, OutboxOperation } from '../../../extension/lib/outbox/outbox-item.ts';
import { withPending } from '../../../extension/lib/outbox/pending-contact.ts';
import { defaultSettings } from '../../../extension/lib/settings/default-settings.ts';
import type { Contact } from '../../../shared/schemas/contact.ts';
import { resetBrowser } from '../fake-browser.ts';
import { aDraft, anItem, REFUSED } from '../outbox/items.ts';
import { draw } from './draw.tsx';
import { FORM_DEFAULTS } from './form-defaults.ts';
import { person } from './people.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const UNA = person({ id: '42', email: 'una@lake.example.ca', first_name: 'Una', last_name: '' });
const UNSUBSCRIBE = {
  kind: 'unsubscribe',
  contactId: '42',
  email: UNA.email,
  said: { reason: 'Phoned.' },
} as const;
const FORM = newForm({ fields: { email: UNA.email, first_name: 'Una' } }, FORM_DEFAULTS);
const adding = (more: Partial<OutboxItem> = {}) =>
  anItem({ id: 'first', operation: aDraft(UNA.email), ...more });

describe('the address in the form', () => {
  let sent: OutboxOperation[];
  let said: string[];
  let opened: View[];

  beforeEach(() => {
    resetBrowser();
    [sent, said, opened] = [[], [], []];
  });

  async function drawForm(
    items: OutboxItem[],
    there: Contact | null = null,
    editedItemId: string | null = null,
    lookUp?: () => Promise<never>,
  ) {
    const outbox = { items, batches: [] };
    const popup = {
      account: { id: '7', recorder: { name: '', isConfirmed: true } },
      settings: defaultSettings(),
      outbox,
      laidOver: (contact: Contact, asOfMs: number) => withPending(contact, outbox, asOfMs),
      client: {
        lookUp:
          lookUp ?? (async (emails: readonly string[]) => emails.map((email) => ({ email, contact: there }))),
        lists: async () => ({ interests: [], custom_fields: [], consent_statuses: [] }),
      },
      send: async (operations: readonly OutboxOperation[]) => void sent.push(...operations),
      replace: async (_: string, operation: OutboxOperation) => void sent.push(operation),
      open: (view: View) => opened.push(view),
      announce: ({ text }: { text: string }) => said.push(text),
      home: () => undefined,
      back: () => undefined,
    } as unknown as Popup;
    return draw(
      <PopupContext.Provider value={popup}>
        <AddView form={FORM} editedItemId={editedItemId} draftId="d" kept={undefined} />
      </PopupContext.Provider>,
    );
  }

  it.each<[string, Partial<OutboxItem>]>([
    ['waits', {}],
    ['is being sent', { state: { status: 'sending' } }],
  ])('is not added a second time while its first add %s, which opens instead', async (_, how) => {
    const drawn = await drawForm([adding(how)]);
    await vi.waitFor(() => expect(drawn.text()).toContain('is saved already, and waits to be sent'));
    expect(drawn.text()).toContain('Consent: Not Provided');
    expect(drawn.text()).not.toContain('Not in Envoke yet');
    await drawn.click(drawn.button('Save as Not Provided'));
    await vi.waitFor(() => expect(said[0]).toContain('To change it, choose “Edit” above.'));
    expect(sent).toEqual([]);
    await drawn.click(drawn.button('Edit'));
    expect(opened).toMatchObject([
      { name: 'add', editedItemId: 'first', form: { fields: { email: UNA.email } } },
    ]);
  });

  it.each<[string, Partial<OutboxItem>, string | null]>([
    ['was refused', { state: { status: 'failed', failure: REFUSED } }, null],
    ['was undone', { undoneBecause: 'A slip.' }, null],
    ['is edited here', {}, 'first'],
    ['is about somebody else', { operation: aDraft('ola@lake.example.ca') }, null],
  ])('is saved where an add %s', async (_, how, editedItemId) => {
    const drawn = await drawForm([adding(how)], null, editedItemId);
    await vi.waitFor(() => expect(drawn.text()).toContain('Not in Envoke yet'));
    await drawn.click(drawn.button('Save as Not Provided'));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
  });

  it('is nobody who may be emailed while their unsubscribing waits', async () => {
    const drawn = await drawForm([anItem({ operation: UNSUBSCRIBE })], UNA);
    await vi.waitFor(() => expect(drawn.text()).toContain('Una is in Envoke: do not email'));
    expect(drawn.text()).not.toContain('OK to email');
  });

  const AWAY: [string, () => Promise<never>][] = [
    ['could not be asked', () => Promise.reject(new BrokerError('broker-unreachable'))],
    ['has not answered', () => new Promise(() => undefined)],
  ];
  const MOVED = 'una.reid@lake.example.ca';

  it.each(AWAY)(
    'is nobody who may be emailed while their unsubscribing waits and Envoke %s',
    async (_, lookUp) => {
      const drawn = await drawForm([anItem({ operation: UNSUBSCRIBE })], null, null, lookUp);
      await vi.waitFor(() => expect(drawn.text()).toContain(`${UNA.email} is in Envoke: do not email`));
      expect(drawn.text()).toContain('Unsubscribe: “Phoned.”');
      expect(drawn.text()).not.toContain('You can save');
      expect(drawn.text()).not.toContain('save as Express');
      await drawn.click(drawn.button('Save as Not Provided'));
      await vi.waitFor(() => expect(said[0]).toContain('asked to be unsubscribed'));
      expect(sent).toEqual([]);
    },
  );

  it('is known by the address that a change gives the same contact, and where it was refused', async () => {
    const refused = { status: 'failed', failure: REFUSED } as const;
    const items = [
      anItem({ id: 'u', operation: { ...UNSUBSCRIBE, email: MOVED }, state: refused }),
      anItem({ operation: { kind: 'update', contactId: '42', email: MOVED, changes: { email: UNA.email } } }),
    ];
    const drawn = await drawForm(items, null, null, AWAY[0]?.[1]);
    await vi.waitFor(() => expect(drawn.text()).toContain('The unsubscribing was refused'));
  });

  it('may be added again once the unsubscribing is over', async () => {
    const done = { status: 'done', contactId: '42', atMs: 1 } as const;
    const drawn = await drawForm([anItem({ operation: UNSUBSCRIBE, state: done })], null, null, AWAY[0]?.[1]);
    await vi.waitFor(() => expect(drawn.text()).toContain('You can save'));
  });

  it.each([
    ['answers', async () => [{ email: UNA.email, contact: UNA }], 'Do not email'],
    ...AWAY.map(([how, lookUp]) => [how, lookUp, 'Do not email: asked to be unsubscribed'] as const),
  ] as const)(
    'is nobody who may be emailed in the review of many either, where Envoke %s',
    async (_, lookUp, words) => {
      const outbox = { items: [anItem({ operation: UNSUBSCRIBE })], batches: [] };
      const popup = {
        account: { id: '7' },
        settings: defaultSettings(),
        outbox,
        laidOver: (contact: Contact, asOfMs: number) => withPending(contact, outbox, asOfMs),
        client: {
          lookUp,
          lists: async () => ({ interests: [], custom_fields: [], consent_statuses: [] }),
        },
        announce: () => undefined,
      } as unknown as Popup;
      const drawn = await draw(
        <PopupContext.Provider value={popup}>
          <BulkView forms={[FORM]} draftId="d" kept={undefined} />
        </PopupContext.Provider>,
      );
      await vi.waitFor(() => expect(drawn.text()).toContain(words));
      expect(drawn.text()).not.toContain('OK to email');
      expect(drawn.button('Add 0 people').disabled).toBe(true);
    },
  );
});
