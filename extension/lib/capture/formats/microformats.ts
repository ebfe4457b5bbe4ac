/** Reads people marked up as h-card, classic hCard, schema.org microdata or RDFa. @see https://microformats.org/wiki/h-card */
import type { CapturedContact } from '../captured-contact.ts';
import { bestPhone, type PhoneKind, phoneKind } from '../details/phones.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { isHomePage } from '../organisations/websites.ts';
import { cleanText } from '../text/clean-text.ts';
import { decodePercent } from '../text/percent.ts';
import { type WrittenParts, writtenPerson } from './written-person.ts';

/** The part of an element (or document) that is searched. */
export type Searchable = Pick<ParentNode, 'querySelectorAll'>;

interface Vocabulary {
  roots: string;
  /** Selectors by field, the better first. */
  fields: Readonly<Partial<Record<keyof WrittenParts & string, string>>>;
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
};
const MICRODATA: Vocabulary = {
  roots: '[itemtype$="schema.org/Person"], [itemtype*="schema.org/Person "]',
  fields: {
    email: '[itemprop~="email"]',
    name: '[itemprop~="name"]',
    first_name: '[itemprop~="givenName"]',
    last_name: '[itemprop~="familyName"]',
    title: '[itemprop~="jobTitle"], [itemprop~="jobtitle"]',
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
};

/** The same names as RDFa writes them: `typeof="Person"`, `property="jobTitle"`. */
const asRdfa = (selectors: string): string =>
  selectors.replace(/\[itemprop~="(\w+)"\]/g, '[property~="$1"], [property~="schema:$1"]');
const RDFA: Vocabulary = {
  roots: '[typeof~="Person"], [typeof~="schema:Person"]',
  fields: Object.fromEntries(
    Object.entries(MICRODATA.fields).map(([field, selectors]) => [field, asRdfa(selectors)]),
  ) as Vocabulary['fields'],
};

const EMPLOYERS_NAME = '[itemprop~="name"], [property~="name"], .p-name, .organization-name';
const SCOPES =
  '.p-org, [itemprop~="worksFor"], [itemprop~="affiliation"], [itemprop~="memberOf"], [property~="worksFor"], [property~="affiliation"]';

/** A tie that may be any: somebody's party, or an office. Markup of its own says that it is to an organisation. */
const isLooseTie = (element: Element): boolean =>
  /affiliation|memberOf/.test(element.getAttribute('itemprop') ?? element.getAttribute('property') ?? '') &&
  !element.hasAttribute('itemscope') &&
  !element.hasAttribute('typeof');

/** Where an element leads: its own link, or the one in it. */
const linkOf = (element: Element): string =>
  (element.hasAttribute('href') ? element : element.querySelector('[href]'))?.getAttribute('href') ?? '';

/** Text of an element, or the value that it carries for machines. */
function spokenValue(element: Element): string {
  const carrier = { DATA: 'value', IMG: 'alt', ABBR: 'title' }[element.tagName];
  const value = element.getAttribute('content') ?? (carrier ? element.getAttribute(carrier) : null);
  const spelled = element.querySelector('.value');
  return cleanText(value ?? spelled?.textContent ?? element.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What the element writes to or calls; its text may say "Email me". */
function reachedAt(element: Element): string {
  const href = linkOf(element);
  if (!/^(?:mailto|tel):/i.test(href)) return spokenValue(element);
  return decodePercent(href.replace(/^\w+:/, '').split('?')[0] ?? '');
}

/** The kind that a number's own words, or its markup, give it. */
function kindOf(element: Element): PhoneKind {
  const name = `${element.className} ${element.getAttribute('itemprop') ?? element.getAttribute('property') ?? ''}`;
  if (/fax/i.test(name)) return 'fax';
  const label = element.querySelector('.type') ?? element;
  return phoneKind((label.textContent ?? '').split(/[\d(+]/)[0] ?? '');
}

/** Inside the employer's own scope, "name" and "url" are the employer's. */
const isEmployers = (element: Element, root: Element): boolean => {
  const scope = element.parentElement?.closest(SCOPES);
  return scope !== null && scope !== undefined && root.contains(scope) && scope !== root;
};

/** A person's own site, or else the employer's. */
function pickSite(elements: readonly Element[], root: Element): string {
  const own = elements.filter((element) => !isEmployers(element, root));
  const others = elements.filter((element) => isEmployers(element, root));
  const urls = [...own, ...others].map((element) => linkOf(element) || spokenValue(element));
  return urls.find((url) => isHomePage(url) && /^https?:/.test(url)) ?? '';
}

function pickPhone(elements: readonly Element[]): string {
  const phones = elements.map((element) => ({
    phone: reachedAt(element),
    kind: kindOf(element),
  }));
  return bestPhone(phones) ?? '';
}

function fieldValue(field: string, elements: readonly Element[], root: Element): string {
  if (field === 'website') return pickSite(elements, root);
  if (field === 'phone') return pickPhone(elements);
  const element = elements.find((candidate) => field === 'email' || !isEmployers(candidate, root));
  if (!element) return '';
  if (field === 'email') return reachedAt(element);
  if (field !== 'company') return spokenValue(element);
  const named = spokenValue(element.querySelector(EMPLOYERS_NAME) ?? element);
  return isLooseTie(element) && !isOrganisation(named) ? '' : named;
}

function pick(root: Element, selectors: string, field: string): string {
  for (const selector of selectors.split(', ')) {
    const value = fieldValue(field, [...root.querySelectorAll(selector)], root);
    if (value) return value;
  }
  return '';
}

function readRoot(root: Element, vocabulary: Vocabulary): CapturedContact | null {
  const parts: WrittenParts = {};
  for (const [field, selectors] of Object.entries(vocabulary.fields) as [keyof WrittenParts, string][]) {
    const value = pick(root, selectors, field);
    if (value) parts[field] = value;
  }
  return writtenPerson(parts, vocabulary === CLASSES ? 'hcard' : 'schema.org');
}

const isInner = (root: Element, roots: string): boolean =>
  Boolean(root.parentElement?.closest(roots)) && root.querySelector('[href^="mailto:"]') === null;

/** Every marked-up person; one without address is given too. */
export function readMicroformats(page: Searchable): CapturedContact[] {
  const contacts: CapturedContact[] = [];
  for (const vocabulary of [CLASSES, MICRODATA, RDFA]) {
    for (const root of [...page.querySelectorAll(vocabulary.roots)].slice(0, 500)) {
      const contact = isInner(root, vocabulary.roots) ? null : readRoot(root, vocabulary);
      if (contact) contacts.push(contact);
    }
  }
  return contacts;
}
