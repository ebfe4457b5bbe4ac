/** Changing the fields and the consent of a contact. */
import { parseConsentStatus } from '../../../shared/consent.ts';
import type { Contact, ContactChanges } from '../../../shared/schemas/contact.ts';
import type { ContactWrite } from '../../envoke/contact-writes.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';
import { pageOf } from '../activity/activity-entry.ts';
import type { Caller } from '../caller.ts';
import {
  confirmationNeeded,
  consentRefused,
  contactChanged,
  descriptionMissing,
  invalidAt,
} from '../contact-problems.ts';
import { dayOf, toContact } from '../to-contact.ts';
import { changeContact } from './change-contact.ts';
import { judgeConsent } from './consent-guard.ts';
import { diffContact, presentValue } from './contact-diff.ts';
import { runGuarded } from './guarded-write.ts';
import { rereadContact, type WriteDeps } from './write-deps.ts';

/** @throws ProblemError; see {@link runGuarded} */
export async function updateContact(
  deps: WriteDeps,
  caller: Caller,
  id: string,
  changes: ContactChanges,
): Promise<Contact> {
  const check = (present: EnvokeContact, write: ContactWrite) => {
    const contact = toContact(present, dayOf(deps.now()));
    checkSeen(present, changes, contact);
    checkConsent(changes, write, contact);
  };
  const change = { diff: (present: EnvokeContact) => diffContact(present, changes), check };
  return runGuarded(deps, caller, {
    subject: `id ${id}`,
    request: { update: id, changes },
    intention: {
      action: 'update',
      contactId: id,
      consentTo: changes.consent_status ?? '',
      basis: changes.basis ?? '',
      pageUrl: pageOf(changes.page_url),
      confirmed: changes.consent_confirmed ?? false,
    },
    work: (claim) => changeContact(deps, caller.envokeToken, id, change, claim),
    reread: (contactId) => rereadContact(deps, caller.envokeToken, contactId),
  });
}

/** Somebody else may have changed a field meanwhile, unless to what is asked for now. */
function checkSeen(present: EnvokeContact, changes: ContactChanges, contact: Contact): void {
  for (const [name, seen] of Object.entries(changes.seen ?? {})) {
    const value = presentValue(present, name);
    if (value === undefined) throw invalidAt(`/seen/${name}`, 'no field of a contact has this name');
    if (value !== seen && value !== askedFor(changes, name)) throw contactChanged(contact);
  }
}

function askedFor(changes: ContactChanges, name: string): unknown {
  if (name.startsWith('custom_fields.')) return changes.custom_fields?.[name.slice('custom_fields.'.length)];
  return Object.entries(changes).find(([field]) => field === name)?.[1];
}

function checkConsent(changes: ContactChanges, write: ContactWrite, contact: Contact): void {
  if (write.consentStatus === undefined) {
    // The proof of a consent may be reworded, not wiped out.
    const wiped =
      write.consentDescription === '' && parseConsentStatus(contact.consent.status) !== 'Not Provided';
    if (wiped) throw descriptionMissing();
    return;
  }
  const answer = judgeConsent(contact.consent, {
    status: write.consentStatus,
    description: changes.consent_description ?? '',
    confirmed: changes.consent_confirmed ?? false,
  });
  if (answer === 'description-missing') throw descriptionMissing();
  if (answer === 'confirmation-needed') throw confirmationNeeded(contact);
  if (answer === 'refused') throw consentRefused(contact);
}
