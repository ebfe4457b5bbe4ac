/** The only way to change a contact: read it, judge the change, send only the differences, read again. */

import type { ContactWrite } from '../../envoke/contact-writes.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';
import { type EnvokeError, isEnvokeError } from '../../envoke/envoke-error.ts';
import type { EnvokeAccess } from '../caller.ts';
import { contactExists, contactNotFound, contactRejected } from '../contact-problems.ts';
import { findByEmail } from '../search/contact-lookup.ts';
import { dayOf, toContact } from '../to-contact.ts';
import type { Claim } from './claim-row.ts';
import { asWritten } from './expected-contact.ts';
import type { WorkResult, WriteDeps } from './guarded-write.ts';
import { orUndefined, readBack } from './read-back.ts';

export interface ContactChange {
  /** The values that still must be written; undefined when there are none. */
  diff(present: EnvokeContact): ContactWrite | undefined;
  /** @throws ProblemError when the change may not be made */
  check(present: EnvokeContact, write: ContactWrite): Promise<void> | void;
}

export async function changeContact(
  deps: WriteDeps,
  { accountId, envokeToken: token }: EnvokeAccess,
  id: string,
  change: ContactChange,
  claim: Claim,
): Promise<WorkResult> {
  const read = () => deps.envoke.getContact(token, id);
  const present = await readBack(read, (contact) => isPlain(change.diff(contact)), deps.staleWaitMs);
  if (present === undefined) throw contactNotFound();
  await deps.withdrawals.note(accountId, [present]);
  const today = dayOf(deps.now());
  const consentFrom = toContact(present, today).consent.status;
  const result = async (contact: EnvokeContact, activity: WorkResult['activity']): Promise<WorkResult> => {
    await deps.withdrawals.note(accountId, [contact]);
    return { outcome: 'updated', activity, contact: toContact(contact, today), consentFrom };
  };

  const write = change.diff(present);
  if (write === undefined) return result(present, claim.wasUncertain ? 'done' : 'already-there');
  await change.check(present, write);
  const isDone = (contact: EnvokeContact) => change.diff(contact) === undefined;
  let answered: EnvokeContact | undefined;
  try {
    answered = (await deps.envoke.updateContact(token, id, write)).contact;
    if (answered !== undefined && isDone(answered)) return result(answered, 'done');
  } catch (error) {
    if (!isEnvokeError(error)) throw error;
    await explainRefusal(deps, token, id, write, error);
    // The answer was lost. What Envoke has now shows whether the write was carried out.
    const found = await orUndefined(readBack(read, isDone, deps.staleWaitMs));
    if (found === undefined || !isDone(found)) throw error;
    return result(found, 'done');
  }
  const found = await orUndefined(readBack(read, isDone, deps.staleWaitMs));
  return result(asWritten(found ?? present, present, write, answered), 'done');
}

/**
 * Whether one read was enough. The first read may show the contact as it was before the last write. So the results
 * "nothing left to do" and "another consent may be given" are accepted only after a second read.
 */
function isPlain(write: ContactWrite | undefined): boolean {
  return write !== undefined && (write.consentStatus === undefined || write.consentStatus === 'Revoked');
}

/** @throws for every failure except a lost answer */
async function explainRefusal(
  deps: WriteDeps,
  token: string,
  id: string,
  write: ContactWrite,
  error: EnvokeError,
) {
  if (error.mayHaveHappened) return;
  if (error.reason === 'not-found') throw contactNotFound();
  if (error.reason !== 'rejected') throw error;
  if (write.email !== undefined) {
    const other = await orUndefined(findByEmail(deps, token, write.email));
    if (other !== undefined && other.id !== id) throw contactExists(toContact(other, dayOf(deps.now())));
  }
  throw contactRejected(error);
}
