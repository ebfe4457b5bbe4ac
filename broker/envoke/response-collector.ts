/** Receives the answer to one HTTP request, up to a byte limit and a deadline, or ends with a reason. */
import type { Dispatcher } from 'undici';
import type { AnswerBody, RawAnswer } from './answer-body.ts';
import { createAnswerBody } from './answer-json.ts';
import { EnvokeError, type EnvokeReason, isEnvokeError } from './envoke-error.ts';

/** What is received of one answer before other requests have their turn. */
const STRETCH_BYTES = 131_072;
const NO_BODY = { body: Buffer.alloc(0) };

type Headers = Record<string, string | string[] | undefined>;

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
  #body: AnswerBody | undefined;
  #bytesInStretch = 0;
  #status = 0;
  #headers: RawAnswer['headers'] = {};
  /** Set when the request is sent; before that, nothing can have reached Envoke. */
  #controller: Dispatcher.DispatchController | undefined;
  #failure: EnvokeError | undefined;
  #isOver = false;

  constructor(options: ExchangeOptions) {
    this.#options = options;
    this.#timer = setTimeout(() => this.fail('timeout'), Math.max(0, options.timeoutMs));
  }

  /** Ends the exchange; only the first reason counts. */
  fail(reason: EnvokeReason, code?: string): void {
    if (this.#isOver) return;
    this.#end();
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
    this.#status = status;
    this.#headers = {
      'content-type': first(headers['content-type']),
      'content-encoding': first(headers['content-encoding']),
      'content-length': first(headers['content-length']),
      'retry-after': first(headers['retry-after']),
    };
    if (status >= 300 && status < 400) this.fail('redirected', String(status));
    else
      this.#receive(() => {
        this.#body = createAnswerBody(this.#headers, this.#options.maxAnswerBytes);
      });
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#receive(() => this.#body?.add(chunk));
    this.#bytesInStretch += chunk.length;
    if (this.#isOver || this.#bytesInStretch < STRETCH_BYTES) return;
    // Otherwise Node reads up to two megabytes of one connection at a stretch.
    this.#bytesInStretch = 0;
    controller.pause();
    setImmediate(() => controller.resume());
  }

  onResponseEnd(): void {
    if (!this.#isOver) this.#answer(this.#body?.received ?? NO_BODY);
  }

  /** What an error says is optional, its status is not: an error whose body is refused counts as one without. */
  #receive(step: () => void): void {
    if (this.#isOver) return;
    try {
      step();
    } catch (error) {
      if (!isEnvokeError(error)) throw error;
      if (this.#status < 300) this.fail(error.reason, error.code);
      else {
        this.#answer(NO_BODY);
        this.#controller?.abort(error);
      }
    }
  }

  #answer(received: Pick<RawAnswer, 'body' | 'outline'>): void {
    this.#end();
    this.#options.onAnswer({ status: this.#status, headers: this.#headers, ...received });
  }

  #end(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
    this.fail('unreachable', code);
  }
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? '';
