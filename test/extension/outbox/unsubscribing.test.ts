/** Unsubscribing goes through the outbox: kept before it is sent, ahead of everything else, never blocked. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BrokerError } from '../../../extension/lib/broker-client/broker-error.ts';
import { parseMessage } from '../../../extension/lib/messages/parse-message.ts';
import { addToOutbox } from '../../../extension/lib/outbox/outbox-commands.ts';
import type { OutboxItem, OutboxOperation } from '../../../extension/lib/outbox/outbox-item.ts';
import { nextStep } from '../../../extension/lib/outbox/outbox-queue.ts';
import { loadOutbox, writeNew } from '../../../extension/lib/outbox/outbox-store.ts';
import { withPending } from '../../../extension/lib/outbox/pending-contact.ts';
import { requeue } from '../../../extension/lib/outbox/requeue.ts';
import { sendItem, type WriteClient } from '../../../extension/lib/outbox/send-item.ts';
import { unsubscribingOf, withConsent } from '../../../extension/lib/outbox/shown-consent.ts';
import { person } from '../components/people.ts';
import { resetBrowser, setManaged } from '../fake-browser.ts';
import { anItem, REFUSED } from './items.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const NOW = 1_795_000_000_000;
const AT = { contactId: '42', email: 'a@example.ca' };
const UNSUBSCRIBE: OutboxOperation = { kind: 'unsubscribe', ...AT, said: { reason: 'She phoned' } };
const CONSENT: OutboxOperation = {
  kind: 'update',
  ...AT,
  changes: { consent_status: 'Express', consent_description: 'Asked', consent_confirmed: true },
};

const add = (operation: OutboxOperation) =>
  addToOutbox({ accountId: '7', operations: [operation], batch: false, isHeld: true }, NOW);
const stored = async () => (await loadOutbox()).items;
const next = async (nowMs = NOW) => {
  const step = nextStep(await loadOutbox(), '7', 0, nowMs);
  return step.kind === 'send' ? step.item.operation.kind : step.kind;
};
const clientThat = (client: Partial<WriteClient>) => client as WriteClient;

describe('unsubscribing', () => {
  beforeEach(resetBrowser);

  it('is taken by the background with its reason, and not without', () => {
    const message = (operation: object) => ({
      type: 'outbox/add',
      payload: { accountId: '7', operations: [operation], batch: false },
    });
    expect(parseMessage(message(UNSUBSCRIBE))).not.toBeNull();
    expect(parseMessage(message({ kind: 'unsubscribe', ...AT, said: {} }))).toBeNull();
  });

  it('is kept, with the reason and one key, until the broker answers', async () => {
    await add(UNSUBSCRIBE);
    const [item] = await stored();
    const unsubscribe = vi.fn<WriteClient['unsubscribe']>();
    unsubscribe.mockRejectedValueOnce(new BrokerError('broker-unreachable'));
    await sendItem(clientThat({ unsubscribe }), item?.id ?? '', () => NOW);
    expect(unsubscribingOf('42', await stored())).toMatchObject({ reason: 'She phoned', isRefused: false });
    unsubscribe.mockResolvedValueOnce(person({ id: '42' }));
    await sendItem(clientThat({ unsubscribe }), item?.id ?? '', () => NOW);
    const sent = ['42', { reason: 'She phoned' }, { idempotencyKey: item?.idempotencyKey }];
    expect(unsubscribe.mock.calls).toEqual([sent, sent]);
    expect(await stored()).toMatchObject([{ state: { status: 'done', contactId: '42' } }]);
    expect(unsubscribingOf('42', await stored())).toBeUndefined();
  });

  it('that Envoke does not allow is kept for the person, who stays nobody to be emailed, and is tried again with its key', async () => {
    await add(UNSUBSCRIBE);
    const [item] = await stored();
    const unsubscribe = vi.fn<WriteClient['unsubscribe']>();
    unsubscribe.mockRejectedValueOnce(new BrokerError('envoke-forbids'));
    await sendItem(clientThat({ unsubscribe }), item?.id ?? '', () => NOW);
    expect(await next()).toBe('idle');
    const [refused] = await stored();
    expect(refused).toMatchObject({ state: { status: 'failed', failure: { slug: 'envoke-forbids' } } });
    expect(unsubscribingOf('42', await stored())).toMatchObject({ isRefused: true });
    expect(
      withPending(person({ id: '42' }), { items: await stored(), batches: [] }, NOW).consent.mailable,
    ).toBe('no');
    await requeue([item?.id ?? '']);
    expect(await stored()).toMatchObject([
      { state: { status: 'waiting' }, idempotencyKey: item?.idempotencyKey },
    ]);
  });

  it('goes ahead of what was saved before, and nothing else about the person goes while it waits', async () => {
    const tag: OutboxOperation = { kind: 'interests', ...AT, changes: { set: ['Board'] } };
    const other: OutboxOperation = { ...tag, contactId: '43' };
    await writeNew([anItem({ id: 'tag', operation: tag }), anItem({ id: 'other', operation: other })], null);
    await add(UNSUBSCRIBE);
    expect(await next()).toBe('unsubscribe');
    const waiting = (item: OutboxItem) =>
      item.operation.kind === 'unsubscribe' ? { ...item, notBeforeMs: NOW + 60_000, attempts: 3 } : item;
    await writeNew((await stored()).map(waiting), null);
    const step = nextStep(await loadOutbox(), '7', 0, NOW);
    expect(step).toMatchObject({ kind: 'send', item: { id: 'other' } });
  });

  it('takes back a consent that was recorded before it and not sent yet', async () => {
    await add(CONSENT);
    await add(UNSUBSCRIBE);
    const createdLater = (await stored()).map((item) =>
      item.operation.kind === 'update' ? { ...item, createdAtMs: NOW - 1 } : item,
    );
    await writeNew(createdLater, null);
    await add(UNSUBSCRIBE);
    const [consent] = await stored();
    expect(consent).toMatchObject({ operation: CONSENT, undoneBecause: 'She phoned' });
  });

  it('needs no name of whoever records it, though the settings require one for the rest', async () => {
    setManaged({ recordNameRequired: true });
    expect(await add(CONSENT)).toEqual({ ok: false, refusal: 'name-needed' });
    expect(await add(UNSUBSCRIBE)).toMatchObject({ ok: true });
  });

  it('is shown as refused where it was', () => {
    const refused = anItem({ operation: UNSUBSCRIBE, state: { status: 'failed', failure: REFUSED } });
    expect(unsubscribingOf('42', [refused])?.isRefused).toBe(true);
    expect(unsubscribingOf('43', [refused])).toBeUndefined();
  });
});

describe('a contact whose consent is being changed', () => {
  const MAILABLE = {
    status: 'Express',
    description: '',
    effective_date: '',
    ends_on: null,
    mailable: 'yes',
  } as const;

  it('is not shown as somebody who may be emailed once a change takes that away', () => {
    const contact = person({ consent: MAILABLE });
    const anew = withConsent(contact, {
      consent_status: 'Not Provided',
      consent_description: 'Another person',
    });
    expect(anew.consent).toMatchObject({ status: 'Not Provided', mailable: 'no' });
    expect(withConsent(contact, { city: 'Hull' })).toEqual(contact);
  });

  it('is not shown as somebody who may be emailed before Envoke has the consent', () => {
    const contact = person({ consent: { ...MAILABLE, status: 'Revoked', mailable: 'no' } });
    expect(withConsent(contact, { consent_status: 'Express' }).consent.mailable).toBe('no');
  });
});
