/** Reads the entries of an address book in LDIF, as Thunderbird and directories export it. @see RFC 2849, RFC 4519 */
import type { CapturedContact } from '../captured-contact.ts';
import { bestPhone, normalisePhone, type PhoneKind } from '../details/phones.ts';
import { cleanText } from '../text/clean-text.ts';
import { type WrittenParts, writtenPerson } from './written-person.ts';

const MAX_ENTRIES = 500;
/** "cn: Ann Roe"; two colons stand before base64. */
const ATTRIBUTE = /^([A-Za-z][\w-]{0,60})(?:;[\w-]{1,40}){0,4}:(:?) ?(.*)$/;
const NUMBERS: readonly (readonly [string, PhoneKind])[] = [
  ['telephonenumber', 'office'],
  ['workphone', 'office'],
  ['mobile', 'mobile'],
  ['homephone', 'mobile'],
];

function decodeBase64(value: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(value), (char) => char.charCodeAt(0)));
  } catch {
    return '';
  }
}

/** The first value of each attribute, by its name in lower case. */
function attributesOf(entry: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const line of entry.replace(/\n /g, '').split('\n')) {
    const [, name = '', encoded, value = ''] = ATTRIBUTE.exec(line) ?? [];
    const key = name.toLowerCase();
    if (name && !attributes.has(key)) attributes.set(key, encoded ? decodeBase64(value) : value.trim());
  }
  return attributes;
}

function readEntry(entry: string): CapturedContact | null {
  const attributes = attributesOf(entry);
  const get = (...names: string[]): string => names.map((name) => attributes.get(name)).find(Boolean) ?? '';
  const phones = NUMBERS.flatMap(([name, kind]) => {
    const phone = normalisePhone(get(name));
    return phone ? [{ phone, kind }] : [];
  });
  const parts: WrittenParts = {
    name: get('cn', 'displayname'),
    first_name: get('givenname'),
    last_name: get('sn', 'surname'),
    title: get('title'),
    company: get('o', 'organizationname', 'company'),
    email: get('mail'),
    phone: bestPhone(phones),
    address_1: get('street', 'streetaddress', 'postaladdress', 'mozillaworkstreet'),
    city: get('l', 'locality', 'localityname'),
    province: get('st', 'stateorprovincename', 'region'),
    postal_code: get('postalcode', 'zip'),
    country: get('c', 'countryname', 'co'),
    website: get('mozillaworkurl', 'workurl', 'labeleduri'),
    language: get('preferredlanguage'),
  };
  return writtenPerson(parts, 'vcard');
}

export const hasLdif = (text: string): boolean =>
  /^dn::? .*\n(?:.*\n){0,4}objectclass: /im.test(text.slice(0, 4000));

/** Everyone in the entries of `text`. */
export function readLdif(text: string): CapturedContact[] {
  return cleanText(text)
    .split(/\n(?=dn::? )/i)
    .slice(0, MAX_ENTRIES)
    .flatMap((entry) => readEntry(entry) ?? []);
}
