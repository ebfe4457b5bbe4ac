/** Contacts from parts that a format names one by one (vCard, h-card, schema.org): each part put in its usual form. */
import {
  type CapturedContact,
  type FieldValues,
  type Provenance,
  withProvenance,
} from '../captured-contact.ts';
import { findEmails, localOf } from '../details/email-addresses.ts';
import { normalisePhone } from '../details/phones.ts';
import { withoutLabel } from '../details/place-lines.ts';
import { normaliseAddress } from '../details/postal-addresses.ts';
import { namesCase, phraseCase } from '../names/name-case.ts';
import { parseName } from '../names/names.ts';
import { cleanValue, decodeEntities } from '../text/clean-text.ts';
import { languageCode } from '../text/guess-language.ts';
import { decodePercent } from '../text/percent.ts';

/** Raw values by field, with the whole name where its parts are not given. */
export type WrittenParts = FieldValues & { name?: string };

const value = (text: string | undefined): string => cleanValue(decodeEntities(text ?? ''));

function namesOf(parts: WrittenParts, local: string): FieldValues {
  const [first, last] = [value(parts.first_name), value(parts.last_name)];
  if (first || last) {
    const split = (text: string): string =>
      namesCase(['A', ...text.split(' ')])
        .slice(1)
        .join(' ');
    const shouted = /\p{Lu}{2}/u.test(last) && !/\p{Ll}/u.test(last);
    return {
      first_name: /\p{Ll}/u.test(first) ? first : namesCase(first.split(' ')).join(' '),
      last_name: shouted ? split(last) : last,
    };
  }
  const name = parseName(value(parts.name), local);
  return name ? { first_name: name.first, last_name: name.last } : {};
}

/** The contact, or null when the parts hold neither an address nor a name. */
export function writtenPerson(parts: WrittenParts, from: Provenance): CapturedContact | null {
  const found = findEmails(
    decodePercent(
      value(parts.email)
        .replace(/^mailto:/i, '')
        .split('?')[0] ?? '',
    ),
  )[0];
  const names = namesOf(parts, localOf(found?.email ?? ''));
  if (!found && !names.first_name && !names.last_name) return null;
  const address = normaliseAddress({
    // A card may show "Adresse :" inside of it.
    address_1: withoutLabel(value(parts.address_1)),
    address_2: value(parts.address_2),
    city: value(parts.city),
    province: value(parts.province),
    postal_code: value(parts.postal_code),
    country: value(parts.country),
  });
  return withProvenance(
    {
      ...address,
      ...names,
      email: found?.written,
      title: phraseCase(value(parts.title)),
      company: phraseCase(value(parts.company)),
      phone: normalisePhone(value(parts.phone)),
      website: value(parts.website),
      language: languageCode(value(parts.language)),
    },
    from,
  );
}
