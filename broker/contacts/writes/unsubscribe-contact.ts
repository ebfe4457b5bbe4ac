/** Ends a person's consent on their request: allowed from every status from which the person could be mailed later. */
import { isWithdrawn } from '../../../shared/consent.ts';
import { seenText } from '../../../shared/email-key.ts';
import type { Contact, Unsubscribe } from '../../../shared/schemas/contact.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';
import type { Caller } from '../caller.ts';
import { changeContact } from './change-contact.ts';
import { runGuarded, type WriteDeps } from './guarded-write.ts';

/** @throws ProblemError; see {@link runGuarded} */
export async function unsubscribeContact(
  deps: WriteDeps,
  caller: Caller,
  id: string,
  { reason, person = '' }: Unsubscribe,
): Promise<Contact> {
  const description = seenText(reason);
  // A contact that is unsubscribed or has reported spam stays unchanged: that status is older and stronger.
  const diff = (present: EnvokeContact) =>
    isWithdrawn(present.consentStatus)
      ? undefined
      : { consentStatus: 'Revoked' as const, consentDescription: description };
  return runGuarded(deps, caller, {
    subject: `id ${id}`,
    request: { unsubscribe: id, reason },
    intention: { action: 'unsubscribe', contactId: id, consentTo: 'Revoked', description, person },
    work: (claim) => changeContact(deps, caller, id, { diff, check: () => undefined }, claim),
  });
}
