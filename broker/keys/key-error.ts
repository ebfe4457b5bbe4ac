/**
 * A key is missing, weak, changed or still needed, so the broker does not start. The message says what to do and
 * contains no key.
 */
export class KeyError extends Error {
  override readonly name = 'KeyError';

  /** What to do, when it is something other than restoring a backup. */
  readonly advice: string | undefined;

  constructor(message: string, cause?: unknown, advice?: string) {
    super(message, { cause });
    this.advice = advice;
  }
}
