// @vitest-environment happy-dom
/** The proof of one contact: it claims no more than was recorded. */
import { expect, it } from 'vitest';
import { ProofSheet } from '../../../extension/components/proof/proof-sheet.tsx';
import type { Language } from '../../../extension/lib/i18n/index.ts';
import type { ActivityEntry } from '../../../shared/schemas/account.ts';
import { draw } from './draw.tsx';
import { person, UNSUBSCRIBED } from './people.ts';

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

async function proofOf(entry: ActivityEntry, language: Language = 'en'): Promise<string> {
  const contact = person({ consent: { ...UNSUBSCRIBED, description: 'Added by mistake and undone.' } });
  const proof = { accountName: 'Harbourview', contact, entries: [entry], wordsOf: undefined, readAt: 0 };
  return (await draw(<ProofSheet proof={proof} />, language)).text();
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
