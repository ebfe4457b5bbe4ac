/** The outcome of a bulk add as CSV that a spreadsheet opens as text. Pure. @see RFC 4180 */
import { itemEmail, type OutboxItem } from '../../../lib/outbox/outbox-item.ts';

/** What a spreadsheet takes for the start of a formula; some pass over blanks and what cannot be seen to find it. */
const FORMULA_START = /^(?:[\s\p{C}]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** One cell: a formula becomes text by a leading apostrophe, quotes are doubled. */
export function csvCell(value: string): string {
  const text = FORMULA_START.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** One row for each person: e-mail, name, outcome, and why not. Column names are the wire's, the same in every language. */
export function batchResultCsv(items: readonly OutboxItem[]): string {
  const rows = items.map((item) => {
    const { operation, state } = item;
    const draft = operation.kind === 'create' ? operation.draft : undefined;
    const failure = 'failure' in state ? state.failure : null;
    return [
      itemEmail(item),
      draft?.first_name ?? '',
      draft?.last_name ?? '',
      state.status,
      state.status === 'done' ? state.contactId : '',
      failure === null ? '' : [failure.slug, ...failure.envokeErrors].join(': '),
    ];
  });
  return toCsv([['email', 'first_name', 'last_name', 'outcome', 'contact_id', 'reason'], ...rows]);
}
