/** Gives contacts without an employer the one named by the page, a heading or the other contacts. */

import { type CapturedContact, fillGaps, isNamedAsCompany, withProvenance } from '../captured-contact.ts';
import { POSTAL_CODE } from '../details/postal-addresses.ts';
import { splitLabel } from '../lines/labels.ts';
import type { Line } from '../lines/line.ts';
import { parseName } from '../names/names.ts';
import { isOccasion } from '../names/titles.ts';
import { isPerhapsOrganisation } from './by-position.ts';
import { domainOf, isFreeMail, isSameSite, isWholeLabel, namesDomain } from './domains.ts';
import { isOfficeOf, isOrganisation, isWrittenAsName, organisationStrength } from './organisations.ts';
import { companyFromTitle, isApplication, isOfEvent, isOfForms } from './page-title.ts';
import { SINCE, withoutMargins } from './roles.ts';

export interface PageContext {
  title: string;
  url: string;
  /** Lines that belong to no contact. */
  rest: readonly Line[];
  /** The contacts came from separate cards, which are complete. */
  spelledOut: boolean;
  /** Addresses, in lower case, that stand in the headers of messages. */
  headed: ReadonlySet<string>;
  /** The same of those who filled a form in: whose form it is need not employ them. */
  filledIn: ReadonlySet<string>;
}

