/** Cells that span rows or columns: the markup repeats them in each of their places. */
import type { WrittenPage } from './written-page.ts';

interface Below {
  rows: number;
  html: string;
  text: string;
}

export class SpanningCells {
  #column = 0;
  readonly #below: Map<number, Below>;
  readonly #page: WrittenPage;

  constructor(page: WrittenPage, below: Map<number, Below> = new Map()) {
    this.#page = page;
    this.#below = below;
  }

  /** For the next row of the same table. */
  nextRow(): SpanningCells {
    return new SpanningCells(this.#page, this.#below);
  }

  /** Writes what reaches down to the column that comes next. */
  repeat(): void {
    for (let cell = this.#below.get(this.#column); cell !== undefined; cell = this.#below.get(this.#column)) {
      this.#page.writeMarkup(cell.html);
      this.#page.writeText(cell.text);
      this.#page.breakText('\t');
      if (cell.rows > 1) this.#below.set(this.#column, { ...cell, rows: cell.rows - 1 });
      else this.#below.delete(this.#column);
      this.#column += 1;
    }
  }

  /** @param start what was written before the cell */
  leave(cell: Element, start: { html: number; text: number }): void {
    const { rowSpan = 1, colSpan = 1 } = cell as Partial<HTMLTableCellElement>;
    if (rowSpan > 1) {
      const text = this.#page.text.slice(start.text).join('').replace(/\s+/g, ' ');
      // Whoever has an address stands once.
      const isShared = text.length < 200 && !text.includes('@');
      const html = isShared ? this.#page.html.slice(start.html).join('') : '<td></td>';
      const rows = Math.min(rowSpan, 1000) - 1;
      this.#below.set(this.#column, { rows, html, text: isShared ? text : '' });
    }
    this.#page.writeMarkup('<td></td>'.repeat(Math.min(colSpan, 50) - 1));
    this.#column += colSpan;
  }
}
