/** The only error of the Envoke client: a typed reason, and the facts that a caller needs to react. */

export type EnvokeReason =
  /** There was no connection, or it broke. */
  | 'unreachable'
  /** The deadline passed. */
  | 'timeout'
  /** The answer is larger than the cap. */
  | 'too-large'
  /** A redirect. The client never follows one, so that no token reaches another host. */
  | 'redirected'
  /** The answer is not JSON. */
  | 'not-json'
  /** JSON, but not in the form that this endpoint has. */
  | 'wrong-shape'
  /** 401 several times in a row, or a refusal that `/v1/settings` gives too: the token was revoked or has expired. */
  | 'unauthorized'
  /** 403: the rights of the API user do not include this. */
  | 'forbidden'
  /** 429 for longer than the deadline. */
  | 'rate-limited'
  /** Envoke understood the request and refused it: 400, or `success: false`. */
  | 'rejected'
  | 'not-found'
  | 'server-error'
  /** The postback URI refused the authorization code. */
  | 'code-refused'
  /** The postback URI refused our client id or secret. */
  | 'client-refused'
  /** Too many callers wait for this token's turn. */
  | 'queue-full'
  /** The caller disconnected before the call's turn came: nothing was sent. */
  | 'given-up';

export interface EnvokeErrorFacts {
  /** Seconds until another try makes sense. */
  retryAfterSeconds?: number;
  /** Envoke's own sentences. They may name a contact, so they are for the person who asked, never for a log. */
  envokeErrors?: string[];
  /** A write whose answer was lost; Envoke may have carried it out. */
  mayHaveHappened?: boolean;
  /** HTTP status or the system's error code. */
  code?: string;
  /** The token is proven to be valid, so Envoke refused the request itself. */
  isAboutRequest?: boolean;
}

/** Contains no token, no secret, no URL and no cause: parser errors of the transport contain bytes of the answer. */
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

  /** The same failure with another reason. */
  as(reason: EnvokeReason): EnvokeError {
    return new EnvokeError(reason, { ...this });
  }

  /** The same failure, proven not to be about the access token. */
  aboutRequest(): EnvokeError {
    return new EnvokeError(this.reason, { ...this, isAboutRequest: true });
  }
}

export function isEnvokeError(error: unknown): error is EnvokeError {
  return error instanceof EnvokeError;
}
