/** A key is missing, weak, changed or still needed: the broker does not start. The message says what to do and holds no key. */
export class KeyError extends Error {
  override readonly name = 'KeyError';

  /** What to do, where that is not to restore a backup. */
  readonly advice: string | undefined;

  constructor(message: string, cause?: unknown, advice?: string) {
    super(message, { cause });
    this.advice = advice;
  }
}
