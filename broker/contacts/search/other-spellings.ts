/**
 * Finds contacts whose address Envoke holds in another spelling: with other capitals, which this Envoke may distinguish,
 * or with characters that are invisible or only look like those of mail (typographic apostrophes, full-width letters).
 */
import { emailKey, isSameEmail } from '../../../shared/email-key.ts';
import type { ContactFilter } from '../../envoke/contact-filter.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';
import { chunksOf, findByForms, SPELLINGS_OF_ONE } from './email-forms.ts';
import type { OddAddresses } from './odd-addresses.ts';
import { type FilterDeps, findsBy, LISTED_MAX, listTaken, otherCaseOf } from './taken-filter.ts';

export interface SpellingDeps extends FilterDeps {
  odd: OddAddresses;
}

/** @throws EnvokeError, also when Envoke can neither be asked nor list all its contacts */
export async function findOtherwiseWritten(
  deps: SpellingDeps,
  accessToken: string,
  email: string,
): Promise<EnvokeContact[]> {
  const found = whole(await findByForms(deps, accessToken, [emailKey(email)], [SPELLINGS_OF_ONE]));
  if (found === undefined) return deps.odd.find(accessToken, email);
  return found.filter((contact) => isSameEmail(contact.email, email));
}

/**
 * The same for e-mails that are looked up together, with as few calls as possible. Undefined when each must be asked for
 * alone. @throws EnvokeError
 */
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
      ([present]) => present && { filter: SPELLINGS_OF_ONE.filterOf([present.email]), finds: [present] },
    ),
    passesOverCase(deps, accessToken),
  ]);
  if (!takesPatterns) return undefined;
  const ask = async (filter: ContactFilter) => whole(await listTaken(deps.envoke, accessToken, filter));
  // Few accounts have such an address, so one query answers for all e-mails.
  if (isAnyCase) return ask({ field: 'email', isOdd: true });
  const anyOf = (some: readonly string[]): ContactFilter => ({
    any: some.map((email) => SPELLINGS_OF_ONE.filterOf([emailKey(email)])),
  });
  const found: EnvokeContact[] = [];
  for (const chunk of chunksOf(emails, anyOf)) {
    const some = await ask(anyOf(chunk));
    if (some === undefined) return undefined;
    found.push(...some);
  }
  return found;
}

/** Undefined when the list may be incomplete. */
const whole = (found: EnvokeContact[] | undefined) =>
  found === undefined || found.length >= LISTED_MAX ? undefined : found;

/** Whether this Envoke finds an address when its capitals differ. */
function passesOverCase(deps: FilterDeps, accessToken: string): Promise<boolean> {
  return findsBy(deps, accessToken, 'any-case', ([present]) => {
    if (present === undefined) return undefined;
    return { filter: { field: 'email', is: otherCaseOf(present.email) }, finds: [present] };
  });
}
