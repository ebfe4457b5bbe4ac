/** Guards for accounts, sessions, activity and OAuth answers of the broker. Pure. */
import type {
  Account,
  Activity,
  ActivityEntry,
  SessionSummary,
  Sessions,
} from '../../../shared/schemas/account.ts';
import type { PushedAuthorizationResponse, TokenResponse } from '../../../shared/schemas/oauth.ts';
import {
  isArrayOf,
  isBoolean,
  isNullOr,
  isNumber,
  isOneOf,
  isOptional,
  isShaped,
  isString,
} from '../storage/guards.ts';

export const isAccount = isShaped<Account>({
  id: isString,
  name: isString,
  connection_expires_at: isNumber,
  session: isShaped<Account['session']>({ id: isString, expires_at: isNumber, idle_expires_at: isNumber }),
});

const isSessionSummary = isShaped<SessionSummary>({
  id: isString,
  current: isBoolean,
  own: isBoolean,
  device_name: isString,
  browser: isString,
  created_at: isNumber,
  last_used_at: isNumber,
  expires_at: isNumber,
});

export const isSessions = isShaped<Sessions>({ sessions: isArrayOf(isSessionSummary) });

const isActivityEntry = isShaped<ActivityEntry>({
  id: isString,
  at: isNumber,
  session_id: isString,
  action: isOneOf(['create', 'update', 'interests', 'unsubscribe']),
  contact_id: isString,
  outcome: isOneOf(['done', 'already-there', 'refused', 'failed', 'uncertain']),
  consent_from: isString,
  consent_to: isString,
  basis: isString,
  happened_on: isOptional(isString),
  conditions: isOptional(isString),
  person: isOptional(isString),
  description_digest: isOptional(isString),
  answer: isOptional(isString),
  page_url: isString,
  confirmed: isBoolean,
  request_id: isString,
});

export const isActivity = isShaped<Activity>({
  entries: isArrayOf(isActivityEntry),
  next_before: isNullOr(isString),
});

export const isPushedAuthorizationResponse = isShaped<PushedAuthorizationResponse>({
  request_uri: isString,
  expires_in: isNumber,
});

/** Only DPoP-bound tokens are taken: a bearer token would be a downgrade (RFC 9449 section 5). */
export const isTokenResponse = isShaped<TokenResponse>({
  access_token: isString,
  token_type: (value): value is 'DPoP' => isString(value) && value.toLowerCase() === 'dpop',
  expires_in: isNumber,
  scope: isString,
});

/** @see RFC 8628 section 3.5 */
export const isPendingResponse = isShaped<{ error: 'authorization_pending'; opened: boolean }>({
  error: isOneOf(['authorization_pending']),
  opened: isBoolean,
});
