/** The output of a walk so far: the text, the markup, and which part of the text is which. */
import { isOtherAddress } from './page-elements.ts';
import type { Place } from './walk-state.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escaped = (raw: string) => raw.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

interface LinkStart {
  readonly html: number;
  readonly text: number;
}

export class WrittenPage {
  /** In pieces, since a text that grows is copied over and over. */
  readonly text: string[] = [];
  readonly html: string[] = [];
  readonly open: string[] = [];
  readonly selected: string[] = [];
  chars = 0;
  isLineEmpty = true;
  readonly #place: Place;
  /** Text turned round by CSS waits here until its element ends; null elsewhere. */
  #turned: string | null = null;
  /** Where the turned text stood: its element ends only when the place has changed again. */
  #turnedAt: Place['now'] | null = null;

  constructor(place: Place) {
    this.#place = place;
  }

  get isTurned(): boolean {
    return this.#turned !== null;
  }

  writeText(raw: string): void {
    if (raw === '') return;
    this.text.push(raw);
    const { isClosed, isSelected } = this.#place.now;
    if (!isClosed) this.open.push(raw);
    if (isSelected) this.selected.push(raw);
    this.isLineEmpty = false;
  }

  writeMarkup(markup: string): void {
    if (markup === '' || this.#turned !== null) return;
    this.html.push(markup);
    this.chars += markup.length;
  }

  write(raw: string): void {
    if (this.#turned !== null) {
      this.#turned += raw;
      this.#turnedAt = this.#place.now;
    } else {
      this.writeText(raw);
      this.writeMarkup(escaped(raw));
    }
  }

  /** Ends the line, or the cell in it. */
  breakText(mark: '\n' | '\t'): void {
    if (this.#turned !== null) this.#turned += '\n';
    else if (!this.isLineEmpty) {
      this.text.push(mark);
      this.open.push('\n');
      this.selected.push('\n');
      this.isLineEmpty = mark === '\n';
    }
  }

  /** What is written until the end of the turn is turned round. */
  turn(): void {
    this.#turned = '';
  }

  endTurn(): void {
    const lines = this.#turned?.split('\n') ?? [];
    this.#turned = null;
    const { now } = this.#place;
    this.#place.now = this.#turnedAt ?? now;
    this.writeLines(lines.map((line) => [...line].reverse().join('')));
    this.#place.now = now;
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

  openLink(href: string): LinkStart {
    const start = { html: this.html.length, text: this.text.length };
    this.writeMarkup(`<a href="${escaped(href)}">`);
    return start;
  }

  /** Where the link writes to counts, not how its words spell it, unless they are somebody else's address. */
  closeLink(start: LinkStart, addresses: readonly string[]): void {
    this.writeMarkup('</a>');
    if (addresses.length === 0) return;
    const shown = this.text.slice(start.text);
    if (isOtherAddress(shown.join(''), addresses)) {
      if (this.html.length > start.html) this.html[start.html] = '<a>';
      return;
    }
    this.text.length = start.text;
    this.text.push(...shown.map((piece) => piece.replace(/\S*@\S*|\[email.protected\]/gi, '')));
    this.writeText(addresses.map((one) => ` <${one}>`).join(''));
  }
}
