/** What the writes of this room are given, and the reading that a repeat is answered with. */
import type { Contact } from '../../../shared/schemas/contact.ts';
import { contactNotFound } from '../contact-problems.ts';
import type { FoundAbsent } from '../search/found-absent.ts';
import type { FilterDeps } from '../search/taken-filter.ts';
import { dayOf, toContact } from '../to-contact.ts';
import type { GuardDeps } from './guarded-write.ts';
import { readBack } from './read-back.ts';
import type { Withdrawals } from './withdrawals.ts';

export interface WriteDeps extends GuardDeps, FilterDeps {
  absent: FoundAbsent;
  now: () => number;
  withdrawals: Withdrawals;
  /** How long Envoke's reads may lag behind its writes. */
  staleWaitMs: number;
}

/** @throws ProblemError 'contact-not-found' */
export async function rereadContact(deps: WriteDeps, token: string, id: string): Promise<Contact> {
  const read = () => deps.envoke.getContact(token, id);
  const contact = await readBack(read, () => true, deps.staleWaitMs);
  if (contact === undefined) throw contactNotFound();
  return toContact(contact, dayOf(deps.now()));
}
