/** The audit trail as CSV for proof to others: RFC 4180, UTF-8 with a byte order mark, safe to open in a spreadsheet. */
import { csvRow } from '../../../shared/csv.ts';
import type { ActivityEntry } from '../../../shared/schemas/account.ts';

const COLUMNS = [
  'at',
  'action',
  'outcome',
  'contact_id',
  'consent_from',
  'consent_to',
  'basis',
  'page_url',
  'confirmed',
  'session_id',
  'request_id',
  'id',
  'happened_on',
  'conditions',
  'person',
  'description_digest',
  'answer',
] as const satisfies readonly (keyof ActivityEntry)[];

type Column = (typeof COLUMNS)[number];
export type CsvLanguage = 'en' | 'fr';

/** What the columns are called for a person; without a language they have the wire's names. */
const HEADINGS: Readonly<Record<CsvLanguage, Readonly<Record<Column, string>>>> = {
  en: {
    at: 'When (UTC)',
    action: 'Action',
    outcome: 'Outcome',
    contact_id: 'Contact in Envoke',
    consent_from: 'Consent before',
    consent_to: 'Consent asked for',
    basis: 'Ground',
    happened_on: 'Day it happened',
    conditions: 'Confirmed conditions',
    person: 'Who',
    description_digest: 'Digest of the description (SHA-256)',
    answer: 'Consent in Envoke afterwards',
    page_url: 'Page',
    confirmed: 'Confirmed',
    session_id: 'Session',
    request_id: 'Request',
    id: 'Line',
  },
  fr: {
    at: 'Quand (UTC)',
    action: 'Action',
    outcome: 'Résultat',
    contact_id: 'Contact dans Envoke',
    consent_from: 'Consentement avant',
    consent_to: 'Consentement demandé',
    basis: 'Motif',
    happened_on: 'Jour de l’événement',
    conditions: 'Conditions confirmées',
    person: 'Qui',
    description_digest: 'Empreinte de la description (SHA-256)',
    answer: 'Consentement dans Envoke ensuite',
    page_url: 'Page',
    confirmed: 'Confirmé',
    session_id: 'Session',
    request_id: 'Requête',
    id: 'Ligne',
  },
};

/** `at` is written as ISO 8601 in UTC. */
export async function* activityCsv(
  entries: AsyncIterable<ActivityEntry>,
  language?: CsvLanguage,
): AsyncGenerator<string> {
  yield `\uFEFF${csvRow(COLUMNS.map((name) => (language === undefined ? name : HEADINGS[language][name])))}`;
  for await (const entry of entries) {
    const row = { ...entry, at: new Date(entry.at * 1_000).toISOString() };
    yield csvRow(COLUMNS.map((name) => String(row[name] ?? '')));
  }
}
