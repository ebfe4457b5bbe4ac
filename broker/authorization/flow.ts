/** What is known of a sign-in under way: the content of the sealed `request_uri`, flow cookie and `code`. */
import Type, { type Static } from 'typebox';

export const FlowSchema = Type.Object({
  /** As Envoke is told it. */
  state: Type.String(),
  codeChallenge: Type.String(),
  /** Thumbprint of the DPoP key that began; the same must redeem the code. */
  jkt: Type.String(),
  redirectUri: Type.String(),
  /** The client's own state; null when it sent none. */
  clientState: Type.Union([Type.String(), Type.Null()]),
  uiLocales: Type.String(),
});
export type Flow = Static<typeof FlowSchema>;

/** Where a flow goes on: what it is, only the browser's cookie knows. */
export const StartSchema = Type.Object({ state: Type.String(), uiLocales: Type.String() });

export const SpendableCodeSchema = Type.Object({
  envokeCode: Type.String(),
  codeChallenge: Type.String(),
  jkt: Type.String(),
  redirectUri: Type.String(),
});
/** Envoke's code, which only the holder of verifier and key may have spent. */
export type SpendableCode = Static<typeof SpendableCodeSchema>;

/** From the pushed request to Envoke's answer: log in, perhaps with a second factor, review, authorize. */
export const FLOW_LIFETIME_SECONDS = 600;
/** From the redirect to the token request; a second's work (ASVS 10.4.3 asks for a minute at most). */
export const CODE_LIFETIME_SECONDS = 60;
/** Prefix of a `request_uri` (RFC 9126 section 2.2). */
export const REQUEST_URI_PREFIX = 'urn:ietf:params:oauth:request_uri:';
