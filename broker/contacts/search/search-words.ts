/** The words of a search, and contacts as Envoke gives them. Pure. */
import { readEmail, showEmail } from '../../../shared/email-address.ts';
import { withoutUnseen } from '../../../shared/email-key.ts';
import { hasWords, searchWords } from '../../../shared/search-text.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';

/** What is one address, whatever stands around it, is looked for as that. */
export function wordsOf(text: string): string[] {
  const reading = readEmail(text);
  return reading.ok ? [reading.email] : searchWords(text);
}

/** Whether all of it is what names are made of, so that an Envoke that refuses it refuses the way of asking. */
export function isOrdinary(words: readonly string[]): boolean {
  return words.every((word) => /^[\p{L}\p{N}@.'’_-]{1,40}$/u.test(word));
}

export function contactHasWords({ person, email }: EnvokeContact, words: readonly string[]): boolean {
  const { first_name, last_name, company } = person;
  return hasWords([first_name, last_name, company, email, showEmail(withoutUnseen(email))], words);
}
