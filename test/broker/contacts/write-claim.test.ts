/** Claims on both stores, with two brokers on one of them. */
import { expect, it } from 'vitest';
import { type ClaimRequest, createWriteClaims } from '../../../broker/contacts/writes/write-claim.ts';
import type { Database } from '../../../broker/database/database.ts';
import { describeBothStores } from '../database/both-stores.ts';

const LEASE_MS = 1_000;
const LATE_MS = 100;

const requestFor = (idempotencyKey: string, subject = 'email ann@roe.example'): ClaimRequest => ({
  idempotencyKey,
  subject,
  request: { create: subject },
  intention: {
    accountId: '1042',
    sessionId: 'session-1',
    requestId: 'request-1',
    action: 'create',
    contactId: '',
    consentTo: 'Express',
    basis: '',
    pageUrl: '',
    confirmed: false,
  },
});
const lines = (database: Database) => database.all('SELECT outcome, contact_id FROM activity');

describeBothStores('the claim of a write', (store) => {
  const claimsAt = (database: Database, nowMs = 1_000_000) =>
    createWriteClaims(database, () => nowMs, LEASE_MS, LATE_MS);
  const brokers = () => [claimsAt(store.database), claimsAt(store.openAnother())] as const;

  it('is given to one of many parallel requests, with one key or many, and leaves one audit line', async () => {
    const pair = brokers();
    const asked = Array.from({ length: 20 }, (_, index) =>
      pair[index % 2 === 0 ? 0 : 1].claim(requestFor(`key-${Math.floor(index / 4)}`)),
    );
    const kinds = (await Promise.all(asked)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'begun')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'busy')).toHaveLength(19);
    expect(await lines(store.database)).toEqual([{ outcome: 'uncertain', contact_id: '' }]);
  });

  it('does not block a write to another person', async () => {
    const [one, other] = brokers();
    const answers = await Promise.all([
      one.claim(requestFor('key-1')),
      other.claim(requestFor('key-2', 'id 7')),
    ]);
    expect(answers.map(({ kind }) => kind)).toEqual(['begun', 'begun']);
  });

  it('is taken over by one request after its broker died, which knows that it may have written', async () => {
    await claimsAt(store.database).claim(requestFor('key-1'));
    const later = 1_000_000 + LEASE_MS + 1;
    const pair = [claimsAt(store.database, later), claimsAt(store.openAnother(), later)] as const;
    const answers = await Promise.all(
      [0, 1, 0, 1].map((index) => pair[index === 0 ? 0 : 1].claim(requestFor('key-1'))),
    );
    const begun = answers.filter((answer) => answer.kind === 'begun');
    expect(begun).toMatchObject([{ claim: { attempt: 2, wasUncertain: true } }]);
    expect(await lines(store.database)).toHaveLength(1);
  });

  it('cannot be settled any more by an attempt that was taken over', async () => {
    const first = await claimsAt(store.database).claim(requestFor('key-1'));
    const claims = claimsAt(store.database, 1_000_000 + LEASE_MS + 1);
    const second = await claims.claim(requestFor('key-1'));
    if (first.kind !== 'begun' || second.kind !== 'begun') throw new Error('both should have begun');
    await claims.done(first.claim, 'created', { outcome: 'done', contactId: '1' });
    await claims.done(second.claim, 'created', { outcome: 'done', contactId: '2' });
    expect(await claims.claim(requestFor('key-1'))).toEqual({
      kind: 'done',
      outcome: 'created',
      contactId: '2',
    });
    expect(await lines(store.database)).toEqual([{ outcome: 'done', contact_id: '2' }]);
  });

  it('begins again with the same audit line when nothing was written', async () => {
    const claims = claimsAt(store.database);
    const first = await claims.claim(requestFor('key-1'));
    if (first.kind !== 'begun') throw new Error('it should have begun');
    await claims.reopen(first.claim, { outcome: 'refused' });
    expect(await lines(store.database)).toMatchObject([{ outcome: 'refused' }]);
    expect(await claims.claim(requestFor('key-1'))).toMatchObject({
      kind: 'begun',
      claim: { wasUncertain: false },
    });
    expect(await lines(store.database)).toMatchObject([{ outcome: 'uncertain' }]);
  });

  it('and the voiding of the same write never both succeed', async () => {
    const [one, other] = brokers();
    const { idempotencyKey, request } = requestFor('key-1');
    const [begun, voided] = await Promise.all([
      one.claim(requestFor('key-1')),
      other.void({ accountId: '1042', idempotencyKey, request }),
    ]);
    const kinds = `${begun.kind}, ${voided.kind}`;
    expect(['begun, busy', 'busy, void', 'other-request, void']).toContain(kinds);
    const late = await one.claim(requestFor('key-1'));
    expect(late.kind).toBe(voided.kind === 'void' ? 'other-request' : 'busy');
  });
});
