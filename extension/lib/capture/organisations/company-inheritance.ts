/** Gives contacts without an employer the one that the page, a heading or the others name. */

import { type CapturedContact, fillGaps, withProvenance } from '../captured-contact.ts';
import { splitLabel } from '../lines/labels.ts';
import type { Line } from '../lines/line.ts';
import { domainOf, isFreeMail, isSameSite, namesDomain } from './domains.ts';
import { isOrganisation, isWrittenAsName, organisationStrength } from './organisations.ts';
import { companyFromTitle } from './page-title.ts';

export interface PageContext {
  title: string;
  url: string;
  /** Lines that belong to no contact. */
  rest: readonly Line[];
  /** The contacts came from cards of their own, which say all there is to say. */
  spelledOut: boolean;
}

/** Employers by the mail domain of those who name one. */
function companiesByDomain(contacts: readonly CapturedContact[]): Map<string, Set<string>> {
  const companies = new Map<string, Set<string>>();
  for (const { company, email } of contacts) {
    if (!company) continue;
    const domain = domainOf(email?.value ?? '');
    companies.set(domain, (companies.get(domain) ?? new Set()).add(company.value));
  }
  return companies;
}

/** The one employer that others with the same mail domain share. */
function companyOfOthers(email: string, byDomain: ReadonlyMap<string, Set<string>>): string | undefined {
  const domain = domainOf(email);
  if (!domain || isFreeMail(domain)) return undefined;
  const companies = new Set(
    [...byDomain].flatMap(([other, names]) => (isSameSite(other, domain) ? [...names] : [])),
  );
  return companies.size === 1 ? [...companies][0] : undefined;
}

/** "Published four times a year by the Marsh Street Residents Association". */
const PUBLISHED_BY = /^.*?\s(?:by|from|par)\s(?:the\s|la\s|le\s|les\s|l['’])?(?=\p{Lu})/u;

/** "Local 4121 Executive": a heading over its people. */
const OF_PEOPLE =
  /\s(?:executive|staff|(?:staff )?directory|contacts?|team|board of directors|executive committee)$/i;

/** What the lines that belong to no contact may call an organisation. */
function headingsOf(rest: readonly Line[]): string[] {
  return rest
    .slice(0, 30)
    .flatMap((line) =>
      line.text.length > 120 ? [] : (splitLabel(line.text)?.value ?? line.text).split(/\s[|·•–—-]\s|,\s/),
    )
    .filter((part) => !part.includes(':') && !/^(?:about|à propos)\s/iu.test(part))
    .map((part) => part.replace(PUBLISHED_BY, '').replace(OF_PEOPLE, ''))
    .filter(isWrittenAsName);
}

/** The one organisation that stands by itself above (or below) people who all have the same mail domain. */
function soleOrganisation(
  headings: readonly string[],
  contacts: readonly CapturedContact[],
): string | undefined {
  const domains = new Set(contacts.map(({ email }) => domainOf(email?.value ?? '')));
  const [named, ...others] = new Set(headings.filter((part) => isOrganisation(part)));
  return domains.size === 1 && others.length === 0 ? named : undefined;
}

function companyFromHeading(headings: readonly string[], email: string): string | undefined {
  const domain = domainOf(email);
  if (!domain) return undefined;
  return headings.find((part) => namesDomain(part, domain) && organisationStrength(part, domain) === 3);
}

/** Contacts in the same order, gaps in `company` filled where something speaks for it. */
export function inheritCompany(
  contacts: readonly CapturedContact[],
  context: PageContext,
): CapturedContact[] {
  if (context.spelledOut) return [...contacts];
  const byDomain = companiesByDomain(contacts);
  const headings = headingsOf(context.rest);
  const sole = soleOrganisation(headings, contacts);
  return contacts.map((contact) => {
    if (contact.company) return contact;
    const email = contact.email?.value ?? '';
    const heading = companyFromHeading(headings, email);
    if (heading) return fillGaps(contact, withProvenance({ company: heading }, 'text'));
    const others = companyOfOthers(email, byDomain);
    if (others) return fillGaps(contact, withProvenance({ company: others }, 'other-contact'));
    const titled = companyFromTitle(context.title, context.url, email);
    if (titled) return fillGaps(contact, withProvenance({ company: titled }, 'page-title'));
    return fillGaps(contact, withProvenance({ company: sole }, 'text'));
  });
}
