/** The one error a sign-in ends with. */
import type { SignInFailure } from './progress.ts';

export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly failure: SignInFailure;
  readonly requestId: string | null;

  constructor(failure: SignInFailure, requestId: string | null = null, cause?: unknown) {
    super(failure, cause === undefined ? undefined : { cause });
    this.failure = failure;
    this.requestId = requestId;
  }
}
