/** Inserting and updating a contact: the rules of envoke-api 4.3, applied to changes that were already read. */

import type { Consent } from '../accounts/consent.ts';
import { allowsSending, beginConsent, readWritableStatus, statusAt } from '../accounts/consent.ts';
import type { Contact } from '../accounts/contact.ts';
import { emptyContactText } from '../accounts/contact.ts';
import { newExternalId } from '../accounts/external-id.ts';
import { applyInterests, applySettings } from '../accounts/interest-settings.ts';
import type { ApiCall, JsonObject } from './api-call.ts';
import type { ContactChanges } from './contact-fields.ts';
import { readContactChanges } from './contact-fields.ts';
import { refuse } from './envelope.ts';

/** Adds the contact a body describes. Refuses without an e-mail, or when another contact has it. */
export function insertContact(call: ApiCall, body: JsonObject): Contact {
  const { account, clock, modes } = call;
  const errors: string[] = [];
  const changes = readContactChanges(body, account, modes, errors);
  if (body.email === undefined || body.email === '') errors.unshift("The field 'email' is required");
  checkDuplicate(call, changes, undefined, errors);
  const now = clock.local(clock.now());
  const blank = beginConsent('Not Provided', '', now);
  const consent = changeConsent(blank, changes, { now, describe: describeRule(call, 'insert') }, errors);
  checkAutoresponders(changes, consent, now, errors);
  if (errors.length > 0) refuse(...errors);
  return account.people.add((id) => ({
    id,
    externalId: newExternalId(),
    dateCreated: now,
    text: { ...emptyContactText(), ...changes.text },
    consent,
    customFields: changes.customFields,
    interestIds: applyInterests([], changes.interests, account),
    autoresponderIds: applySettings([], changes.autoresponders),
  }));
}

/** Changes what a body names and nothing else. */
export function updateContact(call: ApiCall, contact: Contact, body: JsonObject): Contact {
  const { account, clock, modes } = call;
  const errors: string[] = [];
  const changes = readContactChanges(body, account, modes, errors);
  checkDuplicate(call, changes, contact, errors);
  checkUnset(call, changes, contact, errors);
  const now = clock.local(clock.now());
  const describe = changes.consentStatus === undefined ? 'never' : describeRule(call, 'update');
  const consent = changeConsent(contact.consent, changes, { now, describe }, errors);
  if (statusAt(consent, now) !== statusAt(contact.consent, now) && modes.take('consentChangeRefused')) {
    errors.push("The field 'consent_status' may not be changed for this contact");
  }
  checkAutoresponders(changes, consent, now, errors);
  if (errors.length > 0) refuse(...errors);
  return account.people.replace({
    ...contact,
    text: { ...contact.text, ...writtenText(call, changes.text) },
    consent,
    customFields: { ...contact.customFields, ...changes.customFields },
    interestIds: applyInterests(contact.interestIds, changes.interests, account),
    autoresponderIds: applySettings(contact.autoresponderIds, changes.autoresponders),
  });
}

/** Whether e-mails that differ in case are those of two people (section 7 "Email normalisation"). */
export function isCaseSensitive({ modes }: ApiCall): boolean {
  return modes.get('emailCaseSensitive') !== false;
}

function checkDuplicate(
  call: ApiCall,
  changes: ContactChanges,
  self: Contact | undefined,
  errors: string[],
): void {
  const { email } = changes.text;
  if (email === undefined || call.modes.get('duplicateEmails') !== false) return;
  const other = call.account.people.findByEmail(email, isCaseSensitive(call));
  if (other === undefined || other.id === self?.id) return;
  const isOther = call.modes.get('duplicateError') === 'other';
  errors.push(isOther ? 'Duplicate entry' : `A contact with the email '${email}' already exists`);
}

function checkUnset(
  { modes }: ApiCall,
  { interests }: ContactChanges,
  { interestIds }: Contact,
  errors: string[],
): void {
  const absent = interests.filter(({ item, set }) => !set && !interestIds.includes(item.id));
  if (absent.length === 0 || !modes.take('unsetRefused')) return;
  errors.push(...absent.map(({ item }) => `'${item.name}' is not set`));
}

/** Without the fields to clear, in the mode where clearing does nothing. */
function writtenText({ modes }: ApiCall, text: ContactChanges['text']): ContactChanges['text'] {
  const isCleared = Object.values(text).includes('');
  if (!isCleared || !modes.take('clearingIgnored')) return text;
  return Object.fromEntries(Object.entries(text).filter(([, value]) => value !== ''));
}

interface ConsentRules {
  /** Toronto local. */
  readonly now: string;
  /** Which statuses need a description. */
  readonly describe: 'sending' | 'always' | 'never';
}

function describeRule({ modes }: ApiCall, write: 'insert' | 'update'): ConsentRules['describe'] {
  if (modes.take('descriptionAlways')) return 'always';
  return write === 'update' && modes.take('descriptionOptional') ? 'never' : 'sending';
}

function changeConsent(
  before: Consent,
  changes: ContactChanges,
  rules: ConsentRules,
  errors: string[],
): Consent {
  const { consentStatus, consentDescription, consentEffectiveDate } = changes;
  if (consentStatus === undefined)
    return { ...before, description: consentDescription ?? before.description };
  const status = readWritableStatus(consentStatus);
  if (status === undefined) {
    errors.push(`Invalid 'consent_status': '${consentStatus}'`);
    return before;
  }
  const undescribed = (consentDescription ?? '').trim() === '';
  const isNeeded = rules.describe === 'always' || (rules.describe === 'sending' && allowsSending(status));
  if (isNeeded && undescribed) {
    errors.push(`The field 'consent_description' is required when 'consent_status' is '${status}'`);
  }
  const since = consentEffectiveDate ?? rules.now;
  if (since > rules.now) errors.push("The field 'consent_effective_date' is in the future");
  return beginConsent(status, consentDescription ?? before.description, since);
}

/** An automated message can only be set on a contact that may be emailed (section 3.6). */
function checkAutoresponders(changes: ContactChanges, consent: Consent, now: string, errors: string[]): void {
  const sets = changes.autoresponders.some(({ set }) => set);
  if (sets && !allowsSending(statusAt(consent, now))) {
    errors.push("The field 'autoresponders' requires express or implied consent");
  }
}
