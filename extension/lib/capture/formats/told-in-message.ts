/** Reads what the message in a form tells of the only one who filled it in: a number, a signature. */
import { type CapturedContact, fillGaps, withProvenance } from '../captured-contact.ts';
import { bestPhone, findPhones } from '../details/phones.ts';
import type { Line } from '../lines/line.ts';
import { isTitle } from '../names/titles.ts';
import { isPerhapsOrganisation } from '../organisations/by-position.ts';
import { slug } from '../text/clean-text.ts';

const MAX_SIGNATURE_LINE = 80;
/** "You can reach me at 905-555-0164" */
const REACH_ME =
  /(?<!\p{L})(?:(?:reach|call|text|phone) me|my (?:cell|mobile|phone|number)|me (?:joindre|rejoindre|contacter|rappeler)|m['’]appeler|appelez[- ]moi|mon (?:cell|num|t[ée]l))/iu;

/** The only one who filled something in, with the number that the message gives where no field does. */
export function withNumberInMessage(contacts: CapturedContact[], lines: readonly Line[]): CapturedContact[] {
  const [only, ...others] = contacts;
  if (!only || only.phone || others.length > 0) return contacts;
  const told = lines.filter(({ text }) => REACH_ME.test(text)).flatMap(({ text }) => findPhones(text));
  const phone = told.length === 1 ? bestPhone(told) : undefined;
  return phone ? [fillGaps(only, withProvenance({ phone }, 'text'))] : contacts;
}

/** What the only one who filled something in is, and where, if the message is signed so: the name over a title. */
export function withSignature(contacts: CapturedContact[], lines: readonly Line[]): CapturedContact[] {
  const [only, ...others] = contacts;
  if (!only?.first_name || only.title || others.length > 0) return contacts;
  const [first, last] = [only.first_name.value, only.last_name?.value ?? ''];
  const names = [slug(first + last), slug(first)];
  const signed = lines.findLastIndex(
    ({ text }, index) =>
      text.length < MAX_SIGNATURE_LINE && names.includes(slug(text)) && isTitle(lines[index + 1]?.text ?? ''),
  );
  if (signed < 0) return contacts;
  const [, title, below, ...further] = lines.slice(signed, signed + 5).map(({ text }) => text);
  const company = below && isPerhapsOrganisation(below) ? below : undefined;
  const phone = bestPhone(findPhones([below, ...further].join('\n')));
  return [fillGaps(only, withProvenance({ title, company, phone }, 'text'))];
}
