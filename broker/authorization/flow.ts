/** The data of a sign-in in progress: the content of the sealed `request_uri`, of the flow cookie and of the `code`. */
import Type, { type Static } from 'typebox';

export const FlowSchema = Type.Object({
  /** The `state` that the broker sends to Envoke. */
  state: Type.String(),
  codeChallenge: Type.String(),
  /** Thumbprint of the DPoP key that began the flow; the same key must redeem the code. */
  jkt: Type.String(),
  redirectUri: Type.String(),
  /** The client's own state; null when it sent none. */
  clientState: Type.Union([Type.String(), Type.Null()]),
  uiLocales: Type.String(),
  /** Whether this browser has opened the start URL. */
  isOpened: Type.Optional(Type.Boolean()),
});
export type Flow = Static<typeof FlowSchema>;

/** What the `request_uri` holds: enough to continue a flow. The flow itself is only in the browser's cookie. */
export const StartSchema = Type.Object({ state: Type.String(), uiLocales: Type.String() });

export const SpendableCodeSchema = Type.Object({
  envokeCode: Type.String(),
  codeChallenge: Type.String(),
  jkt: Type.String(),
  redirectUri: Type.String(),
});
/** Envoke's code. Only the holder of the verifier and the key may have it exchanged. */
export type SpendableCode = Static<typeof SpendableCodeSchema>;

/** Envoke's answer to an authorization request: its code, or why it gave none. */
export const EnvokeAnswerSchema = Type.Union([
  SpendableCodeSchema,
  Type.Object({
    error: Type.Union([
      Type.Literal('access_denied'),
      Type.Literal('temporarily_unavailable'),
      Type.Literal('server_error'),
    ]),
    codeChallenge: Type.String(),
    jkt: Type.String(),
    redirectUri: Type.String(),
  }),
]);
export type EnvokeAnswer = Static<typeof EnvokeAnswerSchema>;

/**
 * From the pushed request to Envoke's answer: time to log in, perhaps with a second factor, to review and to authorize.
 */
export const FLOW_LIFETIME_SECONDS = 600;
/** From the redirect to the token request, which normally takes a second (ASVS 10.4.3 allows one minute at most). */
export const CODE_LIFETIME_SECONDS = 60;
/** Prefix of a `request_uri` (RFC 9126 section 2.2). */
export const REQUEST_URI_PREFIX = 'urn:ietf:params:oauth:request_uri:';
