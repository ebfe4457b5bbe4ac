/** The only way for the broker's code to end a request with a problem of the catalogue. */

import { PROBLEMS, type ProblemSlug } from '../shared/problems.ts';
import type { Contact } from '../shared/schemas/contact.ts';

export interface ProblemDetails {
  /** The wrong places in the request: JSON pointers, never values. */
  errors?: { pointer: string; detail: string }[];
  /** Envoke's own sentences about a refused write. */
  envokeErrors?: string[];
  contact?: Contact;
  retryAfterSeconds?: number;
  cause?: unknown;
}

/**
 * A request that ends with a problem. `reason` is internal and precise: it goes to the log, never to the client, and
 * contains no secret and no contact's data.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly slug: ProblemSlug;
  readonly reason: string;
  readonly status: number;
  readonly details: ProblemDetails;

  constructor(slug: ProblemSlug, reason: string, details: ProblemDetails = {}) {
    super(`${slug}: ${reason}`, details.cause === undefined ? undefined : { cause: details.cause });
    this.slug = slug;
    this.reason = reason;
    this.status = PROBLEMS[slug].status;
    this.details = details;
  }
}
