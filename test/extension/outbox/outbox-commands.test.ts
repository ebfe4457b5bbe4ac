/** What a person can do with the outbox, and what is refused. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { controlBatch } from '../../../extension/lib/outbox/outbox-batches.ts';
import { removeOldItems, removeSettledItems } from '../../../extension/lib/outbox/outbox-cleaning.ts';
import {
  addToOutbox,
  dropItems,
  editItem,
  retryItems,
} from '../../../extension/lib/outbox/outbox-commands.ts';
import {
  type OutboxItem,
  type OutboxOperation,
  type OutboxState,
  statusOf,
} from '../../../extension/lib/outbox/outbox-item.ts';
import { nextStep } from '../../../extension/lib/outbox/outbox-queue.ts';
import type { EditRequest } from '../../../extension/lib/outbox/outbox-requests.ts';
import { changeItem, loadOutbox, readItem } from '../../../extension/lib/outbox/outbox-store.ts';
import { keepAccount, nameRecorder } from '../../../extension/lib/session/accounts.ts';
import { browser, resetBrowser, setManaged } from '../fake-browser.ts';
import { aDraft } from './items.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const NOW = 1_000_000;
const NOT_ALLOWED = { ok: false, refusal: 'not-allowed' };
const THERE = { contactId: '12', email: 'there@example.ca' };
const withStatus = (consent_status: 'Express' | 'Not Provided'): OutboxOperation => ({
  kind: 'create',
  draft: { email: 'new@example.ca', consent_status, consent_description: 'Asked at the fair.' },
});
const failure = (slug: 'contact-rejected' | 'write-uncertain') => ({
  slug,
  requestId: 'r',
  envokeErrors: [],
  errors: [],
  contact: null,
});

async function add(count: number, batch = count > 1) {
  const operations = Array.from({ length: count }, (_, index) => aDraft(`p${index}@example.ca`));
  const answer = await addToOutbox({ accountId: '7', operations, batch }, NOW);
  if (!answer.ok) throw new Error(answer.refusal);
  const [itemId = ''] = answer.value.itemIds;
  return { ...answer.value, itemId, batchId: answer.value.batchId ?? '' };
}

/** Of none of these has anything left, so nobody is asked. */
const edit = (request: EditRequest) => editItem(request, async () => null);
const put = (id: string, state: OutboxState) => changeItem(id, (item) => ({ ...item, state }));
const statuses = async () => (await loadOutbox()).items.map(({ state }) => state.status);
const item = async (id: string): Promise<OutboxItem> => {
  const found = await readItem(id);
  if (found === undefined) throw new Error('the item is gone');
  return found;
};

