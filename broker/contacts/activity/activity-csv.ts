/** The audit trail as CSV for proof to others: RFC 4180, UTF-8 with a byte order mark, safe to open in a spreadsheet. */
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
] as const satisfies readonly (keyof ActivityEntry)[];

/** `at` is written as ISO 8601 in UTC. */
export async function* activityCsv(entries: AsyncIterable<ActivityEntry>): AsyncGenerator<string> {
  yield `\uFEFF${COLUMNS.join(',')}\r\n`;
  for await (const entry of entries) {
    const row = { ...entry, at: new Date(entry.at * 1_000).toISOString() };
    yield `${COLUMNS.map((name) => csvField(String(row[name]))).join(',')}\r\n`;
  }
}

/** A leading `=`, `+`, `-`, `@`, tab or return would make a spreadsheet run the text as a formula. */
export function csvField(text: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
