/** What a person typed into the search box, as words; and whether a contact has them all. Pure. */
import { readEmail, showEmail } from '../../../shared/email-address.ts';
import { withoutUnseen } from '../../../shared/email-key.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';
import { foldText } from '../../envoke/text-pattern.ts';

/** Words looked for; a name has fewer. */
const WORDS_MAX = 8;

/** Words without the punctuation that comes with pasted text (`"Roe, Jane" <jane@…>`, `mailto:jane@…`, « Ville de … »). */
export function searchWords(text: string): string[] {
  const reading = readEmail(text);
  if (reading.ok) return [reading.email];
  const words = withoutUnseen(text)
    .normalize('NFC')
    .split(/[\s",;<>()«»“”„]+/u)
    .map((word) => word.replace(/^mailto:/i, '').replace(/^[-.:]+|[-.:]+$/g, ''));
  return [...new Set(words.filter((word) => word !== ''))].slice(0, WORDS_MAX);
}

/** The e-mail address, when the whole box is one. */
export function searchedEmail(words: readonly string[]): string | undefined {
  const [word] = words;
  return words.length === 1 && word !== undefined && /^[^@]+@[^@]+\.[^@.]{2,}$/.test(word) ? word : undefined;
}

/** Whether all of it is what names are made of, so that an Envoke that refuses it refuses the way of asking. */
export function isOrdinary(words: readonly string[]): boolean {
  return words.every((word) => /^[\p{L}\p{N}@.'’_-]{1,40}$/u.test(word));
}

/** Every word is part of the name, the company or the e-mail; case, accents and hyphens do not count. */
export function hasWords(contact: EnvokeContact, words: readonly string[]): boolean {
  const { first_name, last_name, company } = contact.person;
  const { email } = contact;
  const texts = [first_name, last_name, company, email, showEmail(withoutUnseen(email))].map(loosely);
  return words.every((word) => texts.some((text) => text.includes(loosely(word))));
}

const loosely = (text: string) => foldText(text).replace(/-/g, ' ');
