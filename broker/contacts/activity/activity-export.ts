/**
 * Exports the audit trail as a file that proves consent to others: CSV (RFC 4180, UTF-8 with a byte order mark, safe to
 * open in a spreadsheet) or JSON. The contacts' names are added as Envoke has them at that moment.
 */
import { csvRow } from '../../../shared/csv.ts';
import type { ActivityEntry } from '../../../shared/schemas/account.ts';
import { unknownName } from '../../../shared/unknown-name.ts';

export interface ExportedEntry extends ActivityEntry {
  /**
   * The contact's data as Envoke has it now; `''` when Envoke has no such contact or does not return it. The name says so
   * when Envoke did not give it.
   */
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

/** Column headings for a person; without a language the columns have the names of the wire. */
const HEADINGS: Readonly<Record<ExportLanguage, Readonly<Record<Column, string>>>> = {
  en: {
    at: 'When (UTC)',
    action: 'Action',
    outcome: 'Outcome',
    contact_id: 'Contact in Envoke',
    consent_from: 'Consent before',
    consent_to: 'Consent asked for',
    basis: 'Ground',
    happened_on: 'Day it counts from',
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
    happened_on: 'Compte à partir du',
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

/** How many contacts are looked up at once: as many as Envoke lists on a page. */
const NAMED_AT_ONCE = 100;

type Who = Pick<ExportedEntry, 'name' | 'email'>;
const UNNAMED: Who = { name: '', email: '' };

/**
 * Adds names to the lines. When Envoke does not answer, the lines are still proof: the remaining ones come without
 * names, and say so.
 * @param findNames looks up at most {@link NAMED_AT_ONCE} contacts by id
 * @param language of what stands there then
 */
export async function* withNames(
  entries: AsyncIterable<ActivityEntry>,
  findNames: (ids: readonly string[]) => Promise<ReadonlyMap<string, Who>>,
  language?: ExportLanguage,
): AsyncGenerator<ExportedEntry> {
  const known = new Map<string, Who>([['', UNNAMED]]);
  const unknown: Who = { name: unknownName(language), email: '' };
  let isAnswered = true;
  for await (const lines of inParts(entries)) {
    const ids = [...new Set(lines.map((line) => line.contact_id))].filter((id) => !known.has(id));
    if (isAnswered && ids.length > 0) {
      const names = await findNames(ids).catch(() => undefined);
      isAnswered = names !== undefined;
      if (names !== undefined) for (const id of ids) known.set(id, names.get(id) ?? UNNAMED);
    }
    for (const line of lines) yield { ...line, ...(known.get(line.contact_id) ?? unknown) };
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

/** Writes `at` as ISO 8601 in UTC. */
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

/** A JSON list with one entry on each line. */
export async function* activityJson(entries: AsyncIterable<ExportedEntry>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const entry of entries) {
    yield before + JSON.stringify(rowOf(entry));
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
