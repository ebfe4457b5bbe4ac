/** What is recorded of somebody who may not be emailed where nobody says why. Consent is never described in this way. */

const WORDS = {
  en: 'Recorded in Contacts for Envoke without a description.',
  fr: 'Consigné dans Contacts pour Envoke, sans description.',
} as const;

/** @param language of the contact, as written; in both languages where it is neither of the two */
export function notDescribed(language = ''): string {
  const code = language.trim().slice(0, 2).toLowerCase();
  return code === 'fr' || code === 'en' ? WORDS[code] : `${WORDS.en} / ${WORDS.fr}`;
}
