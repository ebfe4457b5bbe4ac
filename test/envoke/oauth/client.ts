/** An application registered with Envoke: one redirect URI, a secret sent in the request body (envoke-api section 1). */
export interface Client {
  /** What the review page calls it. */
  readonly name: string;
  /** 32 hex digits. */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

export function findClient(clients: readonly Client[], clientId: string): Client | undefined {
  return clients.find((client) => client.clientId === clientId);
}
