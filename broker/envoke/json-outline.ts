/**
 * Counts the brackets and commas of large JSON while it arrives. It refuses the JSON at the first byte from which on it
 * is too deep, has too many values, or has something behind its end. Everything else is checked by the parser.
 */
import { EnvokeError } from './envoke-error.ts';

/** Elements of a list are parsed in groups of about this size. */
const GROUP_BYTES = 65_536;
/** Envoke's answers have four levels. */
const DEPTH_MAX = 32;
/** A page of 100 contacts with hundreds of custom fields each has half as many values. */
const VALUES_MAX = 100_000;
/** Size of one list element, of a whole value that is not a list, and of the blanks at the end. */
const VALUE_MAX_BYTES = 1_048_576;

const [QUOTE, COMMA, BACKSLASH, SPACE] = [0x22, 0x2c, 0x5c, 0x20];
const [OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [0x5b, 0x5d, 0x7b, 0x7d];

export class JsonOutline {
  /** Commas between elements of a list, each of which ends a group. */
  readonly cuts: number[] = [];
  /** Position of the bracket that ends the outermost value. */
  endAt: number | undefined;
  /** How far the text has been read. */
  at: number;

  /** Position of the first byte of the JSON. */
  readonly start: number;
  /** Known from the first byte on. */
  isList = false;

  #depth = 0;
  #values = 0;
  #isInString = false;
  #groupStart: number;
  /** Start of the list element, or of the value that is not a list, or of the blanks behind the end. */
  #valueStart: number;

  constructor(start: number) {
    this.start = start;
    this.#groupStart = start;
    this.#valueStart = start;
    this.at = start;
  }

  /**
   * Reads on, up to a position.
   *
   * @param json UTF-8: the bytes as before, and more behind them
   * @throws EnvokeError 'not-json' or 'too-large'
   */
  readTo(json: Buffer, to: number): void {
    if (this.at === this.start) this.#readFirst(json[this.start]);
    let at = this.at;
    let isInString = this.#isInString;
    while (at < to) {
      const char = json[at] ?? SPACE;
      if (isInString) {
        // The character after a backslash is passed over, also when it has not arrived yet.
        if (char === BACKSLASH) at += 1;
        else if (char === QUOTE) isInString = false;
      } else if (char > SPACE) {
        isInString = char === QUOTE;
        this.#readMark(char, at);
      }
      at += 1;
    }
    this.at = at;
    this.#isInString = isInString;
    this.#checkSize(to);
  }

  #readFirst(char: number | undefined): void {
    this.isList = char === OPEN_LIST;
    if (!this.isList && char !== OPEN_MAP) throw new EnvokeError('not-json', { code: 'syntax' });
  }

  #readMark(char: number, at: number): void {
    if (this.endAt !== undefined) throw new EnvokeError('not-json', { code: 'not-whole' });
    if (char === COMMA) {
      this.#values += 1;
      if (this.#depth === 1 && this.isList) this.#endElement(at);
    } else if (char === OPEN_LIST || char === OPEN_MAP) {
      this.#values += 1;
      this.#depth += 1;
      if (this.#depth > DEPTH_MAX) throw new EnvokeError('not-json', { code: 'too-deep' });
    } else if (char === CLOSE_LIST || char === CLOSE_MAP) {
      this.#depth -= 1;
      if (this.#depth === 0) this.#end(at);
    }
    if (this.#values > VALUES_MAX) throw new EnvokeError('too-large', { code: 'too-many-values' });
  }

  #endElement(at: number): void {
    this.#checkSize(at);
    this.#valueStart = at;
    if (at - this.#groupStart < GROUP_BYTES) return;
    this.cuts.push(at);
    this.#groupStart = at;
  }

  #end(at: number): void {
    this.#checkSize(at);
    this.#valueStart = at;
    this.endAt = at;
  }

  #checkSize(at: number): void {
    if (at - this.#valueStart > VALUE_MAX_BYTES) throw new EnvokeError('too-large', { code: 'value' });
  }
}
