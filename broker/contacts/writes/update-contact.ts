/** Changes the fields and the consent of a contact. */
import { needsDescription, parseConsentStatus } from '../../../shared/consent.ts';
import { emailKey, isSameEmail } from '../../../shared/email-key.ts';
import type { Contact, ContactChanges } from '../../../shared/schemas/contact.ts';
import type { ContactWrite } from '../../envoke/contact-writes.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';
import { pageOf } from '../activity/activity-entry.ts';
import type { Caller, EnvokeAccess } from '../caller.ts';
import {
  confirmationNeeded,
  consentRefused,
  contactChanged,
  contactExists,
  descriptionMissing,
  invalidAt,
} from '../contact-problems.ts';
import { findByEmail } from '../search/contact-lookup.ts';
import { dayOf, toContact } from '../to-contact.ts';
import { changeContact } from './change-contact.ts';
import { judgeConsent } from './consent-guard.ts';
import { checkProof, proofOf } from './consent-proof.ts';
import { diffContact, presentValue } from './contact-diff.ts';
import { isDescriptionAsSent, isStatusAsSent } from './contact-draft.ts';
import { runGuarded, type WriteDeps } from './guarded-write.ts';
import type { Withdrawal } from './withdrawals.ts';

/** @throws ProblemError; see {@link runGuarded} */
export async function updateContact(
  deps: WriteDeps,
  caller: Caller,
  id: string,
  changes: ContactChanges,
): Promise<Contact> {
  const check = async (present: EnvokeContact, write: ContactWrite) => {
    const contact = await deps.ended(caller.accountId, toContact(present, dayOf(deps.now())));
    checkSeen(present, changes, write, contact);
    const before = await deps.withdrawals.find(caller.accountId, present.email);
    checkConsent(changes, write, withMemory(contact, before));
    if (write.email !== undefined && !isSameEmail(write.email, present.email)) {
      await checkNewEmail(deps, caller, contact, write.email, changes);
    }
    if (write.consentStatus !== undefined && needsDescription(write.consentStatus)) {
      await deps.withdrawals.forget(caller.accountId, present.email);
    }
  };
  const today = dayOf(deps.now());
  const change = { diff: (present: EnvokeContact) => diffContact(present, changes, today), check };
  checkProof(changes, deps.now());
  return runGuarded(deps, caller, {
    subject: `id ${id}`,
    request: { update: id, changes },
    intention: {
      action: 'update',
      contactId: id,
      consentTo: changes.consent_status ?? '',
      basis: changes.basis ?? '',
      pageUrl: pageOf(changes.page_url),
      ...proofOf(changes),
      confirmed: changes.consent_confirmed ?? false,
    },
    // An add of the new address must wait for this change, and this change for an add in progress.
    ...(changes.email === undefined ? {} : { alsoSubject: `email ${emailKey(changes.email)}` }),
    work: (claim) => changeContact(deps, caller, id, change, claim),
  });
}

/**
 * Refuses a change for an address whose consent was withdrawn, when Envoke has the contact again without its withdrawn
 * status.
 */
function withMemory(contact: Contact, before: Withdrawal | undefined): Contact {
  const isForgotten = before !== undefined && contact.consent.status === 'Not Provided';
  return isForgotten ? { ...contact, consent: { ...contact.consent, status: before.status } } : contact;
}

/**
 * Another address may belong to another person. Consent stays only when the user confirms that it is the same person.
 * @throws ProblemError
 */
async function checkNewEmail(
  deps: WriteDeps,
  access: EnvokeAccess,
  contact: Contact,
  email: string,
  changes: ContactChanges,
): Promise<void> {
  const other = await findByEmail(deps, access.envokeToken, email);
  if (other !== undefined && other.id !== contact.id) {
    await deps.withdrawals.note(access.accountId, [other]);
    throw contactExists(toContact(other, dayOf(deps.now())));
  }
  const status = changes.consent_status ?? contact.consent.status;
  if (!needsDescription(status)) return;
  const before = await deps.withdrawals.find(access.accountId, email);
  if (before !== undefined && before.contactId !== contact.id) throw consentRefused();
  if (changes.consent_confirmed !== true) throw confirmationNeeded(contact);
}

/**
 * Refuses when another user changed a field in the meantime, unless the field already has the requested value. Consent
 * is one value of two parts: an older Revoked with a reason of its own is not the Revoked that is requested now.
 */
function checkSeen(
  present: EnvokeContact,
  changes: ContactChanges,
  write: ContactWrite,
  contact: Contact,
): void {
  for (const [name, seen] of Object.entries(changes.seen ?? {})) {
    const value = presentValue(present, name);
    if (value === undefined) throw invalidAt('/seen', 'has a name that no field of a contact has');
    if (value === seen || isConsentAsSeen(present, name, seen)) continue;
    const isWritten = name.startsWith('consent_') && write.consentStatus !== undefined;
    if (isWritten || value !== askedFor(changes, name)) throw contactChanged(contact);
  }
}

/** Whoever undoes an add saw what was sent, not what Envoke made of it. */
function isConsentAsSeen(present: EnvokeContact, name: string, seen: string): boolean {
  if (name === 'consent_status') return isStatusAsSent(present.consentStatus, seen);
  return name === 'consent_description' && isDescriptionAsSent(present.consentDescription, seen);
}

const startsAnew = ({ consent_status }: ContactChanges) => consent_status === 'Not Provided';

function askedFor(changes: ContactChanges, name: string): unknown {
  if (name.startsWith('custom_fields.')) return changes.custom_fields?.[name.slice('custom_fields.'.length)];
  return Object.entries(changes).find(([field]) => field === name)?.[1];
}

function checkConsent(changes: ContactChanges, write: ContactWrite, contact: Contact): void {
  if (write.consentStatus === undefined) {
    // The description that proves a consent may be changed, but not removed.
    const wiped =
      write.consentDescription === '' && parseConsentStatus(contact.consent.status) !== 'Not Provided';
    if (wiped) throw descriptionMissing();
    return;
  }
  const answer = judgeConsent(contact.consent, {
    status: write.consentStatus,
    description: changes.consent_description ?? '',
    // Another person at a new address begins without consent, so no consent is weakened.
    confirmed: (changes.consent_confirmed ?? false) || (write.email !== undefined && startsAnew(changes)),
  });
  if (answer === 'description-missing') throw descriptionMissing();
  if (answer === 'confirmation-needed') throw confirmationNeeded(contact);
  if (answer === 'refused') throw consentRefused(contact);
}
