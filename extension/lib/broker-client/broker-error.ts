/** The one error that calls to the broker end with. */
import type { Problem, ProblemSlug } from '../../../shared/problems.ts';

/** Reasons that do not come from the broker: no session, no connection, no broker, or an unreadable answer. */
type LocalReason = 'not-signed-in' | 'permission-needed' | 'offline' | 'broker-unreachable' | 'bad-answer';

export type BrokerErrorSlug = ProblemSlug | LocalReason;

export interface BrokerErrorDetails {
  /** HTTP status; null when there was no answer. */
  status?: number;
  /** Pairs with the broker's log; null when there was no answer. */
  requestId?: string;
  errors?: Problem['errors'];
  /** Envoke's own sentences about a refused write. */
  envokeErrors?: readonly string[];
  /** The contact that Envoke already has (contact-exists, consent-confirmation-needed). */
  contact?: Problem['contact'];
  retryAfterSeconds?: number;
  cause?: unknown;
}

/** A call that did not succeed. Nothing is known about whether a write happened; repeat it with the same key. */
export class BrokerError extends Error {
  override readonly name = 'BrokerError';
  readonly slug: BrokerErrorSlug;
  readonly status: number | null;
  readonly requestId: string | null;
  readonly errors: NonNullable<Problem['errors']>;
  readonly envokeErrors: readonly string[];
  readonly contact: NonNullable<Problem['contact']> | null;
  readonly retryAfterSeconds: number | null;

  constructor(slug: BrokerErrorSlug, details: BrokerErrorDetails = {}) {
    super(slug, details.cause === undefined ? undefined : { cause: details.cause });
    this.slug = slug;
    this.status = details.status ?? null;
    this.requestId = details.requestId ?? null;
    this.errors = details.errors ?? [];
    this.envokeErrors = details.envokeErrors ?? [];
    this.contact = details.contact ?? null;
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
  }
}

export function isBrokerError(error: unknown): error is BrokerError {
  return error instanceof BrokerError;
}
