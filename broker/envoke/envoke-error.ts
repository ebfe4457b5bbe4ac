/** The one error of the Envoke client: a typed reason, and what a caller needs in order to go on. */

export type EnvokeReason =
  /** No connection, or it broke. */
  | 'unreachable'
  /** The deadline passed. */
  | 'timeout'
  /** The answer is larger than the cap. */
  | 'too-large'
  /** A redirect; never followed, so that no token reaches another host. */
  | 'redirected'
  /** The answer is no JSON. */
  | 'not-json'
  /** JSON, but not of the shape that this endpoint has. */
  | 'wrong-shape'
  /** 401 several times in a row, or a refusal that `/v1/settings` shares: the token was withdrawn or has expired. */
  | 'unauthorized'
  /** 403. */
  | 'forbidden'
  /** 429 for longer than the deadline. */
  | 'rate-limited'
  /** Envoke understood and refused: 400, or `success: false`. */
  | 'rejected'
  | 'not-found'
  | 'server-error'
  /** The postback URI refused the authorization code. */
  | 'code-refused'
  /** The postback URI refused our client id or secret. */
  | 'client-refused'
  /** Too many callers wait for this token's turn. */
  | 'queue-full'
  /** Whoever asked went away before the call's turn came: nothing was sent. */
  | 'given-up';

export interface EnvokeErrorFacts {
  /** Seconds until a new try makes sense. */
  retryAfterSeconds?: number;
  /** Envoke's own sentences; may name a contact, so: for the person who asked, never for a log. */
  envokeErrors?: string[];
  /** A write whose answer was lost: it may have been carried out. */
  mayHaveHappened?: boolean;
  /** HTTP status or the system's error code. */
  code?: string;
  /** The token is proven to be good, so the request itself was refused. */
  isAboutRequest?: boolean;
}

/** Carries no token, no secret, no URL and no cause: parser errors of the transport hold bytes of the answer. */
export class EnvokeError extends Error {
  override readonly name = 'EnvokeError';
  readonly reason: EnvokeReason;
  readonly retryAfterSeconds?: number;
  readonly envokeErrors?: string[];
  readonly mayHaveHappened: boolean;
  readonly code?: string;
  readonly isAboutRequest: boolean;

  constructor(reason: EnvokeReason, facts: EnvokeErrorFacts = {}) {
    super(facts.code === undefined ? `Envoke: ${reason}` : `Envoke: ${reason} (${facts.code})`);
    this.reason = reason;
    this.mayHaveHappened = facts.mayHaveHappened ?? false;
    this.isAboutRequest = facts.isAboutRequest ?? false;
    if (facts.retryAfterSeconds !== undefined) this.retryAfterSeconds = facts.retryAfterSeconds;
    if (facts.envokeErrors !== undefined) this.envokeErrors = facts.envokeErrors;
    if (facts.code !== undefined) this.code = facts.code;
  }

  /** The same failure, known to be for another reason. */
  as(reason: EnvokeReason): EnvokeError {
    return new EnvokeError(reason, { ...this });
  }

  /** The same failure, known not to be about the access token. */
  aboutRequest(): EnvokeError {
    return new EnvokeError(this.reason, { ...this, isAboutRequest: true });
  }
}

export function isEnvokeError(error: unknown): error is EnvokeError {
  return error instanceof EnvokeError;
}
