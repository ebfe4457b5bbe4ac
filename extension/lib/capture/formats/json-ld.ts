/** Reads schema.org people and organisations from JSON-LD blocks. @see https://schema.org/Person */
import type { CapturedContact } from '../captured-contact.ts';
import { domainOf, hostOf, isSameSite } from '../organisations/domains.ts';
import { isHomePage } from '../organisations/websites.ts';
import { type WrittenParts, writtenPerson } from './written-person.ts';

type Thing = Record<string, unknown>;

const MAX_NODES = 5000;
const MAX_BLOCK_CHARACTERS = 500_000;
const EMPLOYERS = [
  'hospitalAffiliation',
  'worksFor',
  'affiliation',
  'memberOf',
  'employer',
  'parentOrganization',
  'publisher',
  'department',
];

/** Types of objects that may name a person without being the employer. */
const NO_EMPLOYER = /Page$|WebSite|Article$|Posting$|Event$|Work$|Book|Review|List|Course|Object$/;

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => {
  const first = Array.isArray(value) ? value[0] : value;
  if (isThing(first)) return text(first['@value'] ?? first.alternateName ?? first.name);
  return typeof first === 'string' || typeof first === 'number' ? String(first) : '';
};
const typesOf = (thing: Thing): string[] =>
  [thing['@type']]
    .flat()
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/:]/, ''));

/** Marks of comments and of CDATA, which hide a block from old readers. */
const WRAPPING =
  /^\s*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\s*\*\/)?)|(?:-->|(?:\/\/|\/\*)?\s*\]\]>(?:\s*\*\/)?)\s*$/g;

function parse(block: string): unknown {
  try {
    return JSON.parse(block.slice(0, MAX_BLOCK_CHARACTERS).replace(WRAPPING, ''));
  } catch {
    return undefined;
  }
}

interface Found {
  thing: Thing;
  owner: Thing | undefined;
  /** The name of the role in which it stands there: schema.org puts one between an organisation and a person. */
  role: string;
}

/** Every object of the blocks with the organisation that it stands in, and the same by "@id". */
function collect(blocks: readonly string[]): { found: Found[]; byId: Map<string, Thing> } {
  const found: Found[] = [];
  const byId = new Map<string, Thing>();
  const queue: { value: unknown; owner: Thing | undefined; role: string }[] = blocks.map((block) => ({
    value: parse(block),
    owner: undefined,
    role: '',
  }));
  for (let index = 0; index < queue.length && index < MAX_NODES; index += 1) {
    const { value, owner, role = '' } = queue[index] ?? {};
    if (Array.isArray(value))
      queue.push(...value.slice(0, MAX_NODES).map((item) => ({ value: item as unknown, owner, role })));
    if (!isThing(value)) continue;
    const id = text(value['@id']);
    if (id && Object.keys(value).length > 1 && !byId.has(id)) byId.set(id, value);
    found.push({ thing: value, owner, role });
    const types = typesOf(value);
    const inRole = isRole(value);
    const roleThere = inRole ? roleName(value) : '';
    const next =
      inRole ||
      types.includes('ContactPoint') ||
      types.includes('Person') ||
      types.length === 0 ||
      types.includes('PostalAddress')
        ? owner
        : value;
    for (const key of Object.keys(value).slice(0, 200))
      queue.push({
        value: value[key],
        owner: text(value.name) || types.length ? next : owner,
        role: roleThere,
      });
  }
  return { found, byId };
}

const isRole = (thing: Thing): boolean => typesOf(thing).some((type) => type.endsWith('Role'));
const roleName = (thing: Thing): string => text(thing.roleName) || text(thing.namedPosition);

function resolve(value: unknown, byId: ReadonlyMap<string, Thing>): Thing | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'string') return { name: first };
  if (!isThing(first)) return undefined;
  return byId.get(text(first['@id'])) ?? first;
}

/** The employer under a key; where a role stands there, what it is the role in. */
function employerUnder(
  key: string,
  thing: Thing,
  byId: ReadonlyMap<string, Thing>,
): { employer: Thing | undefined; role: string } {
  const value = resolve(thing[key], byId);
  return value && isRole(value)
    ? { employer: resolve(value[key], byId), role: roleName(value) }
    : { employer: value, role: '' };
}

