/** The catalogue of problems (RFC 9457) that the API answers with: one slug, one status, one title. */

export const PROBLEM_TYPE_PREFIX = 'urn:contacts-for-envoke:problem:';

export const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The request is not of the form this endpoint takes' },
  'invalid-search': { status: 400, title: 'Envoke does not take this search' },
  'session-required': { status: 401, title: 'Sign in first' },
  'session-ended': { status: 401, title: 'This session has ended' },
  'proof-required': { status: 401, title: 'The DPoP proof is missing or not valid' },
  'use-dpop-nonce': { status: 401, title: 'The DPoP proof must carry the nonce given in the answer' },
  'connection-ended': {
    status: 401,
    title: 'Envoke no longer accepts the permission this session was given',
  },
  'cross-site': { status: 403, title: 'Requests from other sites are not answered' },
  'envoke-forbids': { status: 403, title: 'Envoke does not let this connection do that' },
  'consent-not-allowed': { status: 403, title: 'This change of consent is not allowed' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'contact-not-found': { status: 404, title: 'Envoke has no such contact' },
  'session-not-found': { status: 404, title: 'There is no such session' },
  'method-not-allowed': { status: 405, title: 'This endpoint does not take that method' },
  'contact-exists': { status: 409, title: 'A contact with this e-mail is already in Envoke' },
  'contact-changed': { status: 409, title: 'The contact was changed in Envoke in the meantime' },
  'consent-confirmation-needed': {
    status: 409,
    title: 'This change of consent needs an explicit confirmation and a description',
  },
  'write-in-progress': { status: 409, title: 'The same write is still under way' },
  'body-too-large': { status: 413, title: 'The request body is too large' },
  'unsupported-media-type': { status: 415, title: 'The request body must be plain JSON' },
  'idempotency-key-reused': { status: 422, title: 'This Idempotency-Key was used for another request' },
  'contact-rejected': { status: 422, title: 'Envoke refused the contact' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The request headers are too large' },
  'internal-error': { status: 500, title: 'Something went wrong in the broker' },
  'envoke-answer': { status: 502, title: 'Envoke gave an answer that cannot be used' },
  'write-uncertain': {
    status: 502,
    title: 'Envoke did not say whether the write happened; repeat it with the same key',
  },
  'envoke-unreachable': { status: 502, title: 'Envoke cannot be reached' },
  'envoke-busy': { status: 503, title: 'Envoke asks to wait' },
  overloaded: { status: 503, title: 'The broker has too much to do' },
  'store-unavailable': { status: 503, title: 'The broker cannot reach its store' },
  'envoke-timeout': { status: 504, title: 'Envoke did not answer in time' },
} as const;

export type ProblemSlug = keyof typeof PROBLEMS;

/** What `errors` say of the day of a consent, `/happened_on`, where the extension tells the person what to check. */
export const DAY_DETAILS = { toCome: 'is still to come', over: 'the period is over' } as const;

/** Shape on the wire. `type` is {@link PROBLEM_TYPE_PREFIX} and the slug; `instance` is the request id, as in the log. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  instance: string;
  /** Where the request was wrong: JSON pointers, never values. */
  errors?: { pointer: string; detail: string }[];
  /** Envoke's own sentences about a refused write; they may name the fields, and are for the person who made the request. */
  envoke_errors?: string[];
  /** With `contact-exists`, `contact-changed`, `consent-confirmation-needed` and `consent-not-allowed`: who is there now. */
  contact?: import('./schemas/contact.ts').Contact;
  /** Seconds to wait, as in `Retry-After`. */
  retry_after?: number;
}

/** The slug of a problem's `type`, or undefined when it is not one of this catalogue. */
export function problemSlug(type: string): ProblemSlug | undefined {
  const slug = type.startsWith(PROBLEM_TYPE_PREFIX) ? type.slice(PROBLEM_TYPE_PREFIX.length) : '';
  return Object.hasOwn(PROBLEMS, slug) ? (slug as ProblemSlug) : undefined;
}
