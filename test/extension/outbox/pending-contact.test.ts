/** What a contact looks like while writes about it are on their way, and once they have arrived or were refused. */
import { describe, expect, it } from 'vitest';
import type { OutboxItem, OutboxOperation, OutboxState } from '../../../extension/lib/outbox/outbox-item.ts';
import { onTheirWay, withPending } from '../../../extension/lib/outbox/pending-contact.ts';
import { person } from '../components/people.ts';
import { anItem, REFUSED } from './items.ts';

const READ_AT_MS = 1_000;
const UNA = person({ id: '42', title: 'Clerk', interests: ['Board'] });
const about = { contactId: UNA.id, email: UNA.email };
const update = (changes: object): OutboxOperation => ({ kind: 'update', ...about, changes });
const tag = (changes: object): OutboxOperation => ({ kind: 'interests', ...about, changes });
const arrived = (atMs: number): OutboxState => ({ status: 'done', contactId: UNA.id, atMs });

const shown = (...items: Partial<OutboxItem>[]) =>
  withPending(UNA, { items: items.map(anItem), batches: [] }, READ_AT_MS);

describe('a contact with writes on their way', () => {
  it('has all that waits, the later over the earlier', () => {
    const changed = shown(
      { operation: update({ title: 'Archivist', seen: { title: 'Clerk' } }) },
      { operation: tag({ set: ['Press', 'Media'] }), state: { status: 'sending' } },
      { operation: update({ title: 'Head archivist', city: 'Hull' }) },
      { operation: tag({ unset: ['Board', 'Press'] }) },
    );
    expect(changed).toMatchObject({ title: 'Head archivist', city: 'Hull', interests: ['Media'] });
    expect(changed).not.toHaveProperty('seen');
  });

  it('is the same object where nothing about it is on its way', () => {
    expect(shown({ operation: { ...update({ title: 'X' }), contactId: '43' } as OutboxOperation })).toBe(UNA);
  });

  it.each<[string, Partial<OutboxItem>]>([
    ['was refused', { state: { status: 'failed', failure: REFUSED } }],
    ['needs a decision', { state: { status: 'needs-decision', failure: REFUSED } }],
    ['was stopped', { state: { status: 'stopped' } }],
    ['is taken back once it has arrived', { undoneBecause: 'A slip.', state: { status: 'sending' } }],
    ['had arrived before Envoke was asked', { state: arrived(READ_AT_MS - 1) }],
  ])('has nothing of a write that %s', (_, how) => {
    expect(shown({ operation: update({ title: 'Archivist' }), ...how })).toBe(UNA);
  });

  it('keeps what has arrived since Envoke was asked, until it is asked again', () => {
    expect(shown({ operation: update({ title: 'Archivist' }), state: arrived(READ_AT_MS) }).title).toBe(
      'Archivist',
    );
  });

  it('loses a consent at once, and gets one only from Envoke', () => {
    const mailable = (consent_status: string) =>
      shown({ operation: update({ consent_status, consent_description: 'Said so.' }) }).consent.mailable;
    expect(mailable('Not Provided')).toBe('no');
    expect(mailable('Revoked')).toBe('no');
    const revoked = { ...UNA, consent: { ...UNA.consent, status: 'Revoked', mailable: 'no' as const } };
    const back = anItem({ operation: update({ consent_status: 'Express' }) });
    expect(withPending(revoked, { items: [back], batches: [] }, 0)).toMatchObject({
      consent: revoked.consent,
    });
  });
});

describe('a contact who asked to be unsubscribed', () => {
  const unsubscribe: OutboxOperation = { kind: 'unsubscribe', ...about, said: { reason: 'She phoned.' } };
  const refused: OutboxState = { status: 'failed', failure: REFUSED };
  const later = (state: OutboxState, operation = update({ consent_status: 'Express' })) => ({
    id: 'later',
    createdAtMs: 5,
    operation,
    state,
  });

  it.each<[string, Partial<OutboxItem>]>([
    ['waits', {}],
    ['was refused', { state: refused }],
    ['needs a decision', { state: { status: 'needs-decision', failure: REFUSED } }],
  ])('is nobody to be emailed while that %s', (_, how) => {
    expect(shown({ operation: unsubscribe, ...how }).consent).toMatchObject({
      status: 'Revoked',
      description: 'She phoned.',
      mailable: 'no',
    });
  });

  it('is as Envoke has them once a later write about the consent has arrived, and not before', () => {
    const read = (state: OutboxState) => shown({ operation: unsubscribe, state: refused }, later(state));
    expect(read({ status: 'waiting' }).consent.mailable).toBe('no');
    expect(read(refused).consent.mailable).toBe('no');
    expect(read(arrived(READ_AT_MS - 1))).toBe(UNA);
    const again = shown({ operation: unsubscribe, state: refused }, later(arrived(0), unsubscribe));
    expect(again).toBe(UNA);
  });
});

describe('the history of a contact', () => {
  const tag = (id: string, changes: Partial<OutboxItem>) =>
    anItem({
      id,
      operation: { kind: 'interests', contactId: '7', email: 'a@example.ca', changes: { set: ['Board'] } },
      ...changes,
    });
  const entries = [
    { id: '3', action: 'interests', outcome: 'uncertain' },
    { id: '2', action: 'update', outcome: 'uncertain' },
    { id: '1', action: 'interests', outcome: 'uncertain' },
  ] as const;
  const ids = (...items: OutboxItem[]) => [...onTheirWay(entries, '7', { items, batches: [] }, 1_000)];

  it('has the newest entries of what is being sent as on their way, and older ones as unknown', () => {
    expect(ids(tag('a', { state: { status: 'sending' }, mayHaveLeft: true }), tag('b', {}))).toEqual(['3']);
  });

  it('has as on its way what has arrived since the history was read', () => {
    expect(ids(tag('a', { state: { status: 'done', contactId: '7', atMs: 1_000 } }))).toEqual(['3']);
    expect(ids(tag('a', { state: { status: 'done', contactId: '7', atMs: 999 } }))).toEqual([]);
  });

  it('does not have so what never left, was refused, or is about somebody else', () => {
    const other = { kind: 'interests', contactId: '8', email: 'b@example.ca', changes: {} } as const;
    expect(
      ids(
        tag('a', { mayHaveLeft: false }),
        tag('b', { state: { status: 'failed', failure: REFUSED } }),
        tag('c', { operation: other, state: { status: 'sending' }, mayHaveLeft: true }),
      ),
    ).toEqual([]);
  });
});
