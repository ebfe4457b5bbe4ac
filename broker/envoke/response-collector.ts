/** Receives the answer to one HTTP request, up to a byte limit and a deadline, or ends with a reason. */
import type { Dispatcher } from 'undici';
import { EnvokeError, type EnvokeReason } from './envoke-error.ts';

/** Size of the buffer when the answer announces no length. */
const FIRST_BYTES = 16_384;

type Headers = Record<string, string | string[] | undefined>;

export interface RawAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}

export interface ExchangeOptions {
  isWrite: boolean;
  timeoutMs: number;
  maxAnswerBytes: number;
  onAnswer: (answer: RawAnswer) => void;
  onFailure: (error: EnvokeError) => void;
}

export class ResponseCollector implements Dispatcher.DispatchHandler {
  readonly #options: ExchangeOptions;
  readonly #timer: NodeJS.Timeout;
  /**
   * Filled from the start. Chunks are copied into it, since many small chunks would use many times their size in
   * memory.
   */
  #body = Buffer.alloc(0);
  #bytes = 0;
  #status = 0;
  #headers: Headers = {};
  /** Set when the request is sent; before that, nothing can have reached Envoke. */
  #controller: Dispatcher.DispatchController | undefined;
  #failure: EnvokeError | undefined;

  constructor(options: ExchangeOptions) {
    this.#options = options;
    this.#timer = setTimeout(() => this.fail('timeout'), Math.max(0, options.timeoutMs));
  }

  /** Ends the exchange; only the first reason counts. */
  fail(reason: EnvokeReason, code?: string): void {
    if (this.#failure !== undefined) return;
    clearTimeout(this.#timer);
    const mayHaveHappened = this.#options.isWrite && this.#controller !== undefined;
    this.#failure = new EnvokeError(reason, { mayHaveHappened, ...(code === undefined ? {} : { code }) });
    this.#controller?.abort(this.#failure);
    this.#options.onFailure(this.#failure);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#failure !== undefined) controller.abort(this.#failure);
    else this.#controller = controller;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Headers): void {
    const announced = Number(first(headers['content-length']));
    if (status >= 300 && status < 400) this.fail('redirected', String(status));
    else if (announced > this.#options.maxAnswerBytes) this.fail('too-large');
    else if (announced > 0) this.#body = Buffer.allocUnsafe(announced);
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    const end = this.#bytes + chunk.length;
    if (end > this.#options.maxAnswerBytes) {
      this.fail('too-large');
      return;
    }
    if (end > this.#body.length) this.#grow(end);
    chunk.copy(this.#body, this.#bytes);
    this.#bytes = end;
  }

  onResponseEnd(): void {
    if (this.#failure !== undefined) return;
    clearTimeout(this.#timer);
    const read = (name: string) => [name, first(this.#headers[name])] as const;
    this.#options.onAnswer({
      status: this.#status,
      headers: Object.fromEntries(['content-type', 'content-encoding', 'retry-after'].map(read)),
      body: this.#body.subarray(0, this.#bytes),
    });
  }

  /** At least doubles the buffer, so that all copies together are at most twice the answer's size. */
  #grow(bytes: number): void {
    const larger = Buffer.allocUnsafe(Math.max(bytes, 2 * this.#body.length, FIRST_BYTES));
    this.#body.copy(larger, 0, 0, this.#bytes);
    this.#body = larger;
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
    this.fail('unreachable', code);
  }
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? '';
