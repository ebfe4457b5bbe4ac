/** The common form between a page and the readers: lines of text, each with the strength of the break before it. */
import { findEmails } from '../details/email-addresses.ts';
import { cleanText } from '../text/clean-text.ts';
import { separateColumns } from './side-by-side.ts';

interface Cell {
  table: number;
  row: number;
  column: number;
}

export interface Line {
  text: string;
  /** Depth of the block that this line and the one before share: the smaller, the stronger the break between them. */
  rise: number;
  heading: boolean;
  /** Targets of the web links in the line. */
  hrefs: readonly string[];
  cell?: Cell;
}

/** Nobody reads a table of half a million lines before adding people; more is cut. */
export const MAX_LINES = 12_000;
export const MAX_LINE_CHARACTERS = 600;
/** One more than the review table takes, which can then say that somebody was left out; who comes after that is. */
export const MAX_CONTACTS = 501;
/** Text this far after the last address that counts is not about any person. */
export const MAX_LINES_AFTER = 25;

/**
 * Counts the people of a page while its lines are collected: lines far after the last person to read are not needed.
 */
export class Crowd {
  private readonly seen = new Set<string>();
  private after = 0;

  add(text: string): void {
    if (this.seen.size >= MAX_CONTACTS) this.after += 1;
    else if (text.includes('@')) for (const { email } of findEmails(text)) this.seen.add(email);
  }

  isPast(): boolean {
    return this.after > MAX_LINES_AFTER;
  }
}

const TEXT_RISE = { gap: 1, blank: 2, line: 3, cell: 4 } as const;

/** Pieces of at most `MAX_LINE_CHARACTERS`, cut at sentence ends or blanks where there are any. */
export function splitLongLine(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > MAX_LINE_CHARACTERS && pieces.length < MAX_LINES) {
    const window = rest.slice(0, MAX_LINE_CHARACTERS);
    const sentence = Math.max(window.lastIndexOf('. '), window.lastIndexOf('; '), window.lastIndexOf('! '));
    const at =
      sentence > 100
        ? sentence + 1
        : window.lastIndexOf(' ') > 100
          ? window.lastIndexOf(' ')
          : MAX_LINE_CHARACTERS;
    pieces.push(window.slice(0, at));
    rest = rest.slice(at);
  }
  pieces.push(rest);
  return pieces;
}

class TextLines {
  readonly lines: Line[] = [];
  readonly crowd = new Crowd();
  private blanks = 0;
  private table = 0;
  private row = 0;
  private inTable = false;

  private push(text: string, rise: number, cell?: Cell): void {
    this.crowd.add(text);
    this.lines.push({ text: text.trim(), rise, heading: false, hrefs: [], ...(cell ? { cell } : {}) });
  }

  add(raw: string, cells: readonly string[] | null): void {
    if (raw.trim() === '') {
      this.blanks += 1;
      return;
    }
    const rise = this.blanks > 1 ? TEXT_RISE.gap : this.blanks === 1 ? TEXT_RISE.blank : TEXT_RISE.line;
    if (!cells) {
      for (const [index, piece] of splitLongLine(raw).entries())
        this.push(piece, index === 0 ? rise : TEXT_RISE.cell);
    } else {
      if (!this.inTable || this.blanks > 0) this.table += 1;
      this.row += 1;
      for (const [column, text] of cells.entries()) {
        this.push(text.slice(0, MAX_LINE_CHARACTERS), column === 0 ? rise : TEXT_RISE.cell, {
          table: this.table,
          row: this.row,
          column,
        });
      }
    }
    this.inTable = cells !== null;
    this.blanks = 0;
  }
}

/** "Featherstone-" at the end of a line and "Roe" on the next; a small letter there means that a word was broken. */
const HYPHENATED = /(?<![^\s,])(\p{L}[\p{L}'’]{0,30}(?:-[\p{L}'’]{1,30}){0,2})-\n(\p{L})/gu;

function joinHyphenated(text: string): string {
  if (!text.includes('-\n')) return text;
  return text.replace(HYPHENATED, (_, start: string, next: string) =>
    /\p{Lu}/u.test(next) ? `${start}-${next}` : start + next,
  );
}

/** Two blanks and more between the cells of a table that was printed. */
const GAP = / {2,}/;
const MIN_ALIGNED = 3;
const MAX_ALIGNED_CHARACTERS = 400;

interface Piece {
  text: string;
  start: number;
}

/** The pieces between wide gaps, each with its start; empty where there are no gaps. */
function piecesOf(line: string): Piece[] {
  if (line.length > MAX_ALIGNED_CHARACTERS || !GAP.test(line.trim())) return [];
  return [...line.matchAll(/\S+(?: \S+)*/g)].map((match) => ({ text: match[0], start: match.index }));
}

/** Where the letters were not all as wide, columns may be some characters off. */
const MAX_OFF = 2;

/** As many pieces, of which some but the first starts where the one above does: those of a card do not. */
const areAligned = (row: readonly Piece[], below: readonly Piece[]): boolean =>
  row.length === below.length &&
  row.some(
    ({ start }, index) => index > 0 && Math.abs((below[index]?.start ?? Number.NaN) - start) <= MAX_OFF,
  );

/** Rows of a printed table: as many pieces as the first of them, or fewer, each under the column that starts nearest. */
class AlignedTable {
  private columns: readonly number[] = [];

  /** The cells of a line, or null where it is no row. @param next the line below */
  cellsOf(line: string, next: string): string[] | null {
    const pieces = piecesOf(line);
    const goesOn = this.columns.length > 0 && pieces.length > 1 && pieces.length <= this.columns.length;
    const starts = pieces.length >= MIN_ALIGNED && areAligned(pieces, piecesOf(next));
    if (!goesOn && !starts) {
      this.columns = [];
      return null;
    }
    if (!goesOn) this.columns = pieces.map(({ start }) => start);
    if (pieces.length === this.columns.length) return pieces.map(({ text }) => text);
    const cells = this.columns.map(() => '');
    for (const { text, start } of pieces) {
      const away = this.columns.map((column) => Math.abs(column - start));
      const column = away.indexOf(Math.min(...away));
      cells[column] = [cells[column], text].filter(Boolean).join(' | ');
    }
    return cells;
  }
}

/** "> > Ann Roe": a line that an answer quotes. */
const QUOTED = /^(?:> ?)+(?!$)/;

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
}

/** Lines of plain text; tab-separated ones become cells. */
export function linesOfText(text: string): Line[] {
  const clean = separateColumns(joinHyphenated(cleanText(text)));
  const result = new TextLines();
  const aligned = new AlignedTable();
  for (let start = 0; start <= clean.length && result.lines.length < MAX_LINES && !result.crowd.isPast(); ) {
    const end = clean.indexOf('\n', start);
    const written = clean.slice(start, end < 0 ? clean.length : end);
    start += written.length + 1;
    const line = written.startsWith('>') ? written.replace(QUOTED, '') : written;
    const tabbed = line.length < 4000 && line.trim().includes('\t');
    const below = end < 0 || tabbed || !line.includes('  ') ? '' : lineAt(clean, start);
    result.add(line, tabbed ? line.split('\t').slice(0, 40) : aligned.cellsOf(line, below));
  }
  return result.lines;
}
