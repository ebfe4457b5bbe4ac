/**
 * The settings of the Envoke client. The values come from `broker/config.ts`; this code does not read the environment.
 */
export interface EnvokeConfig {
  /** Authorize URI, opened by the person's browser. */
  authorizeUrl: string;
  /** Postback URI, where the code is exchanged. */
  tokenUrl: string;
  /** Base URL of the API, without a trailing slash; the only host that ever receives an access token. */
  apiUrl: string;
  clientId: string;
  clientSecret: string;
  /** `<PUBLIC_URL>/oauth/callback`, the one redirect URI registered with Envoke. */
  redirectUri: string;
  /** Longest duration of one call, including the wait for its turn and retries. */
  deadlineMs: number;
  /** Largest answer accepted; a page of 100 contacts with long consent descriptions fits into 8 MiB. */
  maxAnswerBytes: number;
  /** Rate per access token. Envoke publishes no limit; integrators found that it accepts about one a second. */
  requestsPerSecond: number;
  /** Requests that may be sent at once before the rate applies. */
  burst: number;
  /** Whether writes say since when a consent counts, for an Envoke that was found to take it. */
  sendsEffectiveDate: boolean;
}
