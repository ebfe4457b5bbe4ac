/** What is saved before the browser tells what an administrator allows: on disk at once, and not sent before that is known. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createMessageHandlers } from '../../../extension/lib/background/message-handlers.ts';
import { draftsItem, keepDraft } from '../../../extension/lib/memory/drafts-item.ts';
import type { MessageHandlers } from '../../../extension/lib/messages/listener.ts';
import { retryItems } from '../../../extension/lib/outbox/outbox-commands.ts';
import type { OutboxItem, OutboxOperation } from '../../../extension/lib/outbox/outbox-item.ts';
import { createOutboxSender, type OutboxSender } from '../../../extension/lib/outbox/outbox-sender.ts';
import { loadOutbox, readItem } from '../../../extension/lib/outbox/outbox-store.ts';
import type { WriteClient } from '../../../extension/lib/outbox/send-item.ts';
import { keepAccount } from '../../../extension/lib/session/accounts.ts';
import { managedCopyItem } from '../../../extension/lib/settings/settings-items.ts';
import { person } from '../components/people.ts';
import { resetBrowser, setManaged, setManagedLate } from '../fake-browser.ts';
import { aDraft } from './items.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const NOW = 1_795_000_000_000;
const UNSUBSCRIBE: OutboxOperation = {
  kind: 'unsubscribe',
  contactId: '42',
  email: 'ana@lake.example.ca',
  said: { reason: 'She phoned.' },
};
const EXPRESS: OutboxOperation = {
  kind: 'create',
  draft: { email: 'new@lake.example.ca', consent_status: 'Express', consent_description: 'Asked.' },
};

describe('what is saved before the policy is known', () => {
  let sent: string[];
  let alarm: string[];
  let clientOf: (accountId: string) => Promise<WriteClient | null>;
  let sender: OutboxSender;
  let handlers: MessageHandlers;

  beforeEach(async () => {
    resetBrowser();
    await keepAccount({
      id: '7',
      name: 'Harbourview',
      brokerUrl: 'https://broker.example.ca',
      ...{ state: 'active', sessionToken: 'token', keyId: 'key' },
      ...{ sessionExpiresAt: 2_000_000_000, connectionExpiresAt: 2_000_000_000 },
    });
    sent = [];
    alarm = [];
    const note = async (who: string) => {
      sent.push(who);
      return person({ id: '42' });
    };
    const client: Partial<WriteClient> = {
      createContact: ({ email, person: by = '' }) => note(`${email} by ${by}`),
      unsubscribe: (id) => note(`unsubscribe ${id}`),
      lookUp: async (emails) => emails.map((email) => ({ email, contact: null })),
    };
    clientOf = async () => client as WriteClient;
    const effects = { now: () => NOW, sleep: async () => undefined };
    sender = createOutboxSender({
      ...effects,
      clientOf: (accountId) => clientOf(accountId),
      alarm: { set: async () => void alarm.push('set'), clear: async () => void alarm.push('cleared') },
    });
    handlers = createMessageHandlers(
      { ...effects, fetch, isOnline: () => true } as Parameters<typeof createMessageHandlers>[0],
      sender,
      async () => undefined,
    );
  });

  const add = (operations: readonly OutboxOperation[], more: { draftId?: string; batch?: boolean } = {}) =>
    handlers['outbox/add']({ accountId: '7', operations, batch: false, ...more });
  const stored = async () => (await loadOutbox()).items;
  const one = async (): Promise<OutboxItem> => {
    const [item] = await stored();
    if (item === undefined) throw new Error('nothing is stored');
    return item;
  };

  it.each([
    ['an add', EXPRESS],
    ['an unsubscribing', UNSUBSCRIBE],
  ])('is on disk, and its draft is gone: %s', async (_, operation) => {
    setManagedLate({});
    await keepDraft('7', { id: 'd', kind: 'paste', text: 'as it was typed' });
    expect(await add([operation], { draftId: 'd' })).toMatchObject({ ok: true });
    expect(await stored()).toMatchObject([{ operation, state: { status: 'waiting' } }]);
    expect((await draftsItem.get())['7']).toEqual([]);
  });

  it('does not leave before it is known, and then with the name that the policy gives', async () => {
    const tell = setManagedLate({ recordName: 'Ginette B.' });
    await add([EXPRESS]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sent).toEqual([]);
    tell();
    await vi.waitFor(() => expect(sent).toEqual(['new@lake.example.ca by Ginette B.']));
  });

  it('is not held up where no policy could forbid it', async () => {
    setManagedLate({});
    await add([UNSUBSCRIBE]);
    await vi.waitFor(() => expect(sent).toEqual(['unsubscribe 42']));
  });

  it.each<[what: string, policy: object, operations: OutboxOperation[], refusal: string]>([
    ['its status', { allowedConsentStatuses: ['Not Provided'] }, [EXPRESS], 'not-allowed'],
    ['several at once', { bulk: false }, [aDraft('a@example.ca'), aDraft('b@example.ca')], 'not-allowed'],
    ['what nobody signs', { recordNameRequired: true }, [EXPRESS], 'name-needed'],
  ])(
    'goes to the person, and not to Envoke, where the policy forbids %s',
    async (_, policy, operations, refusal) => {
      const tell = setManagedLate({ ...policy });
      await add(operations, { batch: operations.length > 1 });
      tell();
      await sender.send();
      expect(sent).toEqual([]);
      for (const { state } of await stored())
        expect(state).toMatchObject({ status: 'failed', failure: { refusal } });
    },
  );

  it('is asked about again at a second try', async () => {
    const tell = setManagedLate({ allowedConsentStatuses: ['Not Provided'] });
    await add([EXPRESS]);
    tell();
    await sender.send();
    await retryItems({ itemIds: [(await one()).id] });
    await sender.send();
    expect((await one()).state.status).toBe('failed');
    setManaged({});
    await retryItems({ itemIds: [(await one()).id] });
    await sender.send();
    expect((await one()).state.status).toBe('done');
    expect(sent).toHaveLength(1);
  });

  it('is not refused for what was remembered', async () => {
    await managedCopyItem.set({ allowedConsentStatuses: ['Not Provided'] });
    const tell = setManagedLate({});
    expect(await add([EXPRESS])).toMatchObject({ ok: true });
    tell();
    await sender.send();
    expect(sent).toHaveLength(1);
  });

  it('takes an edit as well, which is not sent before it is known either', async () => {
    clientOf = async () => null;
    await add([aDraft('new@lake.example.ca')]);
    const { id } = await one();
    const tell = setManagedLate({ allowedConsentStatuses: ['Not Provided'] });
    await keepDraft('7', { id: 'd', kind: 'paste', text: 'as it was typed' });
    const edit = { itemId: id, operation: EXPRESS, draftId: 'd' };
    expect(await handlers['outbox/edit'](edit)).toMatchObject({ ok: true });
    expect((await readItem(id))?.operation).toEqual(EXPRESS);
    expect((await draftsItem.get())['7']).toEqual([]);
    clientOf = async () => ({}) as WriteClient;
    tell();
    await sender.send();
    expect((await one()).state).toMatchObject({ status: 'failed', failure: { refusal: 'not-allowed' } });
  });

  it('wakes the background again while it is not known who has a session', async () => {
    setManagedLate({});
    clientOf = () => new Promise(() => undefined);
    await add([EXPRESS]);
    await vi.waitFor(() => expect(alarm).toEqual(['set']));
  });

  it('is taken back when its draft is discarded while it is being saved', async () => {
    setManagedLate({});
    await keepDraft('7', { id: 'd', kind: 'paste', text: 'as it was typed' });
    const saving = add([EXPRESS, aDraft('b@example.ca')], { draftId: 'd' });
    const discarded = handlers['outbox/discard-draft']({ accountId: '7', draftId: 'd', takesBack: true });
    expect(await saving).toMatchObject({ ok: true });
    expect(await discarded).toMatchObject({ ok: true, value: { takenOut: 2, kept: [] } });
    expect(await stored()).toEqual([]);
  });
});
