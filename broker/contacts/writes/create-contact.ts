/**
 * Adds a person: never overwrites an existing contact, never adds twice, always sends the consent that was requested.
 */
import { needsDescription } from '../../../shared/consent.ts';
import { emailKey, seenText } from '../../../shared/email-key.ts';
import type { Contact, ContactDraft } from '../../../shared/schemas/contact.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';
import { EnvokeError, isEnvokeError } from '../../envoke/envoke-error.ts';
import { pageOf } from '../activity/activity-entry.ts';
import type { Caller, EnvokeAccess } from '../caller.ts';
import { consentRefused, contactExists, contactRejected, descriptionMissing } from '../contact-problems.ts';
import { findByEmail } from '../search/contact-lookup.ts';
import { dayOf, toContact } from '../to-contact.ts';
import type { Claim } from './claim-row.ts';
import { checkProof, proofOf } from './consent-proof.ts';
import { assumeContact, isMadeBy, toWrite } from './contact-draft.ts';
import { runGuarded, type WorkResult, type WriteDeps } from './guarded-write.ts';
import { orUndefined, readBack } from './read-back.ts';

/** @throws ProblemError 'contact-exists' with the existing contact; others as {@link runGuarded} */
export async function createContact(deps: WriteDeps, caller: Caller, draft: ContactDraft): Promise<Contact> {
  const described = seenText(draft.consent_description ?? '') !== '';
  if (needsDescription(draft.consent_status) && !described) throw descriptionMissing();
  checkProof(draft, deps.now());
  return runGuarded(deps, caller, {
    subject: `email ${emailKey(draft.email)}`,
    request: { create: draft },
    intention: {
      action: 'create',
      consentTo: draft.consent_status,
      basis: draft.basis ?? '',
      pageUrl: pageOf(draft.page_url),
      ...proofOf(draft),
    },
    work: (claim) => addOnce(deps, caller, draft, claim),
  });
}

async function addOnce(
  deps: WriteDeps,
  access: EnvokeAccess,
  draft: ContactDraft,
  claim: Claim,
): Promise<WorkResult> {
  const token = access.envokeToken;
  const isAbsent = deps.absent.take(access.accountId, draft.email) && !claim.wasUncertain;
  const present = isAbsent ? undefined : await findByEmail(deps, token, draft.email);
  if (present !== undefined) {
    await deps.withdrawals.note(access.accountId, [present]);
    return judgePresent(deps, present, draft, claim.wasUncertain);
  }
  await refuseWithdrawn(deps, access, draft.email, draft.consent_status);
  try {
    const { id, contact } = await deps.envoke.createContact(token, toWrite(draft, dayOf(deps.now())));
    return added(deps, contact ?? (await readAdded(deps, token, draft, id)));
  } catch (error) {
    if (!isEnvokeError(error)) throw error;
    return resolveFailure(deps, token, draft, error, claim.wasUncertain);
  }
}

/**
 * No contact has this address now, but consent was withdrawn for it: the contact has another address, or Envoke forgot
 * the contact.
 * @throws ProblemError 'consent-not-allowed', with the contact where Envoke has it
 */
async function refuseWithdrawn(
  deps: WriteDeps,
  { accountId, envokeToken }: EnvokeAccess,
  email: string,
  status: string,
): Promise<void> {
  const before = needsDescription(status) ? await deps.withdrawals.find(accountId, email) : undefined;
  if (before === undefined) return;
  const contact = await orUndefined(deps.envoke.getContact(envokeToken, before.contactId));
  throw consentRefused(contact && toContact(contact, dayOf(deps.now())));
}

/** The contact may come from an earlier attempt of this same request whose answer was lost. */
function judgePresent(
  deps: WriteDeps,
  present: EnvokeContact,
  draft: ContactDraft,
  mayBeOurs: boolean,
): WorkResult {
  if (mayBeOurs && isMadeBy(present, draft)) return added(deps, present);
  throw contactExists(toContact(present, dayOf(deps.now())));
}

function added({ now }: WriteDeps, contact: EnvokeContact): WorkResult {
  return { outcome: 'created', activity: 'done', contact: toContact(contact, dayOf(now())), consentFrom: '' };
}

/** Envoke confirmed the write but did not return the contact. */
async function readAdded(deps: WriteDeps, token: string, draft: ContactDraft, id: string | undefined) {
  const found = await orUndefined(findWithRetry(deps, token, draft));
  if (found !== undefined && (id === undefined || found.id === id)) return found;
  if (id === undefined) throw new EnvokeError('wrong-shape', { code: 'no id', mayHaveHappened: true });
  return assumeContact(draft, id, dayOf(deps.now()));
}

/**
 * A refusal may mean that another client added the contact first; after a lost answer the write may have been carried
 * out. A look-up of the e-mail shows which.
 */
async function resolveFailure(
  deps: WriteDeps,
  token: string,
  draft: ContactDraft,
  error: EnvokeError,
  wasUncertain: boolean,
): Promise<WorkResult> {
  const { reason, mayHaveHappened } = error;
  if (reason !== 'rejected' && !mayHaveHappened) throw error;
  const found = await orUndefined(findWithRetry(deps, token, draft));
  if (found !== undefined) return judgePresent(deps, found, draft, wasUncertain || mayHaveHappened);
  throw mayHaveHappened ? error : contactRejected(error);
}

/** The contact that an earlier attempt of this request added; undefined where there is none. */
export async function findAdded(
  deps: WriteDeps,
  token: string,
  draft: ContactDraft,
): Promise<EnvokeContact | undefined> {
  const found = await findWithRetry(deps, token, draft);
  return found !== undefined && isMadeBy(found, draft) ? found : undefined;
}

function findWithRetry(deps: WriteDeps, token: string, draft: ContactDraft) {
  return readBack(
    () => findByEmail(deps, token, draft.email),
    () => true,
    deps.staleWaitMs,
  );
}
