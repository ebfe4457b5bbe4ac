/**
 * Finds contacts whose address Envoke holds in another spelling: with other capitals, which this Envoke may
 * distinguish, or with an invisible character. Undefined when Envoke cannot search for that: then it is not known
 * whether such a contact exists.
 */
import { asciiEmail, emailKey, isSameEmail } from '../../../shared/email-key.ts';
import type { ContactFilter } from '../../envoke/contact-filter.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';
import { chunksOf, findByForms, MANY_AT_ONCE, PART_OF_ONE } from './email-forms.ts';
import type { OddAddresses } from './odd-addresses.ts';
import { type FilterDeps, findsBy, LISTED_MAX, listTaken } from './taken-filter.ts';

export interface SpellingDeps extends FilterDeps {
  odd: OddAddresses;
}

/**
 * The invisible characters that copying most often leaves in addresses, for an Envoke that accepts no pattern:
 * zero-width space, byte order mark, soft hyphen, direction marks, joiners, no-break space.
 */
const UNSEEN_MOST = [
  '\u200B',
  '\uFEFF',
  '\u00AD',
  '\u200E',
  '\u200F',
  '\u200C',
  '\u200D',
  '\u2060',
  '\u00A0',
];

/** @throws EnvokeError */
export async function findOtherwiseWritten(
  deps: SpellingDeps,
  accessToken: string,
  email: string,
): Promise<EnvokeContact[] | undefined> {
  const found =
    (await findByForms(deps, accessToken, [emailKey(email)], [PART_OF_ONE])) ??
    (await findSpelledOut(deps, accessToken, email));
  return found?.filter((contact) => isSameEmail(contact.email, email));
}

/** The same for e-mails that are looked up together, with as few calls as possible. @throws EnvokeError */
export async function findManyOtherwiseWritten(
  deps: FilterDeps,
  accessToken: string,
  emails: readonly string[],
): Promise<EnvokeContact[] | undefined> {
  // Both run at the same time, since both begin with the same call.
  const [takesPatterns, isAnyCase] = await Promise.all([
    findsBy(
      deps,
      accessToken,
      'contains',
      ([present]) => present && { filter: PART_OF_ONE.filterOf([present.email]), finds: [present] },
    ),
    passesOverCase(deps, accessToken),
  ]);
  if (!takesPatterns) return undefined;
  const ask = async (filter: ContactFilter) => {
    const found = await listTaken(deps.envoke, accessToken, filter);
    return found === undefined || found.length >= LISTED_MAX ? undefined : found;
  };
  // Few accounts have such an address, so one query answers for all e-mails.
  if (isAnyCase) return ask({ field: 'email', isOdd: true });
  const anyOf = (some: readonly string[]): ContactFilter => ({
    any: some.map((email) => PART_OF_ONE.filterOf([emailKey(email)])),
  });
  const found: EnvokeContact[] = [];
  for (const chunk of chunksOf(emails, anyOf)) {
    const some = await ask(anyOf(chunk));
    if (some === undefined) return undefined;
    found.push(...some);
  }
  return found;
}

/** Whether this Envoke finds an address when its capitals differ. */
function passesOverCase(deps: FilterDeps, accessToken: string): Promise<boolean> {
  return findsBy(deps, accessToken, 'any-case', ([present]) => {
    if (present === undefined) return undefined;
    const { email } = present;
    const is = email === email.toUpperCase() ? email.toLowerCase() : email.toUpperCase();
    return { filter: { field: 'email', is }, finds: [present] };
  });
}

/** Tries each spelling: with the capitals that people usually write, and with an invisible character at every place. */
async function findSpelledOut(deps: SpellingDeps, accessToken: string, email: string) {
  const at = email.lastIndexOf('@');
  const [local, domain] = [email.slice(0, at).toLowerCase(), asciiEmail(email).slice(at)];
  const written = local.replace(/(?:^|[._+-])\p{L}/gu, (part) => part.toUpperCase());
  const started = local.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
  const capitals = [written, started, local.toUpperCase()].map((name) => name + domain);
  const plain = local + domain;
  const unseen = Array.from({ length: plain.length + 1 }, (_, place) =>
    UNSEEN_MOST.map((char) => plain.slice(0, place) + char + plain.slice(place)),
  ).flat();
  const found: EnvokeContact[] = [];
  for (const chunk of chunksOf([...new Set([...capitals, ...unseen])])) {
    const some = await findByForms(deps, accessToken, chunk, MANY_AT_ONCE);
    // Each value would have to be asked for alone.
    if (some === undefined) return deps.odd.find(accessToken, email);
    found.push(...some);
  }
  return found;
}
