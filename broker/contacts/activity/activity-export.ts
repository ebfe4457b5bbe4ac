/**
 * The audit trail as a file for proof to others: CSV (RFC 4180, UTF-8 with a byte order mark, safe to open in a spreadsheet)
 * or JSON. Who the contacts are is added as Envoke has them at that moment.
 */
import { csvRow } from '../../../shared/csv.ts';
import type { ActivityEntry } from '../../../shared/schemas/account.ts';

export interface ExportedEntry extends ActivityEntry {
  /** As Envoke has them now; `''` for whom it does not have, or does not give. */
  name: string;
  email: string;
}

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
  'name',
  'email',
] as const satisfies readonly (keyof ExportedEntry)[];

type Column = (typeof COLUMNS)[number];
export type ExportLanguage = 'en' | 'fr';

/** What the columns are called for a person; without a language they have the wire's names. */
const HEADINGS: Readonly<Record<ExportLanguage, Readonly<Record<Column, string>>>> = {
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
    name: 'Name in Envoke today',
    email: 'Email in Envoke today',
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
    name: 'Nom dans Envoke aujourd’hui',
    email: 'Courriel dans Envoke aujourd’hui',
  },
};

/** Lines, and so contacts, whose names are asked for at once: as many as Envoke lists on a page. */
const NAMED_AT_ONCE = 100;

type Who = Pick<ExportedEntry, 'name' | 'email'>;
const UNNAMED: Who = { name: '', email: '' };

/**
 * The lines with names beside them. Without an answer the lines are still the proof: from there on they come without names.
 * @param findNames of at most {@link NAMED_AT_ONCE} contacts, by id
 */
export async function* withNames(
  entries: AsyncIterable<ActivityEntry>,
  findNames: (ids: readonly string[]) => Promise<ReadonlyMap<string, Who>>,
): AsyncGenerator<ExportedEntry> {
  const known = new Map<string, Who>([['', UNNAMED]]);
  let isAnswered = true;
  for await (const lines of inParts(entries)) {
    const ids = [...new Set(lines.map((line) => line.contact_id))].filter((id) => !known.has(id));
    if (isAnswered && ids.length > 0) {
      const names = await findNames(ids).catch(() => undefined);
      isAnswered = names !== undefined;
      for (const id of ids) known.set(id, names?.get(id) ?? UNNAMED);
    }
    for (const line of lines) yield { ...line, ...(known.get(line.contact_id) ?? UNNAMED) };
  }
}

async function* inParts(entries: AsyncIterable<ActivityEntry>): AsyncGenerator<ActivityEntry[]> {
  let part: ActivityEntry[] = [];
  for await (const entry of entries) {
    part.push(entry);
    if (part.length < NAMED_AT_ONCE) continue;
    yield part;
    part = [];
  }
  yield part;
}

/** `at` is written as ISO 8601 in UTC. */
const rowOf = (entry: ExportedEntry) => ({ ...entry, at: new Date(entry.at * 1_000).toISOString() });

export async function* activityCsv(
  entries: AsyncIterable<ExportedEntry>,
  language?: ExportLanguage,
): AsyncGenerator<string> {
  yield `\uFEFF${csvRow(COLUMNS.map((name) => (language === undefined ? name : HEADINGS[language][name])))}`;
  for await (const entry of entries) {
    const row = rowOf(entry);
    yield csvRow(COLUMNS.map((name) => String(row[name] ?? '')));
  }
}

/** A list, an entry a line. */
export async function* activityJson(entries: AsyncIterable<ExportedEntry>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const entry of entries) {
    yield before + JSON.stringify(rowOf(entry));
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