function addressParts(value: unknown): WrittenParts {
  const address = Array.isArray(value) ? value[0] : value;
  if (!isThing(address)) return {};
  return {
    address_1: text(address.streetAddress) || text(address.postOfficeBoxNumber),
    city: text(address.addressLocality),
    province: text(address.addressRegion),
    postal_code: text(address.postalCode),
    country: text(address.addressCountry),
  };
}

function emailOf(thing: Thing): string {
  return text(thing.email);
}

const site = (thing: Thing | undefined): string => {
  const url = text(thing?.url);
  return isHomePage(url) ? url : '';
};

/** The home page of a person whose address is there. */
const ownSite = (thing: Thing): string => {
  const url = site(thing);
  return url !== '' && isSameSite(hostOf(url), domainOf(emailOf(thing))) ? url : '';
};

function personOf(
  thing: Thing,
  { owner, role }: Pick<Found, 'owner' | 'role'>,
  byId: ReadonlyMap<string, Thing>,
): CapturedContact | null {
  const named = EMPLOYERS.map((key) => employerUnder(key, thing, byId)).find((found) =>
    text(found.employer?.name),
  );
  const employer =
    named?.employer ?? (owner && !typesOf(owner).some((type) => NO_EMPLOYER.test(type)) ? owner : undefined);
  const point = resolve(thing.contactPoint, byId);
  return writtenPerson(
    {
      ...addressParts(thing.address ?? resolve(thing.workLocation, byId)?.address),
      name: text(thing.name),
      first_name: text(thing.givenName),
      last_name: text(thing.familyName),
      title: text(thing.jobTitle) || role || named?.role || text(thing.hasOccupation),
      email: emailOf(thing) || emailOf(point ?? {}),
      phone: text(thing.telephone) || text(point?.telephone),
      company: text(employer?.name),
      website: ownSite(thing) || site(named?.employer) || site(thing),
      language: text(thing.knowsLanguage),
    },
    'schema.org',
  );
}

/** A shared mailbox of an organisation, or of a contact point in it. */
function organisationOf(thing: Thing, owner: Thing | undefined): CapturedContact | null {
  const organisation = typesOf(thing).includes('ContactPoint') ? (owner ?? {}) : thing;
  // Whoever answers for an organisation, beside its own mailbox, need not sit where it does.
  const isBeside = organisation !== thing && (text(thing.name) !== '' || emailOf(organisation) !== '');
  return writtenPerson(
    {
      ...addressParts(thing.address ?? (isBeside ? undefined : organisation.address)),
      // Of a contact point, a name may be somebody's; of an organisation it is its own.
      ...(organisation === thing ? {} : { name: text(thing.name) }),
      email: emailOf(thing),
      phone: text(thing.telephone) || text(organisation.telephone),
      company: text(
        organisation.legalName && !organisation.name ? organisation.legalName : organisation.name,
      ),
      website: isBeside ? '' : site(organisation),
    },
    'schema.org',
  );
}

/** "Physician" may be a practice; with an honorific it is somebody. */
const isPersonOf = (types: readonly string[], thing: Thing): boolean =>
  types.includes('Person') ||
  text(thing.givenName) !== '' ||
  (types.some((type) => /^(?:Physician|Dentist|Attorney)$/.test(type)) &&
    /^(?:dre?|me)\.?\s/i.test(text(thing.name)));

/** People, and mailboxes of organisations, in the order of the blocks. A person without address is given too. */
export function readJsonLd(blocks: readonly string[]): CapturedContact[] {
  const { found, byId } = collect(blocks);
  const contacts: CapturedContact[] = [];
  for (const { thing, owner, role } of found) {
    const isPerson = isPersonOf(typesOf(thing), thing);
    const contact = isPerson
      ? personOf(thing, { owner, role }, byId)
      : emailOf(thing)
        ? organisationOf(thing, owner)
        : null;
    if (contact) contacts.push(contact);
  }
  return contacts;
}

/** What the blocks call the site, or the organisation whose home page it is. */
export function siteNames(blocks: readonly string[], url: string): string[] {
  const isOwn = (thing: Thing): boolean =>
    hostOf(text(thing.url)) === hostOf(url) && isHomePage(text(thing.url));
  return collect(blocks).found.flatMap(({ thing }) =>
    typesOf(thing).some((type) => /^WebSite$|Organization$/.test(type)) && isOwn(thing)
      ? text(thing.name)
      : [],
  );
}
