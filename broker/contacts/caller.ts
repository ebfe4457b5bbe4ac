/** Who asks, as the domain of contacts needs to know it. An AuthenticatedSession fits the first. */

export interface EnvokeAccess {
  accountId: string;
  /** Envoke's access token: for the Envoke client alone. */
  envokeToken: string;
}

/** Of a write: what its audit line says. */
export interface Caller extends EnvokeAccess {
  sessionId: string;
  requestId: string;
  idempotencyKey: string;
}
