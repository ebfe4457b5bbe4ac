/** The outcome of a request, read from its answer before the answer is sent, in words of closed lists. Pure. */
import { problemSlug } from '../../shared/problems.ts';

/** RFC 6749 sections 4.1.2.1 and 5.2, RFC 8628 section 3.5, RFC 9126 section 2.3, RFC 9449 sections 5 and 8, RFC 7009 section 2.2.1. */
const OAUTH_ERRORS = new Set([
  'access_denied',
  'authorization_pending',
  'expired_token',
  'invalid_client',
  'invalid_dpop_proof',
  'invalid_grant',
  'invalid_request',
  'invalid_request_object',
  'invalid_request_uri',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
  'unsupported_token_type',
  'use_dpop_nonce',
]);

export interface Answer {
  status: number;
  contentType: string;
  /** Text of the body; other kinds of body are not read. */
  payload: unknown;
  location?: string | undefined;
}

/** The slug of a problem answer; undefined for every other answer. */
export function problemOf({ contentType, payload }: Answer): string | undefined {
  if (!contentType.startsWith('application/problem+json')) return undefined;
  const type = memberOf(payload, 'type');
  return (type === undefined ? undefined : problemSlug(type)) ?? 'other';
}

/** `ok`, an OAuth error code, or `refused` or `failed` when the answer names none. */
export function signInOutcomeOf(answer: Answer): string {
  const error = errorOf(answer);
  if (error !== undefined) return OAUTH_ERRORS.has(error) ? error : 'other';
  if (answer.status < 400) return 'ok';
  return answer.status < 500 ? 'refused' : 'failed';
}

function errorOf({ contentType, payload, location }: Answer): string | undefined {
  if (location !== undefined && URL.canParse(location))
    return new URL(location).searchParams.get('error') ?? undefined;
  return contentType.startsWith('application/json') ? memberOf(payload, 'error') : undefined;
}

function memberOf(payload: unknown, name: string): string | undefined {
  if (typeof payload !== 'string') return undefined;
  try {
    const json: unknown = JSON.parse(payload);
    const value = typeof json === 'object' && json !== null ? Reflect.get(json, name) : undefined;
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
