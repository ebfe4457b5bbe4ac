/** Reads vCard text. @see RFC 2426 (3.0), RFC 6350 (4.0); the quoted-printable of 2.1 is understood too. */
import type { CapturedContact } from '../captured-contact.ts';
import { bestPhone, findPhones, normalisePhone, type PhoneKind } from '../details/phones.ts';
import { cleanText } from '../text/clean-text.ts';
import { decodeQuoted } from '../text/encoded-words.ts';
import { type WrittenParts, writtenPerson } from './written-person.ts';

interface Property {
  name: string;
  parameters: string;
  value: string;
}

/** With all its lines: each but the last ends with "=". */
const QUOTED_PROPERTY = /^[^\n:]{0,200};ENCODING=QUOTED-PRINTABLE[^\n:]{0,200}:(?:[^\n]*=\n)+[^\n]*/gim;
const MAX_CARDS = 500;
const MAX_CARD_CHARACTERS = 100_000;

const unescapeText = (text: string): string =>
  text
    .replace(/\\n/gi, ' ')
    .replace(/\\([,;:\\])/g, '$1')
    .trim();

/** Components between unescaped semicolons. */
const components = (text: string): string[] =>
  text
    .replace(/\\;/g, '\uE001')
    .split(';')
    .map((part) => unescapeText(part.replaceAll('\uE001', ';')));

/** In the character set that the parameters name; Outlook writes its own. */
function decodeQuotedPrintable(text: string, parameters: string): string {
  const charset = /;CHARSET="?([\w-]+)/.exec(parameters)?.[1] ?? 'utf-8';
  // Some programs name none, and write in that of Windows.
  return decodeQuoted(text, charset) ?? decodeQuoted(text, 'windows-1252') ?? text;
}

function parseProperty(line: string): Property | null {
  const head = /^(?:[\w-]{1,40}\.)?([A-Za-z-]{1,40})((?:;[^:;"]{1,100}(?:"[^"]{0,100}")?){0,12}):/.exec(
    line.slice(0, 1500),
  );
  if (!head?.[1]) return null;
  const value = line.slice(head[0].length);
  const parameters = (head[2] ?? '').toUpperCase();
  return {
    name: head[1].toUpperCase(),
    parameters,
    value: parameters.includes('QUOTED-PRINTABLE') ? decodeQuotedPrintable(value, parameters) : value,
  };
}

const isPreferred = ({ parameters }: Property): boolean => /[;,=]PREF(?:=1\b|[;,:]|$)/.test(`${parameters};`);

const isOfWork = ({ parameters }: Property): boolean => /\bWORK\b/.test(parameters);
const isOfHome = ({ parameters }: Property): boolean => /\bHOME\b/.test(parameters);

/** The one that is said to be preferred, then what belongs to work, and what belongs to a home last. */
function preferred(properties: readonly Property[], name: string): string {
  const own = properties.filter((property) => property.name === name);
  const best =
    own.find(isPreferred) ?? own.find(isOfWork) ?? own.find((property) => !isOfHome(property)) ?? own[0];
  return best?.value ?? '';
}

function phoneOf(properties: readonly Property[]): string | undefined {
  const kindOf = (parameters: string): PhoneKind =>
    /FAX|PAGER/.test(parameters)
      ? 'fax'
      : /CELL/.test(parameters)
        ? 'mobile'
        : /WORK|MAIN/.test(parameters)
          ? 'office'
          : /HOME/.test(parameters)
            ? 'toll-free'
            : 'unknown';
  const phones = properties
    .filter((property) => property.name === 'TEL')
    .flatMap((property) => {
      const phone = normalisePhone(unescapeText(property.value)) ?? findPhones(property.value)[0]?.phone;
      return phone ? [{ phone, kind: kindOf(property.parameters) }] : [];
    });
  return bestPhone(phones);
}

/** Where a decoder of QR codes has lost the line ends. */
const NEXT_PROPERTY =
  /[ \t]+(?=(?:VERSION|N|FN|ORG|TITLE|ROLE|TEL|EMAIL|ADR|URL|NOTE|REV|BDAY|PHOTO|LANG)(?:;[^:\n]{0,100})?:)/g;

function readCard(written: string): CapturedContact | null {
  const text = /^[ \t]+\S/.test(written) ? written.replace(NEXT_PROPERTY, '\n') : written;
  // Version 2.1 breaks lines at blanks, which stay; later ones anywhere, with a blank of their own.
  const blank = /^VERSION:2\.1$/im.test(text) ? ' ' : '';
  // A picture may end with "=" too: lines go on behind one only where the property says so.
  const unfolded = text
    .replace(QUOTED_PROPERTY, (property) => property.replaceAll('=\n', ''))
    .replace(/\n[ \t]/g, blank);
  const properties = unfolded.split('\n').flatMap((line) => parseProperty(line.trim()) ?? []);
  const ownName = preferred(properties, 'N');
  // "N:Roe, Ann", as some programs write it
  const isListed = !ownName.includes(';') && /^[^,]+, [^,]+$/.test(ownName);
  const [last, first] = isListed ? unescapeText(ownName).split(', ') : components(ownName);
  const [box, extended, street, city, province, postal_code, country] = components(
    preferred(properties, 'ADR'),
  );
  const parts: WrittenParts = {
    name: unescapeText(preferred(properties, 'FN')),
    first_name: first,
    last_name: last,
    title: unescapeText(preferred(properties, 'TITLE') || preferred(properties, 'ROLE')),
    company: components(preferred(properties, 'ORG'))[0],
    email: unescapeText(preferred(properties, 'EMAIL')).replace(/\s/g, ''),
    phone: phoneOf(properties),
    address_1: street || box,
    address_2: extended,
    city,
    province,
    postal_code,
    country,
    website: unescapeText(preferred(properties, 'URL')),
    language: preferred(properties, 'LANG') || preferred(properties, 'LANGUAGE'),
  };
  return writtenPerson(parts, 'vcard');
}

export const hasVcard = (text: string): boolean => /BEGIN:VCARD/i.test(text);

/** Every card in `text`. */
export function readVcards(text: string): CapturedContact[] {
  const contacts: CapturedContact[] = [];
  for (const card of cleanText(text)
    .split(/BEGIN:VCARD/i)
    .slice(1, MAX_CARDS + 1)) {
    const contact = readCard(card.split(/END:VCARD/i)[0]?.slice(0, MAX_CARD_CHARACTERS) ?? '');
    if (contact) contacts.push(contact);
  }
  return contacts;
}
