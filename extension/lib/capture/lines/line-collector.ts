/** Collects the text of a document walk into lines, each with the strength of the break before it. */

import { cleanText } from '../text/clean-text.ts';
import { revealAddresses } from '../text/obfuscation.ts';
import { labelKind } from './labels.ts';
import { Crowd, type Line, MAX_LINES, splitLongLine } from './line.ts';
import { mailText, readLink } from './links.ts';

/** A block that holds more text than this is no contact; the rest of it is skipped. */
const MAX_BLOCK_CHARACTERS = 200_000;
const MAX_SITES = 20;
/** Links beyond are left unread: no list of people is that long. */
const MAX_LINKS = 5000;
const isHeading = (tag: string): boolean => /^H[1-6]$/.test(tag);

/** A word's end, or a mark of labels. */
const BEFORE_SEAM = /(?:\p{Ll}|\*|\((?:required|obligatoire|optional|facultatif)\))$/u;

/** "Fax" before "418-555-0126": the label says what kind of number it is. */
const isNumberOf = (label: string, text: string): boolean =>
  /^\d/.test(text) && ['phone', 'mobile', 'fax'].includes(labelKind(label.trim()) ?? '');

interface Table {
  id: number;
  row: number;
  column: number;
  /** Cells that reach down into rows below, by their column. */
  spans: Map<number, { rows: number; lines: readonly Line[] }>;
  /** Lines before the open cell, and how many rows and columns it has. */
  cell: { start: number; rows: number; columns: number };
}

const MAX_ROWS = 1000;
const MAX_COLUMNS = 100;
const isCell = (tag: string): boolean => tag === 'TD' || tag === 'TH';
const newTable = (id: number): Table => ({
  id,
  row: -1,
  column: -1,
  spans: new Map(),
  cell: { start: 0, rows: 1, columns: 1 },
});

/** Collects text into lines while the walk goes through blocks. */
export class LineCollector {
  readonly lines: Line[] = [];
  /** Lower-cased. */
  readonly linked = new Set<string>();
  private readonly crowd = new Crowd();
  depth = 1;
  private pieces: string[] = [];
  private length = 0;
  private preformatted = 0;
  private rise = 0;
  private hrefs: string[] = [];
  private headings = 0;
  private tables: Table[] = [];
  private tableCount = 0;
  private links = 0;
  private seamDistance = 0;
  private anchors: number[] = [];

  /** One text node; line ends count in preformatted text only. */
  write(text: string): void {
    const [first = '', ...rest] = this.preformatted > 0 && text.length < 200_000 ? text.split('\n') : [text];
    this.append(first);
    for (const part of rest) {
      this.lineBreak();
      this.append(part);
    }
  }

  /** An element starts. @param distance how many pieces ago another one ended that it may be set apart from */
  seam(distance: number): void {
    this.seamDistance = distance;
  }

  private append(text: string): void {
    if (this.length > MAX_BLOCK_CHARACTERS) return;
    const before = this.pieces.at(-this.seamDistance) ?? '';
    const isWords = this.seamDistance === 1 && /^\p{L}{4}/u.test(text) && /\p{L}{4}$/u.test(before);
    const isApart =
      this.seamDistance > 0 && (isWords || (/^[\p{Lu}\p{So}\d]/u.test(text) && BEFORE_SEAM.test(before)));
    this.seamDistance = 0;
    // "<strong>Ann Roe</strong><span>Director</span>": a style sheet sets them apart.
    const mark = !isApart ? '' : isNumberOf(before, text) ? ': ' : ' | ';
    const piece = mark + text.slice(0, MAX_BLOCK_CHARACTERS);
    this.pieces.push(piece);
    this.length += piece.length;
  }

  /** No further line would be kept. */
  isFull(): boolean {
    return this.lines.length >= MAX_LINES || this.crowd.isPast();
  }

