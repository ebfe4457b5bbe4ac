/**
 * Cleans every value at the end: on one line, of bounded length, and nothing that a spreadsheet would run. A postal code gives
 * the province that nobody wrote.
 */
import { CONTACT_FIELDS } from '../../../shared/contact-fields.ts';
import { type CapturedContact, fillGaps, isNamedAsCompany, withProvenance } from './captured-contact.ts';
import { provinceOfCode } from './details/provinces.ts';
import { phraseCase } from './names/name-case.ts';
import { isOfMeeting } from './organisations/by-position.ts';
import { cleanValue } from './text/clean-text.ts';

/** Longer than any real value; keeps a hostile page from filling a form. */
const MAX_VALUE_CHARACTERS = 320;

/** A sentence, or what somebody may be asked for, is no title: "Pour une entrevue avec la présidente". */
const SAID =
  /^(?:pour|for|the post|cet article|this article|i|i['’]m|we|je|j['’]ai|nous)\s|^(?:\S+\s){6,}\S*\p{Ll}{3}\.$/iu;

/** "Town of Elm n/a": an empty cell of a row. */
const NOTHING_BEHIND = /(?:\s(?:n\/a|s\/o))?[\s,;:–—-]*$/iu;

/** "Chair (regrets)" in minutes */
const withoutMeeting = (title: string): string =>
  isOfMeeting(title)
    ? ''
    : title.replace(/\s*\(([^()]+)\)$/, (whole, aside: string) => (isOfMeeting(aside) ? '' : whole));

/** The contact with every value cleaned; empty values are removed. */
export function finishContact(contact: CapturedContact): CapturedContact {
  const finished: CapturedContact = contact.consent ? { consent: contact.consent } : {};
  const isOrganisation = isNamedAsCompany(contact);
  for (const field of CONTACT_FIELDS) {
    if (isOrganisation && field.endsWith('_name')) continue;
    const found = contact[field];
    if (field === 'title' && SAID.test(found?.value ?? '')) continue;
    // "Speaker of the Assembly" at assembly.example.ca
    if (field === 'company' && found?.value === contact.title?.value) continue;
    // "President *": the mark leads to a note.
    const said = found ? cleanValue(found.value).replace(/\s\*+$/, '') : '';
    // "Represented by Ann Roe."
    const cleaned = field.endsWith('_name')
      ? said.replace(/(?<=\p{Ll}{2})\.$/u, '')
      : field === 'title'
        ? withoutMeeting(said)
        : said;
    const value = field === 'company' ? phraseCase(cleaned.replace(NOTHING_BEHIND, '')) : cleaned;
    const formula = field !== 'phone' && /^[=@+]/.test(value);
    if (found && value && !formula && value.length <= MAX_VALUE_CHARACTERS)
      finished[field] = { value, from: found.from };
  }
  const province = finished.province ? undefined : provinceOfCode(finished.postal_code?.value ?? '');
  return fillGaps(finished, withProvenance({ province }, 'inferred'));
}
