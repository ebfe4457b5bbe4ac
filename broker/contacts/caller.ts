/**
 * The person who makes a request, as the contacts code needs to know them. An AuthenticatedSession has every field of a
 * Caller.
 */

export interface EnvokeAccess {
  accountId: string;
  /** Envoke's access token: only for the Envoke client. */
  envokeToken: string;
}

/** The caller of a write, with what the audit line records about the request. */
export interface Caller extends EnvokeAccess {
  sessionId: string;
  requestId: string;
  idempotencyKey: string;
}
