/** Reads tables whose first row says what the columns hold. */

import type { CapturedContact } from '../captured-contact.ts';
import { findEmails } from '../details/email-addresses.ts';
import { type LabelKind, labelKind } from '../lines/labels.ts';
import type { Line } from '../lines/line.ts';
import { type Row, readRow } from './table-row.ts';

export interface TableReading {
  contacts: CapturedContact[];
  /** Lines that were no part of a table with a header. */
  rest: Line[];
}

function rowsOf(lines: readonly Line[]): Row[] {
  const rows: Row[] = [];
  for (const { cell, text } of lines) {
    if (!cell) continue;
    rows[cell.row] ??= [];
    const row = rows[cell.row] ?? [];
    row[cell.column] = row[cell.column] ? `${row[cell.column]} | ${text}` : text;
  }
  return rows.filter(Boolean);
}

/** What each column holds, when the row is a header. */
function headerOf(row: Row): (LabelKind | undefined)[] | null {
  const kinds = Array.from(row, (cell) => (cell ? labelKind(cell) : undefined));
  const known = kinds.filter((kind) => kind && kind !== 'other').length;
  const filled = row.filter((cell) => cell?.trim()).length;
  // "Office" beside a telephone column is what somebody holds, not where they are called.
  const phones = kinds.filter((kind) => kind === 'phone').length;
  if (phones > 1)
    for (const [column, cell] of row.entries())
      if (/^(?:office|bureau)$/i.test(cell ?? '')) kinds[column] = 'title';
  // "Fonction" and "Poste": one says what somebody does, so that the other is a telephone.
  if (kinds.filter((kind) => kind === 'title').length > 1)
    for (const [column, cell] of row.entries()) if (/^poste$/i.test(cell ?? '')) kinds[column] = 'phone';
  return known >= 2 &&
    known * 2 >= filled &&
    new Set(kinds).size > 1 &&
    !row.some((cell) => cell && findEmails(cell).length > 0)
    ? kinds
    : null;
}

function readOne(lines: readonly Line[], limit: number): CapturedContact[] | null {
  const rows = rowsOf(lines);
  const at = rows.slice(0, 4).findIndex((row) => headerOf(row) !== null);
  const kinds = at >= 0 ? headerOf(rows[at] ?? []) : null;
  if (!kinds) return null;
  const contacts: CapturedContact[] = [];
  for (const row of rows.slice(at + 1)) {
    const contact = contacts.length < limit ? readRow(row, kinds) : null;
    if (contact) contacts.push(contact);
  }
  return contacts;
}

/** Contacts of all tables with a header row, at most `limit` of each; other lines are handed back. */
export function readTables(lines: readonly Line[], limit: number): TableReading {
  const tables = new Map<number, Line[]>();
  for (const line of lines) {
    if (!line.cell) continue;
    const own = tables.get(line.cell.table);
    if (own) own.push(line);
    else tables.set(line.cell.table, [line]);
  }
  const contacts: CapturedContact[] = [];
  const read = new Set<number>();
  for (const [id, own] of tables) {
    const found = readOne(own, limit);
    if (!found) continue;
    contacts.push(...found);
    read.add(id);
  }
  return { contacts, rest: lines.filter((line) => !line.cell || !read.has(line.cell.table)) };
}
