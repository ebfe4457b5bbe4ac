/** The receiving end of one HTTP request: collects the answer up to a cap and until a deadline, or ends with a reason. */
import type { Dispatcher } from 'undici';
import { EnvokeError, type EnvokeReason } from './envoke-error.ts';

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

export class Exchange implements Dispatcher.DispatchHandler {
  readonly #options: ExchangeOptions;
  readonly #timer: NodeJS.Timeout;
  readonly #chunks: Buffer[] = [];
  #bytes = 0;
  #status = 0;
  #headers: Headers = {};
  /** There from the moment the request goes out; before it, nothing can have reached Envoke. */
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
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#options.maxAnswerBytes) this.fail('too-large');
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#failure !== undefined) return;
    clearTimeout(this.#timer);
    const read = (name: string) => [name, first(this.#headers[name])] as const;
    this.#options.onAnswer({
      status: this.#status,
      headers: Object.fromEntries(['content-type', 'content-encoding', 'retry-after'].map(read)),
      body: Buffer.concat(this.#chunks, this.#bytes),
    });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
    this.fail('unreachable', code);
  }
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? '';
