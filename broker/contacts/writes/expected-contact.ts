/** The contact as it must be after a write that Envoke confirmed, when a read still shows the old values. Pure. */
import { PERSON_FIELDS, type PersonField } from '../../../shared/contact-fields.ts';
import type { ContactWrite, InterestWrite } from '../../envoke/contact-writes.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';

/**
 * A value that a read shows unchanged is replaced by the value that was written. A value that changed to something else
 * (cut to length, ignored) is kept as Envoke returned it, in the read or in the answer to the write.
 */
export function asWritten(
  read: EnvokeContact,
  before: EnvokeContact,
  write: ContactWrite,
  answered: EnvokeContact | undefined,
): EnvokeContact {
  const hasMoved = touched(read, write) !== touched(before, write);
  return hasMoved ? read : (answered ?? overlaid(read, write));
}

/** The values that a write changes. */
function touched(contact: EnvokeContact, write: ContactWrite): string {
  return JSON.stringify([
    write.email === undefined ? '' : contact.email,
    PERSON_FIELDS.map((name) => (write.person?.[name] === undefined ? '' : contact.person[name])),
    write.consentDescription === undefined ? '' : [contact.consentStatus, contact.consentDescription],
    Object.keys(write.customFields ?? {}).map((name) => contact.customFields[name] ?? ''),
    write.interests === undefined ? '' : contact.interests,
  ]);
}

function overlaid(contact: EnvokeContact, write: ContactWrite): EnvokeContact {
  const consent =
    write.consentStatus === undefined
      ? {}
      : { consentStatus: write.consentStatus, consentEffectiveDate: '', consentExpiry: '' };
  return {
    ...contact,
    ...consent,
    email: write.email ?? contact.email,
    person: { ...contact.person, ...write.person } as Record<PersonField, string>,
    consentDescription: write.consentDescription ?? contact.consentDescription,
    customFields: { ...contact.customFields, ...write.customFields },
    interests: overlaidInterests(contact.interests, write.interests ?? []),
  };
}

function overlaidInterests(names: readonly string[], writes: readonly InterestWrite[]): string[] {
  const written = new Set(writes.map(({ name }) => name.toLowerCase()));
  const kept = names.filter((name) => !written.has(name.toLowerCase()));
  return [...kept, ...writes.filter(({ state }) => state === 'Set').map(({ name }) => name)];
}
