/** How an external id is made. */
import { randomBytes } from 'node:crypto';

/** 32 hex digits nobody can guess, as Envoke's `external_id` (envoke-api 4.1). */
export function newExternalId(): string {
  return randomBytes(16).toString('hex');
}