/** Employers by the mail domain of those who name one. */
function companiesByDomain(contacts: readonly CapturedContact[]): Map<string, Set<string>> {
  const companies = new Map<string, Set<string>>();
  for (const { company, email } of contacts) {
    const domain = domainOf(email?.value ?? '');
    if (!company || (company.from === 'inferred' && !namesDomain(company.value, domain))) continue;
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

/** "SOURCE Elm Growers Federation" ends a press release: who issued it. */
const ISSUER = /^source\s?[:：]?\s+(?=\p{Lu}[^,;:@\d]{3,80}$)/iu;

/** Whether a line of a press release says who issued it, and nothing about the people around it. */
export const namesIssuer = ({ text }: Line): boolean =>
  ISSUER.test(text) &&
  isPerhapsOrganisation(text.replace(ISSUER, '')) &&
  !parseName(text.replace(ISSUER, ''));

/** The one who issued the release employs those of its contacts who have the same host, or a mailbox that says nothing. */
function companyOfIssuer(
  rest: readonly Line[],
  contacts: readonly CapturedContact[],
  email: string,
): string | undefined {
  const issuer = rest.find(namesIssuer)?.text.replace(ISSUER, '');
  const domain = domainOf(email);
  const isOnly = contacts.every((other) => domainOf(other.email?.value ?? '') === domain);
  return issuer && (isOnly || isFreeMail(domain) || namesDomain(issuer, domain)) ? issuer : undefined;
}

/** "Published four times a year by the Marsh Street Residents Association". */
const PUBLISHED_BY = /^.*?\s(?:by|from|par)\s(?:the\s|la\s|le\s|les\s|l['’])?(?=\p{Lu})/u;

/** "Local 4121 Executive": a heading over its people. */
const OF_PEOPLE =
  /\s(?:executive|staff|(?:staff )?directory|contacts?|team|board of directors|executive committee)$/i;

/** "Contact Elm Cricket Club" */
const CONTACT =
  /^(?:contact|contactez|joindre|meet)\s(?:the\s)?(?=\p{Lu})|^(?:membres|équipe|personnel) d(?:u\s|e\s(?:la\s)?|e\sl['’]|es\s)(?=\p{Lu})|^(?:members|staff|team) of\s(?:the\s)?(?=\p{Lu})/iu;

const MAX_HEADING = 160;
const HEADING_PARTS = /\s[|·•–—>›»-]\s|,\s| {3,}/;

/** What the lines that belong to no contact may call an organisation. */
function headingsOf(rest: readonly Line[]): string[] {
  return rest
    .slice(0, 30)
    .flatMap(({ text }) => {
      const parts = text.length > MAX_HEADING ? [] : (splitLabel(text)?.value ?? text).split(HEADING_PARTS);
      // "Elmvale, ON K0M 1N0" is where they are, "Elm College, 12 Main Street, …" says who is there.
      return POSTAL_CODE.test(text) ? parts.slice(0, 1).filter((part) => isOrganisation(part)) : parts;
    })
    .filter((part) => !part.includes(':'))
    .map((part) =>
      withoutMargins(part.replace(ISSUER, ''))
        .replace(CONTACT, '')
        .replace(PUBLISHED_BY, '')
        .replace(OF_PEOPLE, '')
        .replace(SINCE, ''),
    )
    .filter((part) => isWrittenAsName(part) && !/^(?:your|our|nos|notre|votre)\s/iu.test(part));
}

/** The one organisation that stands by itself above (or below) people who all have the same mail domain. */
function soleOrganisation(
  headings: readonly string[],
  contacts: readonly CapturedContact[],
): string | undefined {
  const domains = new Set(contacts.map(({ email }) => domainOf(email?.value ?? '')));
  const [named, ...others] = new Set(headings.filter((part) => isOrganisation(part) && !ABOUT.test(part)));
  return domains.size === 1 && others.length === 0 ? named : undefined;
}

/** "Our team", "Nous joindre": what stands below the name of an organisation, above its people. */
const OVER_PEOPLE =
  /^(?:(?:our|the|meet (?:the|our)|notre|nos|l['’]|le|la|les)\s?)*(?:team|staff|people|board|directors|contacts?|contact us|directory|(?:board|council|staff|team) members|équipe|personnel|membres|conseil d['’]administration|direction|joindre|nous joindre|contactez-nous|coordonnées|bottin)(?:\s.{0,20})?$/iu;

/** The heading over everyone: of an organisation, or with "Our team" below it, or in the title of the page. */
function headingOverAll(
  rest: readonly Line[],
  contacts: readonly CapturedContact[],
  title: string,
): string | undefined {
  const headings = rest
    .slice(0, 30)
    .filter((line) => line.heading)
    .map((line) => line.text.replace(CONTACT, '').replace(OF_PEOPLE, ''));
  if (contacts.length < 2 || contacts.some(({ company }) => company)) return undefined;
  const isOver =
    headings.some((text) => OVER_PEOPLE.test(text)) || rest.some((line) => OF_PEOPLE.test(line.text));
  const fits = headings.filter(
    (text) =>
      !OVER_PEOPLE.test(text) &&
      (isOrganisation(text) ||
        (text.includes(' ') &&
          isPerhapsOrganisation(text) &&
          (isOver || (title !== '' && title.endsWith(text))))),
  );
  return new Set(fits).size === 1 ? fits[0] : undefined;
}

/** "About Elm Trust", the last paragraph of a press release */
const ABOUT = /^(?:about|à propos d(?:e|u|es))\s(?:the\s|la\s|les?\s|l['’])?/iu;

function companyFromHeading(headings: readonly string[], email: string): string | undefined {
  const domain = domainOf(email);
  if (!domain) return undefined;
  return headings
    .map((part) => part.replace(ABOUT, ''))
    .find((part) => namesDomain(part, domain) && organisationStrength(part, domain) === 3);
}

/** A part of an organisation, whoever says so. */
const COMMITTEE = /^(?:comité|commission)\s|\scommittee$/iu;

/** People know a school by its own name, whatever board it belongs to. */
const SCHOOL =
  /^(?:école|polyvalente|académie)\s\S|\s(?:(?:elementary|secondary|public|high|middle)\s)?school$/iu;

/**
 * "Map Library" on a page of Elm University, whose host the address has: what neither address nor page is called after is a
 * part of it, or its building.
 */
function withWholeOfPart(contact: CapturedContact, { title, url }: PageContext): CapturedContact {
  const [part, email] = [contact.company, contact.email?.value ?? ''];
  if (part?.from !== 'text' || isOfficeOf(part.value) || SCHOOL.test(part.value)) return contact;
  const whole = companyFromTitle(title, url, email);
  // "Wolf Rapids" in a sentence of the "Wolf Rapids First Nation"
  const isShort = whole?.startsWith(`${part.value} `);
  if (namesDomain(part.value, domainOf(email)) && !isShort) return contact;
  return whole && (namesDomain(whole, domainOf(email)) || COMMITTEE.test(part.value))
    ? { ...contact, ...withProvenance({ company: whole }, 'page-title') }
    : contact;
}

/** Contacts in the same order, gaps in `company` filled where something speaks for it. */
export function inheritCompany(
  captured: readonly CapturedContact[],
  context: PageContext,
): CapturedContact[] {
  if (context.spelledOut) return [...captured];
  const contacts = captured.map((contact) => withWholeOfPart(contact, context));
  const byDomain = companiesByDomain(contacts);
  const listed = contacts.flatMap(({ company }) => (company?.from === 'table' ? company.value : []));
  const isListed = new Set(listed).size > 1;
  const headings = headingsOf(context.rest);
  const sole =
    soleOrganisation(headings, contacts) ??
    headingOverAll(context.rest, contacts, isApplication(context.title, context.url) ? '' : context.title);
  return ofAll(
    contacts.map((contact) => {
      const isPart = contact.company?.from === 'text' && COMMITTEE.test(contact.company.value);
      if (contact.company && contact.company.from !== 'inferred' && !isPart) return contact;
      const { company: placed, ...others } = contact;
      if (placed && isWholeLabel(placed.value, domainOf(contact.email?.value ?? ''))) return contact;
      const named = companyAround(others, { isListed, byDomain, headings, context });
      if (named.company) return fillGaps(placed ? withWholeTitle(others) : others, named);
      const email = contact.email?.value ?? '';
      if (context.filledIn.has(email.toLowerCase())) return contact;
      // Who answers a message need not work where its sender does.
      const isHeaded = context.headed.has(email.toLowerCase()) || isOfForms(context.title);
      const company = companyOfIssuer(context.rest, contacts, email) ?? (isHeaded ? undefined : sole);
      return placed ? contact : fillGaps(contact, withProvenance({ company }, 'text'));
    }),
    context.title,
  );
}

/** Whom the page gives to one of its people, and nobody to any other, employs those too who have addresses elsewhere. */
function ofAll(contacts: CapturedContact[], title: string): CapturedContact[] {
  const companies = contacts.flatMap(({ company }) => company ?? []);
  const [one] = companies;
  const isShared = one?.from === 'page-title' && companies.every(({ value }) => value === one.value);
  if (!isShared || isOfEvent(title) || isOfForms(title)) return contacts;
  return contacts.map((contact) => fillGaps(contact, { company: one }));
}

/** What was taken off the title for an employer belongs to it after all. */
function withWholeTitle(contact: CapturedContact): CapturedContact {
  const { title } = contact;
  return title?.whole ? { ...contact, title: { value: title.whole, from: title.from } } : contact;
}

interface Around {
  /** A list names several employers: an empty cell says that somebody has none. */
  isListed: boolean;
  byDomain: ReadonlyMap<string, Set<string>>;
  headings: readonly string[];
  context: PageContext;
}

/** The host of a mailing list: who writes to it may work anywhere. */
const OF_LIST = /^(?:lists?|listes|listserv|groups?|groupes?)\./;

/** The employer that a heading, the others or the title of the page name; empty when none does. */
function companyAround(
  contact: CapturedContact,
  { isListed, byDomain, headings, context }: Around,
): CapturedContact {
  const email = contact.email?.value ?? '';
  const isHeaded = context.headed.has(email.toLowerCase());
  const heading = isHeaded ? undefined : companyFromHeading(headings, email);
  // "About Elm" over the mailbox of those who work for the "City of Elm"
  const whole = heading && companyOfOthers(email, byDomain);
  if (heading && !whole?.endsWith(` ${heading}`)) return withProvenance({ company: heading }, 'text');
  // Who signs a message speaks for no mailbox that it only went to.
  const isUnsaid = isHeaded || (!contact.last_name && OF_LIST.test(domainOf(email)));
  const isFilledIn = context.filledIn.has(email.toLowerCase());
  const others = isUnsaid || isFilledIn ? undefined : companyOfOthers(email, byDomain);
  if (others) return withProvenance({ company: others }, 'other-contact');
  if (isListed && contact.email?.from === 'table') return {};
  const owner = companyFromTitle(context.title, context.url, email);
  const isAsked = isFilledIn || isOfForms(context.title);
  const isTheirs =
    !isAsked || (owner !== undefined && !isOccasion(owner) && namesDomain(owner, domainOf(email)));
  const titled = withProvenance({ company: isTheirs ? owner : undefined }, 'page-title');
  // "Ann Roe | Photographer" is her own page.
  return isNamedAsCompany({ ...contact, ...titled }) ? {} : titled;
}

/** A form or a row names an organisation once, with several of its people: they share its host. */
export function withEmployerOfOthers(contacts: readonly CapturedContact[]): CapturedContact[] {
  const hostOf = ({ email }: CapturedContact): string => domainOf(email?.value ?? '');
  return contacts.map((contact) => {
    const isOther = (other: CapturedContact): boolean =>
      other.company !== undefined && hostOf(other) === hostOf(contact) && !isFreeMail(hostOf(contact));
    const { company } = (!contact.company && contacts.find(isOther)) || {};
    return company ? { ...contact, company } : contact;
  });
}
