/**
 * Receives the bytes of one answer up to a limit. JSON that is larger than a usual answer is looked through while it
 * arrives, so that the rest of what must be refused is neither received nor kept.
 */
import { EnvokeError } from './envoke-error.ts';
import { JsonOutline } from './json-outline.ts';
import { startOfJson } from './json-start.ts';

/** Shorter answers are parsed in one step: the worst of them takes a few milliseconds. */
export const SMALL_BYTES = 65_536;
/** Size of the first buffer when the answer announces no length. */
const FIRST_BYTES = 16_384;
const NOTHING = Buffer.alloc(0);
/** An announced length is believed up to this size. */
const FIRST_MAX_BYTES = 131_072;

export interface RawAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** What was seen of a large body while it arrived. */
  outline?: JsonOutline;
}

export class AnswerBody {
  readonly #maxBytes: number;
  readonly #isJson: boolean;
  readonly #announcedBytes: number;
  /**
   * Filled from the start. Chunks are copied, since many small chunks would use many times their size in memory; only one
   * that is the whole answer, as most are, is kept as it came.
   */
  #buffer: Buffer = NOTHING;
  #bytes = 0;
  #outline: JsonOutline | undefined;

  constructor(options: { maxBytes: number; isJson: boolean; announcedBytes?: number }) {
    this.#maxBytes = options.maxBytes;
    this.#isJson = options.isJson;
    this.#announcedBytes = options.announcedBytes ?? 0;
  }

  /** @throws EnvokeError 'too-large' or 'not-json' */
  add(chunk: Buffer): void {
    const end = this.#bytes + chunk.length;
    if (end > this.#maxBytes) throw new EnvokeError('too-large');
    if (this.#bytes === 0 && chunk.length === this.#announcedBytes) this.#buffer = chunk;
    else this.#copy(chunk, end);
    this.#bytes = end;
    if (!this.#isJson || end <= SMALL_BYTES) return;
    this.#outline ??= new JsonOutline(startOfJson(this.#buffer.subarray(0, end)));
    this.#outline.readTo(this.#buffer, end);
  }

  get received(): Pick<RawAnswer, 'body' | 'outline'> {
    const body = this.#buffer.subarray(0, this.#bytes);
    return this.#outline === undefined ? { body } : { body, outline: this.#outline };
  }

  #copy(chunk: Buffer, end: number): void {
    if (end > this.#buffer.length) this.#grow(end);
    chunk.copy(this.#buffer, this.#bytes);
  }

  /** At least doubles the buffer, so that all copies together are at most twice the answer's size. */
  #grow(bytes: number): void {
    const first = Math.min(this.#announcedBytes || FIRST_BYTES, FIRST_MAX_BYTES);
    const larger = Buffer.allocUnsafe(Math.max(bytes, 2 * this.#buffer.length, first));
    this.#buffer.copy(larger, 0, 0, this.#bytes);
    this.#buffer = larger;
  }
}
