/**
 * The people on the try-out page: contacts of the account in different states of consent, and people it does not know.
 */

import type { Account } from '../accounts/account.ts';
import { statusAt } from '../accounts/consent.ts';

/** What a staff directory says of somebody. */
export interface ListedPerson {
  readonly name: string;
  readonly title: string;
  readonly organisation: string;
  readonly email: string;
  readonly phone: string;
}

/** One known person for each of these, where the account has one. */
const SHOWN_STATUSES = ['Express', 'Implied - Transaction', 'Revoked'] as const;

export function knownPeople(account: Account, nowLocal: string): ListedPerson[] {
  const complete = account.people
    .list()
    .filter(({ text }) => text.first_name !== '' && text.company !== '' && text.title !== '');
  return SHOWN_STATUSES.flatMap((status) => {
    const found = complete.find(({ consent }) => statusAt(consent, nowLocal) === status);
    if (found === undefined) return [];
    const { first_name, last_name, title, company, email, phone } = found.text;
    return [{ name: `${first_name} ${last_name}`, title, organisation: company, email, phone }];
  });
}

/** Nobody in any account. */
export const STRANGERS: readonly ListedPerson[] = [
  {
    name: 'Amrit Dhaliwal',
    title: 'Volunteer Coordinator',
    organisation: 'Saltgrass Food Bank',
    email: 'amrit.dhaliwal@saltgrass.example.org',
    phone: '902-555-0143, ext. 12',
  },
  {
    name: 'Tiffany Peltier-Wong, CPA',
    title: 'Director of Finance',
    organisation: 'Manitou Bay Trail Association',
    email: 'tpeltier@manitoubay.example.ca',
    phone: '(705) 555-0166',
  },
];

/** The same for a page in French. */
export const STRANGERS_IN_FRENCH: readonly ListedPerson[] = [
  {
    name: 'Marie-Ève Désilets',
    title: 'Conseillère en communications',
    organisation: 'Festival des Érables',
    email: 'me.desilets@erables.example.ca',
    phone: '418 555-0127, poste 204',
  },
  {
    name: 'Thierry Nsengiyumva',
    title: 'Coordonnateur des bénévoles',
    organisation: 'Maison de la culture des Érables',
    email: 't.nsengiyumva@erables.example.ca',
    phone: '418 555-0190',
  },
];
