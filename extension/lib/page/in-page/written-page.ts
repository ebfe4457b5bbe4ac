/** The output of a walk so far: the text, the markup, and which part of the text is which. */
import type { WalkState } from './walk-state.ts';

export const escaped = (raw: string) =>
  raw.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export class WrittenPage {
  /** In pieces, since a text that grows is copied over and over. */
  readonly text: string[] = [];
  readonly html: string[] = [];
  readonly open: string[] = [];
  readonly selected: string[] = [];
  chars = 0;
  isLineEmpty = true;
  readonly #now: WalkState;

  constructor(now: WalkState) {
    this.#now = now;
  }

  writeText(raw: string): void {
    if (raw === '') return;
    this.text.push(raw);
    if (!this.#now.isClosed) this.open.push(raw);
    if (this.#now.isSelected) this.selected.push(raw);
    this.isLineEmpty = false;
  }

  writeMarkup(markup: string): void {
    if (this.#now.turned !== null) return;
    this.html.push(markup);
    this.chars += markup.length;
  }

  write(raw: string): void {
    if (this.#now.turned !== null) this.#now.turned += raw;
    else {
      this.writeText(raw);
      this.writeMarkup(escaped(raw));
    }
  }

  /** Ends the line, or the cell in it. */
  breakText(mark: '\n' | '\t'): void {
    if (this.#now.turned !== null) this.#now.turned += '\n';
    else if (!this.isLineEmpty) {
      this.text.push(mark);
      for (const part of [this.open, this.selected]) part.push('\n');
      this.isLineEmpty = mark === '\n';
    }
  }

  writeLines(lines: readonly string[]): void {
    for (const [at, line] of lines.entries()) {
      if (at > 0) {
        this.breakText('\n');
        this.writeMarkup('<br>');
      }
      this.write(line);
    }
  }

  /** Where the link writes to counts, not how its words spell it. */
  writeAddresses(addresses: readonly string[], start: number): void {
    const shown = this.text.splice(start);
    this.text.push(...shown.map((piece) => piece.replace(/\S*@\S*|\[email.protected\]/gi, '')));
    this.writeText(addresses.map((one) => ` <${one}>`).join(''));
  }
}