describe('adding to the outbox', () => {
  beforeEach(resetBrowser);

  it('refuses more people than one bulk add may have', async () => {
    const operations = Array.from({ length: 501 }, () => aDraft('a@example.ca'));
    expect(await addToOutbox({ accountId: '7', operations, batch: true }, NOW)).toEqual({
      ok: false,
      refusal: 'too-many',
    });
    expect(await statuses()).toEqual([]);
  });

  it('refuses more than one person at once where an administrator has switched that off', async () => {
    setManaged({ bulk: false });
    const operations = [aDraft('a@example.ca'), aDraft('b@example.ca')];
    for (const batch of [true, false])
      expect(await addToOutbox({ accountId: '7', operations, batch }, NOW)).toEqual(NOT_ALLOWED);
    expect(await statuses()).toEqual([]);
    await add(1);
    expect(await statuses()).toEqual(['waiting']);
  });

  it.each<[what: string, operation: OutboxOperation]>([
    ['somebody new', withStatus('Express')],
    ['somebody there', { kind: 'update', ...THERE, changes: { consent_status: 'Express' } }],
  ])(
    'refuses a consent for %s that is not among the allowed ones, with all that came along',
    async (_who, operation) => {
      setManaged({ allowedConsentStatuses: ['Not Provided'] });
      const operations = [aDraft('a@example.ca'), operation];
      expect(await addToOutbox({ accountId: '7', operations, batch: true }, NOW)).toEqual(NOT_ALLOWED);
      expect(await statuses()).toEqual([]);
    },
  );

  it('takes several writes about one person, and those that leave consent as it is', async () => {
    setManaged({ bulk: false, allowedConsentStatuses: ['Not Provided'] });
    const operations: OutboxOperation[] = [
      { kind: 'update', ...THERE, changes: { city: 'Guelph' } },
      { kind: 'interests', ...THERE, changes: { set: ['Members'] } },
    ];
    expect(await addToOutbox({ accountId: '7', operations, batch: false }, NOW)).toMatchObject({ ok: true });
  });

  it('refuses new ones when storage is nearly full, and keeps those that are there', async () => {
    await add(1);
    Object.assign(browser.storage.local, {
      getBytesInUse: async () => browser.storage.local.QUOTA_BYTES - 1_000_000,
    });
    const request = { accountId: '7', operations: [aDraft('late@example.ca')], batch: false };
    expect(await addToOutbox(request, NOW)).toEqual({ ok: false, refusal: 'storage-full' });
    expect(await statuses()).toEqual(['waiting']);
  });

  it('says when the disk refuses the write', async () => {
    const set = vi
      .spyOn(browser.storage.local, 'set')
      .mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    const request = { accountId: '7', operations: [aDraft('late@example.ca')], batch: false };
    expect(await addToOutbox(request, NOW)).toEqual({ ok: false, refusal: 'storage-full' });
    set.mockRestore();
  });

  it.each([true, false])('accepts a repeated request once: batch %s', async (batch) => {
    const operations = [aDraft('a@example.ca'), aDraft('b@example.ca')].slice(batch ? 0 : 1);
    const request = { requestId: 'asked-twice', accountId: '7', operations, batch };
    const answers = await Promise.all([addToOutbox(request, NOW), addToOutbox(request, NOW + 5)]);
    expect(answers[0]).toMatchObject({ ok: true });
    expect(await addToOutbox(request, NOW + 9)).toEqual(answers[0]);
    expect(answers[1]).toEqual(answers[0]);
    expect(await statuses()).toHaveLength(operations.length);
  });

  it('keeps each person with a key of their own, in the order given', async () => {
    await add(3);
    const { items, batches } = await loadOutbox();
    expect(items.map(({ operation }) => operation.kind === 'create' && operation.draft.email)).toEqual([
      'p0@example.ca',
      'p1@example.ca',
      'p2@example.ca',
    ]);
    expect(new Set(items.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(3);
    expect(items.every(({ idempotencyKey }) => /^[A-Za-z0-9_-]{16,64}$/.test(idempotencyKey))).toBe(true);
    expect(batches).toMatchObject([{ state: 'running', total: 3 }]);
  });
});

describe('an item of the outbox', () => {
  beforeEach(resetBrowser);

  it.each(['sending', 'done'] as const)(
    'cannot be edited while it is %s, also a while later',
    async (status) => {
      const { itemId } = await add(1);
      await put(itemId, status === 'done' ? { status, contactId: '1', atMs: NOW } : { status });
      expect(await edit({ itemId, operation: aDraft('b@example.ca') })).toEqual({
        ok: false,
        refusal: 'not-editable',
      });
    },
  );

  it('cannot be edited to a consent that is not among the allowed ones', async () => {
    const { itemId } = await add(1);
    setManaged({ allowedConsentStatuses: ['Not Provided'] });
    const before = await item(itemId);
    expect(await edit({ itemId, operation: withStatus('Express') })).toEqual(NOT_ALLOWED);
    expect(await item(itemId)).toEqual(before);
  });

  it('cannot be dropped while it is being sent', async () => {
    const { itemId } = await add(1);
    await put(itemId, { status: 'sending' });
    expect(await dropItems({ itemIds: [itemId] })).toEqual({ ok: false, refusal: 'not-editable' });
    expect(await statuses()).toEqual(['sending']);
  });

  it('becomes a new write when it is edited', async () => {
    const { itemId } = await add(1);
    const before = await item(itemId);
    await put(itemId, { status: 'failed', failure: failure('contact-rejected') });
    await edit({ itemId, operation: aDraft('b@example.ca') });
    const after = await item(itemId);
    expect(after).toMatchObject({ state: { status: 'waiting' }, operation: aDraft('b@example.ca') });
    expect(after.idempotencyKey).not.toBe(before.idempotencyKey);
  });

  it.each([
    ['contact-rejected', false],
    ['write-uncertain', true],
  ] as const)('tried again after %s keeps its key: %s', async (slug, keepsKey) => {
    const { itemId } = await add(1);
    const before = await item(itemId);
    await put(itemId, { status: 'failed', failure: failure(slug) });
    await retryItems({ itemIds: [itemId] });
    const after = await item(itemId);
    expect(after.state.status).toBe('waiting');
    expect(after.idempotencyKey === before.idempotencyKey).toBe(keepsKey);
  });

  it('stays removed when its sending is noted late', async () => {
    const { itemId } = await add(1);
    expect(await dropItems({ itemIds: [itemId] })).toEqual({ ok: true, value: null });
    await put(itemId, { status: 'done', contactId: '1', atMs: NOW });
    expect(await statuses()).toEqual([]);
  });
});

describe('a bulk add', () => {
  beforeEach(resetBrowser);

  it('stops what is waiting, keeps what is done, and resumes on request', async () => {
    const { batchId, itemId } = await add(3);
    await put(itemId, { status: 'done', contactId: '1', atMs: NOW });
    await controlBatch({ batchId, action: 'stop' });
    expect(await statuses()).toEqual(['done', 'stopped', 'stopped']);
    await controlBatch({ batchId, action: 'resume' });
    expect(await statuses()).toEqual(['done', 'waiting', 'waiting']);
  });

  it('is not dismissed while something waits, and is removed completely afterwards', async () => {
    const { batchId } = await add(2);
    expect(await controlBatch({ batchId, action: 'dismiss' })).toEqual({
      ok: false,
      refusal: 'not-editable',
    });
    await controlBatch({ batchId, action: 'stop' });
    expect(await controlBatch({ batchId, action: 'dismiss' })).toEqual({ ok: true, value: null });
    expect(await loadOutbox()).toEqual({ items: [], batches: [] });
  });

  it('retries failed people, and not stopped ones', async () => {
    const { batchId, itemIds } = await add(3);
    await put(itemIds[1] ?? '', { status: 'failed', failure: failure('contact-rejected') });
    await controlBatch({ batchId, action: 'stop' });
    await controlBatch({ batchId, action: 'retry-failed' });
    expect(await statuses()).toEqual(['stopped', 'waiting', 'stopped']);
    expect((await loadOutbox()).batches).toMatchObject([{ state: 'running' }]);
  });

  it('stays paused while failed people are queued again', async () => {
    const { batchId, itemId } = await add(2);
    await put(itemId, { status: 'failed', failure: failure('contact-rejected') });
    await controlBatch({ batchId, action: 'pause' });
    await controlBatch({ batchId, action: 'retry-failed' });
    expect(await statuses()).toEqual(['waiting', 'waiting']);
    expect((await loadOutbox()).batches).toMatchObject([{ state: 'paused' }]);
  });

  it.each<[what: string, goOn: (itemId: string) => Promise<unknown>]>([
    ['tried again', (itemId) => retryItems({ itemIds: [itemId] })],
    ['edited', (itemId) => edit({ itemId, operation: aDraft('p0@example.ca') })],
  ])('sends one person who is %s after it was stopped, and nobody else', async (_what, goOn) => {
    const { batchId, itemId } = await add(3);
    await put(itemId, { status: 'failed', failure: failure('contact-rejected') });
    await controlBatch({ batchId, action: 'stop' });
    await goOn(itemId);
    const outbox = await loadOutbox();
    expect(nextStep(outbox, '7', 0, NOW)).toMatchObject({ kind: 'send', item: { id: itemId } });
    expect(outbox.items.map((one) => statusOf(one, outbox.batches))).toEqual([
      'waiting',
      'stopped',
      'stopped',
    ]);
  });

  it.each(['dismiss', 'resume'] as const)(
    'accepts %s even when the background died before everything was marked as stopped',
    async (action) => {
      const { batchId, itemId } = await add(3);
      await controlBatch({ batchId, action: 'stop' });
      await put(itemId, { status: 'waiting' });
      const { items, batches } = await loadOutbox();
      expect(items.map((one) => statusOf(one, batches))).toEqual(['stopped', 'stopped', 'stopped']);
      expect(await controlBatch({ batchId, action })).toEqual({ ok: true, value: null });
      expect(await statuses()).toEqual(action === 'dismiss' ? [] : ['waiting', 'waiting', 'waiting']);
    },
  );

  it('keeps only unfinished people when its account signs out', async () => {
    const { batchId, itemIds } = await add(3);
    await put(itemIds[0] ?? '', { status: 'done', contactId: '1', atMs: NOW });
    await put(itemIds[1] ?? '', { status: 'failed', failure: failure('contact-rejected') });
    await controlBatch({ batchId, action: 'stop' });
    await removeSettledItems('8');
    expect(await statuses()).toEqual(['done', 'failed', 'stopped']);
    await removeSettledItems('7');
    expect(await statuses()).toEqual(['failed']);
    await dropItems({ itemIds });
    await removeSettledItems('7');
    expect(await loadOutbox()).toEqual({ items: [], batches: [] });
  });

  it('is removed once all of its people were removed', async () => {
    const { itemIds } = await add(2);
    await dropItems({ itemIds });
    await removeOldItems(NOW);
    expect(await loadOutbox()).toEqual({ items: [], batches: [] });
  });

  it('says when there is no such batch', async () => {
    expect(await controlBatch({ batchId: 'none', action: 'pause' })).toEqual({
      ok: false,
      refusal: 'not-found',
    });
  });
});

describe('who answers for a write', () => {
  const account = {
    id: '7',
    name: 'Harbourview',
    brokerUrl: 'http://127.0.0.1:8787',
    sessionToken: 'token',
    keyId: 'key',
    state: 'active',
    sessionExpiresAt: 2_000_000_000,
    connectionExpiresAt: 2_000_000_000,
  } as const;
  beforeEach(() => setManaged({}));

  const personOf = async (id: string) => {
    const { operation } = await item(id);
    return operation.kind === 'create' ? operation.draft.person : undefined;
  };

  it('must be named where the administrator says so, before anything is taken', async () => {
    await keepAccount(account);
    setManaged({ recordNameRequired: true });
    const operations = [withStatus('Express')];
    const refused = { ok: false, refusal: 'name-needed' };
    expect(await addToOutbox({ accountId: '7', operations, batch: false }, NOW)).toEqual(refused);
    await nameRecorder('7', 'Ann Roe');
    expect(await addToOutbox({ accountId: '7', operations, batch: false }, NOW)).toMatchObject({ ok: true });
  });

  it('is who confirmed it in this session, not who was named in the session before', async () => {
    await keepAccount({ ...account, recorder: { name: 'Somebody before', isConfirmed: false } });
    const unsigned = await add(1);
    expect(await personOf(unsigned.itemId)).toBeUndefined();
    await nameRecorder('7', 'Ann Roe');
    const signed = await add(1);
    expect(await personOf(signed.itemId)).toBe('Ann Roe');
  });

  it('is whom the settings name, whatever was said in the session', async () => {
    await keepAccount(account);
    await nameRecorder('7', 'Ann Roe');
    setManaged({ recordName: 'Front desk' });
    expect(await personOf((await add(1)).itemId)).toBe('Front desk');
  });
});
