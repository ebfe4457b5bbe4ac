/** What the Envoke client must be told. Values come from `broker/config.ts`; nothing here reads the environment. */
export interface EnvokeConfig {
  /** Authorize URI, opened by the person's browser. */
  authorizeUrl: string;
  /** Postback URI, where the code is exchanged. */
  tokenUrl: string;
  /** Base of the API, without a trailing slash; the only host that ever gets an access token. */
  apiUrl: string;
  clientId: string;
  clientSecret: string;
  /** `<PUBLIC_URL>/oauth/callback`, the one redirect URI registered with Envoke. */
  redirectUri: string;
  /** Longest time of one call, waiting in line and retries included. */
  deadlineMs: number;
  /** Largest answer read; a page of 100 contacts with long consent descriptions fits in 8 MiB. */
  maxAnswerBytes: number;
  /** Pace per access token. Envoke publishes no rate; integrators found about one a second to be well taken. */
  requestsPerSecond: number;
  /** Requests that may go at once before the pace holds. */
  burst: number;
}
