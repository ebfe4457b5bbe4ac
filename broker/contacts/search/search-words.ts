/** The words of a search, and what Envoke's contacts contain of them. Pure. */
import { readEmail, showEmail } from '../../../shared/email-address.ts';
import { withoutUnseen } from '../../../shared/email-key.ts';
import { hasWords, searchWords } from '../../../shared/search-text.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';

/** A text that is one address, even with punctuation around it, is searched as an address. */
export function wordsOf(text: string): string[] {
  const reading = readEmail(text);
  return reading.ok ? [reading.email] : searchWords(text);
}

/**
 * Whether the text has only characters that occur in names. If Envoke refuses such a text, the cause is the kind of
 * filter, not the text.
 */
export function isOrdinary(words: readonly string[]): boolean {
  return words.every((word) => /^[\p{L}\p{N}@.'’_-]{1,40}$/u.test(word));
}

export function contactHasWords({ person, email }: EnvokeContact, words: readonly string[]): boolean {
  const { first_name, last_name, company } = person;
  return hasWords([first_name, last_name, company, email, showEmail(withoutUnseen(email))], words);
}
