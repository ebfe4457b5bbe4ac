/** What all writes to contacts have in common on the wire. */
import Type from 'typebox';
import { IDEMPOTENCY_KEY_PATTERN } from '../../shared/limits.ts';
import { ContactIdSchema } from '../../shared/schemas/contact.ts';
import type { Caller } from '../contacts/caller.ts';
import type { AuthenticatedSession } from '../session/authenticated-session.ts';

/** @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header */
export const WriteHeadersSchema = Type.Object({
  'idempotency-key': Type.String({ pattern: IDEMPOTENCY_KEY_PATTERN }),
});

export const ContactParamsSchema = Type.Object({ id: ContactIdSchema }, { additionalProperties: false });

/** The part of a request that a write's audit line and claim are made from. */
interface WriteRequest {
  session: AuthenticatedSession;
  /** The request id. */
  id: string;
  headers: { 'idempotency-key': string };
}

export function callerOf({ session, id, headers }: WriteRequest): Caller {
  const { accountId, envokeToken } = session;
  const idempotencyKey = headers['idempotency-key'];
  return { accountId, envokeToken, sessionId: session.id, requestId: id, idempotencyKey };
}
