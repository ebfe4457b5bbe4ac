/** The problems that the contacts code can answer with. Their reasons name no person. */
import type { Contact } from '../../shared/schemas/contact.ts';
import type { EnvokeError } from '../envoke/envoke-error.ts';
import { ProblemError } from '../errors.ts';

export const contactExists = (contact: Contact) =>
  new ProblemError('contact-exists', 'the e-mail is already in Envoke', { contact });

export const contactNotFound = () =>
  new ProblemError('contact-not-found', 'Envoke has no contact with this id');

export const contactChanged = (contact: Contact) =>
  new ProblemError('contact-changed', 'Envoke has other values than the person saw', { contact });

export const contactRejected = ({ envokeErrors = [] }: EnvokeError) =>
  new ProblemError('contact-rejected', 'Envoke refused the write', { envokeErrors });

export const writeUncertain = (error: EnvokeError) =>
  new ProblemError('write-uncertain', `the answer to a write was lost: ${error.reason}`);

export const writeInProgress = () =>
  new ProblemError('write-in-progress', 'another write to this contact, or the same one, is under way', {
    retryAfterSeconds: 1,
  });

export const keyReused = () =>
  new ProblemError('idempotency-key-reused', 'the key was used for a request of other content');

/** @param pointer made only of our own names, so that names invented by a caller stay out of logs and answers */
export const invalidAt = (pointer: string, detail: string) =>
  new ProblemError('invalid-request', `${pointer}: ${detail}`, { errors: [{ pointer, detail }] });

export const descriptionMissing = () =>
  invalidAt('/consent_description', 'a description is required with this consent status');

/** The contact is unknown when Envoke has forgotten it. */
export const consentRefused = (contact?: Contact) =>
  new ProblemError('consent-not-allowed', 'consent was withdrawn', contact === undefined ? {} : { contact });

export const confirmationNeeded = (contact: Contact) =>
  new ProblemError('consent-confirmation-needed', 'the consent table asks for a confirmation', { contact });
