// @vitest-environment happy-dom
/** The proof of one contact: it claims no more than was recorded. */
import { expect, it, vi } from 'vitest';
import { ProofSheet } from '../../../extension/components/proof/proof-sheet.tsx';
import { unrecordedOf } from '../../../extension/entrypoints/proof/read-proof.ts';
import type { Language } from '../../../extension/lib/i18n/index.ts';
import type { OutboxItem } from '../../../extension/lib/outbox/outbox-item.ts';
import type { ActivityEntry } from '../../../shared/schemas/account.ts';
import { anItem, REFUSED } from '../outbox/items.ts';
import { draw } from './draw.tsx';
import { person, UNSUBSCRIBED } from './people.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const UNDONE: ActivityEntry = {
  id: '1',
  at: 1_795_000_000,
  session_id: 'session',
  action: 'update',
  contact_id: '1',
  consent_from: 'Express',
  consent_to: 'Revoked',
  basis: '',
  page_url: '',
  confirmed: false,
  request_id: '',
  outcome: 'done',
};

const UNSUBSCRIBE = {
  kind: 'unsubscribe',
  contactId: '1',
  email: person().email,
  said: { reason: 'Phoned on Monday.' },
} as const;
const READ_AT = 1_795_000_000;

async function waitingProof(item: Partial<OutboxItem>, language: Language = 'en') {
  const contact = person();
  const proof = { accountName: 'Harbourview', contact, entries: [], wordsOf: undefined, readAt: READ_AT };
  const outbox = { items: [anItem({ operation: UNSUBSCRIBE, ...item })], batches: [] };
  return draw(<ProofSheet proof={proof} unrecorded={unrecordedOf(proof, outbox, '7')} />, language);
}

async function proofOf(entry: ActivityEntry, language: Language = 'en'): Promise<string> {
  const contact = person({ consent: { ...UNSUBSCRIBED, description: 'Added by mistake and undone.' } });
  const proof = { accountName: 'Harbourview', contact, entries: [entry], wordsOf: undefined, readAt: 0 };
  return (await draw(<ProofSheet proof={proof} unrecorded={null} />, language)).text();
}

it('claims no confirmation of an undone add', async () => {
  expect(await proofOf(UNDONE)).not.toContain('Change confirmed');
  expect(await proofOf(UNDONE, 'fr')).not.toContain('confirmé');
});

// An undone edit is confirmed without a question, and lines of undone adds from earlier versions are marked as well.
it('does not say that a warning was shown, since the record does not know it', async () => {
  expect(await proofOf({ ...UNDONE, confirmed: true })).toContain(
    'Change confirmedYes, in answer to a question or by an undo',
  );
  expect(await proofOf({ ...UNDONE, confirmed: true }, 'fr')).toContain(
    'Oui, en réponse à une question ou par une annulation',
  );
});

it.each<[string, Partial<OutboxItem>, string]>([
  ['waits', {}, 'What stands below is what Envoke had without it.'],
  ['was refused', { state: { status: 'failed', failure: REFUSED } }, 'The unsubscribing was refused.'],
])('says of nobody that they may be emailed whose unsubscribing %s', async (_, item, words) => {
  const { text, find } = await waitingProof(item);
  expect(find('.verdict').textContent).toContain('Do not email: this person asked to be unsubscribed');
  expect(text()).not.toContain('OK to email');
  expect(text()).toContain(words);
  expect(text()).toContain('Phoned on Monday.');
  expect(text()).toContain('Consent statusExpress');
});

it('says in French what waits', async () => {
  const { text } = await waitingProof({}, 'fr');
  expect(text()).toContain('Envoi interdit');
  expect(text()).not.toContain('Envoi permis');
});

it.each<[string, Partial<OutboxItem>]>([
  ['has arrived', { state: { status: 'done', contactId: '1', atMs: (READ_AT - 5) * 1_000 } }],
  ['is in another account', { accountId: '8' }],
])('reads Envoke alone where the unsubscribing %s', async (_, item) => {
  expect((await waitingProof(item)).text()).toContain('OK to email');
});

it('says so too where the unsubscribing has arrived since the proof was read', async () => {
  const done = { status: 'done', contactId: '1', atMs: (READ_AT + 5) * 1_000 } as const;
  const { find } = await waitingProof({ state: done });
  expect(find('.verdict').textContent).toContain('Do not email');
});
