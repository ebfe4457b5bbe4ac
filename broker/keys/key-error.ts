/** A key is missing, weak, changed or still needed: the broker does not start. The message says what to do and holds no key. */
export class KeyError extends Error {
  override readonly name = 'KeyError';

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
  }
}
