/** What a request knows after the broker has verified its session token and DPoP proof and opened its session row. */

export interface AuthenticatedSession {
  id: string;
  /** Envoke's account id; contacts, activity and idempotency keys belong to it. */
  accountId: string;
  accountName: string;
  /** Equal for the sessions of one person in the account; null when the client did not say. */
  ownerHash: string | null;
  /** Envoke's access token: only for the Envoke client, never logged, never in an answer. */
  envokeToken: string;
  /** Epoch seconds. */
  expiresAt: number;
  idleExpiresAt: number;
  connectionExpiresAt: number;
}
