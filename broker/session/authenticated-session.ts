/** What a request knows after its session token and DPoP proof were verified and its row opened. */

export interface AuthenticatedSession {
  id: string;
  /** Envoke's account id; contacts, activity and idempotency keys belong to it. */
  accountId: string;
  accountName: string;
  /** Envoke's access token: for the Envoke client alone, never logged, never answered. */
  envokeToken: string;
  /** Epoch seconds. */
  expiresAt: number;
  idleExpiresAt: number;
  connectionExpiresAt: number;
}
