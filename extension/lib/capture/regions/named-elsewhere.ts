/** Finds the name of an address far away from it: in the title of the page, or where the text names its authors. */
import { type CapturedContact, fillGaps, withProvenance } from '../captured-contact.ts';
import { localOf } from '../details/email-addresses.ts';
import type { Line } from '../lines/line.ts';
import { nameMatch } from '../names/name-match.ts';
import { type PersonName, parseName } from '../names/names.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { slug } from '../text/clean-text.ts';
import { isSharedMailbox } from '../words/mailboxes.ts';
import { findProseNames } from './prose.ts';

/** Nobody looks for more names, or further, than a person would. */
const MAX_UNNAMED = 20;
const MAX_LINES = 400;
const MAX_TRIED = 8;
const MIN_LOCAL = 5;
const FAMILY = /(?<![\p{L}@.])\p{Lu}[\p{L}\p{M}'’-]{2,}/gu;
const MAX_PARTED = 200;
const PARTS = /\s+[|·•–—-]\s+|\s*[|:(,]\s*/;

const spells = ({ first, last }: PersonName, local: string): boolean =>
  first !== '' && last !== '' && nameMatch(first, last, local) === 3;

/** A text with its words that may be family names, folded. */
interface Searched {
  text: string;
  words: readonly string[];
}

const searched = (text: string): Searched => ({
  text,
  words: [...text.matchAll(FAMILY)].flatMap(([word]) => [word, ...word.split('-')].map(slug)),
});

/** Whether some word of a text is in the address: quick, so that most texts are left out. */
const sharesFamily = ({ words }: Searched, bare: string): boolean =>
  words.some((word) => bare.includes(word));

/** "By Ann Roe, reporter" far above ann@: who wrote a text is called by the given name in it. */
const BYLINE = /^(?:by|par|(?:written|story|text|words) by|(?:un )?texte (?:de|par)|écrit par)\s\p{Lu}/iu;
const isAuthor = (text: string, { first, last }: PersonName, local: string): boolean =>
  BYLINE.test(text) && last !== '' && slug(first) === slug(local);

function nameIn({ text }: Searched, local: string): PersonName | undefined {
  const parts = text.length < MAX_PARTED ? text.split(PARTS) : [];
  const named = parts.map((part) => parseName(part, local)).find((name) => name && spells(name, local));
  // "Elm Open Wind Foundation" has no name in it.
  if (named || parts.some((part) => isOrganisation(part))) return named ?? undefined;
  return findProseNames(text, local).find(({ name }) => spells(name, local) || isAuthor(text, name, local))
    ?.name;
}

const keyOf = ({ first_name, last_name }: CapturedContact): string =>
  slug(`${first_name?.value ?? ''}${last_name?.value ?? ''}`);

const fitOf = ({ first_name, last_name, email }: CapturedContact): number =>
  nameMatch(first_name?.value ?? '', last_name?.value ?? '', localOf(email?.value ?? '').toLowerCase());

/**
 * A signature below another mailbox ("Transport: bus@…", then "Ann Roe, Advisor") is of the one who is called so and whose own
 * address, at the head of the message, spells it. @param headed addresses at the heads of messages
 */
export function withSignatures(
  contacts: readonly CapturedContact[],
  headed: ReadonlySet<string>,
): readonly CapturedContact[] {
  if (headed.size === 0) return contacts;
  const isHeaded = ({ email }: CapturedContact): boolean => headed.has(email?.value ?? '');
  const named = Map.groupBy(
    contacts.filter(({ last_name }) => last_name),
    keyOf,
  );
  const signatures = new Map(
    [...named.values()].flatMap((own) => {
      const writer = own.find((one) => isHeaded(one) && fitOf(one) === 3);
      const signed = own.filter(
        (one) => one !== writer && fitOf(one) === 0 && one.first_name?.from === 'text',
      );
      return writer && signed.length === 1 ? [[writer, signed[0]] as const] : [];
    }),
  );
  const signed = new Set(signatures.values());
  return contacts.map((contact) => {
    const { email, company, language, consent } = contact;
    if (signed.has(contact)) return { email, company, language, consent };
    const signature = signatures.get(contact);
    return signature ? fillGaps(contact, { ...signature, consent: undefined }) : contact;
  });
}

/** The contacts; those without a name get the one that their address spells, unless it is somebody else's. */
export function withNamesElsewhere(
  contacts: readonly CapturedContact[],
  title: string,
  lines: readonly Line[],
): CapturedContact[] {
  const taken = new Set(contacts.map(keyOf));
  let left = MAX_UNNAMED;
  let texts: readonly Searched[] | undefined;
  return contacts.map((contact) => {
    const local = localOf(contact.email?.value ?? '').toLowerCase();
    const isNamed = contact.first_name !== undefined || contact.last_name !== undefined;
    if (isNamed || local.length < MIN_LOCAL || isSharedMailbox(local) || left === 0) return contact;
    left -= 1;
    texts ??= [title, ...lines.slice(0, MAX_LINES).map(({ text }) => text)].map(searched);
    const bare = slug(local);
    const near = texts.filter((text) => sharesFamily(text, bare)).slice(0, MAX_TRIED);
    const name = near.reduce<PersonName | undefined>(
      (found, text) => found ?? nameIn(text, local),
      undefined,
    );
    if (!name || taken.has(slug(name.first + name.last))) return contact;
    return fillGaps(contact, withProvenance({ first_name: name.first, last_name: name.last }, 'text'));
  });
}
