/** Reads people marked up as h-card, classic hCard or schema.org microdata. @see https://microformats.org/wiki/h-card */
import type { CapturedContact } from './captured-contact.ts';
import { cleanText } from './clean-text.ts';
import { decodePercent } from './percent.ts';
import { phoneKind } from './phones.ts';
import { isHomePage } from './websites.ts';
import { type WrittenParts, writtenPerson } from './written-person.ts';

/** The part of an element (or document) that is searched. */
export type Searchable = Pick<ParentNode, 'querySelectorAll'>;

interface Vocabulary {
  roots: string;
  /** Selectors by field, the better first. */
  fields: Readonly<Record<keyof WrittenParts & string, string>>;
  fax: string;
}

const CLASSES: Vocabulary = {
  roots: '.h-card, .vcard',
  fields: {
    email: '.u-email, .p-email, .email',
    name: '.p-name, .fn',
    first_name: '.p-given-name, .given-name',
    last_name: '.p-family-name, .family-name',
    title: '.p-job-title, .title, .p-role, .role',
    company: '.p-org, .organization-name, .org',
    phone: '.p-tel, .u-tel, .tel',
    address_1: '.p-street-address, .street-address',
    address_2: '.p-extended-address, .extended-address',
    city: '.p-locality, .locality',
    province: '.p-region, .region',
    postal_code: '.p-postal-code, .postal-code',
    country: '.p-country-name, .country-name',
    website: '.u-url, .url',
    language: '.p-lang',
  },
  fax: '.type',
};
const MICRODATA: Vocabulary = {
  roots: '[itemtype$="schema.org/Person"]',
  fields: {
    email: '[itemprop~="email"]',
    name: '[itemprop~="name"]',
    first_name: '[itemprop~="givenName"]',
    last_name: '[itemprop~="familyName"]',
    title: '[itemprop~="jobTitle"]',
    company: '[itemprop~="worksFor"], [itemprop~="affiliation"], [itemprop~="memberOf"]',
    phone: '[itemprop~="telephone"]',
    address_1: '[itemprop~="streetAddress"]',
    address_2: '[itemprop~="postOfficeBoxNumber"]',
    city: '[itemprop~="addressLocality"]',
    province: '[itemprop~="addressRegion"]',
    postal_code: '[itemprop~="postalCode"]',
    country: '[itemprop~="addressCountry"]',
    website: '[itemprop~="url"]',
    language: '[itemprop~="knowsLanguage"]',
  },
  fax: '[itemprop~="faxNumber"]',
};

const SCOPES = '.p-org, [itemprop~="worksFor"], [itemprop~="affiliation"], [itemprop~="memberOf"]';

/** Text of an element, or the value that it carries for machines. */
function spokenValue(element: Element): string {
  const href = element.getAttribute('href');
  if (href && /^(?:mailto|tel):/i.test(href))
    return decodePercent(href.replace(/^\w+:/, '').split('?')[0] ?? '');
  const value =
    element.getAttribute('content') ?? (element.tagName === 'DATA' ? element.getAttribute('value') : null);
  const spelled = element.querySelector('.value');
  return cleanText(value ?? spelled?.textContent ?? element.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

function isFax(element: Element, vocabulary: Vocabulary): boolean {
  const label = element.querySelector(vocabulary.fax)?.textContent?.trim() ?? '';
  return (
    phoneKind(label) === 'fax' ||
    /fax/i.test(`${element.className} ${element.getAttribute('itemprop') ?? ''}`)
  );
}

/** Inside the employer's own scope, "name" and "url" are the employer's. */
const isEmployers = (element: Element, root: Element): boolean => {
  const scope = element.parentElement?.closest(SCOPES);
  return scope !== null && scope !== undefined && root.contains(scope) && scope !== root;
};

function pick(root: Element, selectors: string, field: string, vocabulary: Vocabulary): string {
  for (const selector of selectors.split(', ')) {
    const elements = [...root.querySelectorAll(selector)].filter(
      (element) => ['email', 'phone'].includes(field) || !isEmployers(element, root),
    );
    const element =
      field === 'phone' ? elements.find((candidate) => !isFax(candidate, vocabulary)) : elements[0];
    if (!element) continue;
    if (field === 'company') {
      const name = element.querySelector('[itemprop~="name"], .p-name, .organization-name');
      return spokenValue(name ?? element);
    }
    if (field === 'website') return element.getAttribute('href') ?? spokenValue(element);
    return spokenValue(element);
  }
  return '';
}

function readRoot(root: Element, vocabulary: Vocabulary): CapturedContact | null {
  const parts: WrittenParts = {};
  for (const [field, selectors] of Object.entries(vocabulary.fields) as [keyof WrittenParts, string][]) {
    const value = pick(root, selectors, field, vocabulary);
    if (value) parts[field] = value;
  }
  if (parts.website && (!isHomePage(parts.website) || !/^https?:/.test(parts.website))) delete parts.website;
  return writtenPerson(parts, vocabulary === CLASSES ? 'hcard' : 'schema.org');
}

const isInner = (root: Element, roots: string): boolean =>
  Boolean(root.parentElement?.closest(roots)) && root.querySelector('[href^="mailto:"]') === null;

/** Every marked-up person; one without address is given too. */
export function readMicroformats(page: Searchable): CapturedContact[] {
  const contacts: CapturedContact[] = [];
  for (const vocabulary of [CLASSES, MICRODATA]) {
    for (const root of [...page.querySelectorAll(vocabulary.roots)].slice(0, 500)) {
      const contact = isInner(root, vocabulary.roots) ? null : readRoot(root, vocabulary);
      if (contact) contacts.push(contact);
    }
  }
  return contacts;
}