  /** Ends the line; `rise` says how deep the block is that this and the next line share. */
  flush(rise: number): void {
    if (this.pieces.length === 0) {
      this.rise = Math.min(this.rise, rise);
      return;
    }
    const text = revealAddresses(cleanText(this.pieces.join('')).replace(/\s+/g, ' ').trim());
    if (text !== '' && this.lines.length < MAX_LINES) {
      const cell = this.tables.at(-1);
      for (const [index, piece] of splitLongLine(text).entries()) {
        const line: Line = {
          text: piece.trim(),
          rise: index === 0 ? this.rise : this.depth + 1,
          heading: this.headings > 0,
          hrefs: this.hrefs,
        };
        if (cell && cell.column >= 0) line.cell = { table: cell.id, row: cell.row, column: cell.column };
        this.lines.push(line);
        this.crowd.add(line.text);
      }
      this.rise = rise;
      this.hrefs = [];
    } else {
      this.rise = Math.min(this.rise, rise);
    }
    this.pieces = [];
    this.length = 0;
    this.anchors = [];
  }

  /** The cells above that reach down to the next columns are there once more. */
  private repeatCells(table: Table): void {
    for (let span = table.spans.get(table.column); span; span = table.spans.get(table.column)) {
      const cell = { table: table.id, row: table.row, column: table.column };
      for (const line of span.lines) if (this.lines.length < MAX_LINES) this.lines.push({ ...line, cell });
      span.rows -= 1;
      if (span.rows === 0) table.spans.delete(table.column);
      table.column += 1;
    }
  }

  private leaveCell(table: Table): void {
    const { start, rows, columns } = table.cell;
    const lines = this.lines.slice(start);
    // Whoever has an address stands once.
    const isShared = !lines.some(({ text }) => text.includes('@'));
    for (let at = 0; at < columns; at += 1)
      if (rows > 1)
        table.spans.set(table.column + at, { rows: rows - 1, lines: isShared && at === 0 ? lines : [] });
    table.column += columns - 1;
  }

  /** @param rows how many rows and columns a cell has */
  enterBlock(tag: string, rows = 1, columns = 1): void {
    this.flush(this.depth - (isHeading(tag) ? 0.4 : tag === 'HR' ? 0.3 : tag === 'DT' ? 0.2 : 0));
    this.depth += 1;
    if (isHeading(tag)) this.headings += 1;
    if (tag === 'PRE') this.preformatted += 1;
    const table = this.tables.at(-1);
    if (tag === 'TABLE') this.tables.push(newTable(++this.tableCount));
    else if (table && tag === 'TR') Object.assign(table, { row: table.row + 1, column: -1 });
    else if (table && isCell(tag)) {
      table.column += 1;
      this.repeatCells(table);
      table.cell = {
        start: this.lines.length,
        rows: Math.min(rows, MAX_ROWS),
        columns: Math.min(columns, MAX_COLUMNS),
      };
    }
  }

  leaveBlock(tag: string): void {
    // A term that is a known label belongs to what is said below it.
    const term = tag === 'DT' ? this.pieces.join('') : '';
    if (labelKind(term) && !/[:：]\s*$/.test(term)) this.append(':');
    this.flush(this.depth - 1);
    this.depth -= 1;
    if (isHeading(tag)) this.headings -= 1;
    if (tag === 'PRE') this.preformatted -= 1;
    const table = this.tables.at(-1);
    if (tag === 'TABLE') this.tables.pop();
    else if (table && isCell(tag)) this.leaveCell(table);
    else if (table && tag === 'TR') {
      table.column += 1;
      this.repeatCells(table);
    }
  }

  lineBreak(): void {
    this.flush(this.depth + (this.pieces.every((piece) => piece.trim() === '') ? 0.25 : 0.5));
  }

  enterLink(): void {
    this.anchors.push(this.pieces.length);
  }

  leaveLink(element: Element): void {
    const start = this.anchors.pop() ?? 0;
    this.links += 1;
    if (this.links > MAX_LINKS) return;
    const text = this.pieces.slice(start).join('');
    const link = readLink(element, text);
    if (link.emails.length > 0) {
      for (const email of link.emails) this.linked.add(email.toLowerCase());
      this.pieces.length = start;
      this.append(mailText(link.name ?? text, link.emails));
    }
    if (link.phone) this.append(` ${link.phone} `);
    if (link.site && this.hrefs.length < MAX_SITES) this.hrefs.push(link.site);
  }
}
