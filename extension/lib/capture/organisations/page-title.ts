/** Reads the employer out of a page's title: "Staff Directory | Town of Maplewick". */

import { isOrdinaryWord } from '../names/name-words.ts';
import { isTitle } from '../names/titles.ts';
import { fold, slug } from '../text/clean-text.ts';
import { DEPARTMENT_WORDS, ORGANISATION_WORDS } from '../words/organisation-words.ts';
import {
  domainOf,
  hostOf,
  isFreeMail,
  isSameSite,
  isWholeLabel,
  namesDomain,
  spellsDomain,
  startSpellsDomain,
} from './domains.ts';
import { isDepartment, isWrittenAsName, organisationStrength } from './organisations.ts';

const SEPARATOR = /\s+[|·•»«›>:]+\s+|\s+[–—-]{1,2}\s+|\s*\|\s*|\s::\s|\s»\s/;
const LEAD_IN =
  /^(?:about(?: us)?|contact(?: us)?|welcome to|bienvenue (?:à|au|aux|chez)(?: la| le| l['’])?|à propos (?:de|du|des)(?: la| l['’])?|home|accueil|our team|joindre|contacter|the team at|staff(?: directory)? (?:at|of)|meet the|équipe (?:de|du|des)(?: la| l['’])?)\s*[:,–-]?\s*/i;
const APPLICATION =
  /^(?:(?:google|microsoft|office|zoho|proton|yahoo|apple|roundcube)\s)?(?:mail|outlook|gmail|webmail|thunderbird|inbox|sheets|docs|drive|excel|word|forms|calendar|facebook|compose|sharepoint|teams|zimbra|squirrelmail|horde|roundcube|linkedin(?:[ -]like.*)?|boîte de réception|courrier|yahoo! mail|protonmail|messagerie|numbers|airtable|onedrive|dropbox|notion)(?:\s\d+)?$/i;
const FILE = /\.(?:pdf|docx?|xlsx?|csv|vcf|txt|html?|pptx?)$/i;

function segments(title: string): string[] {
  const parts = title
    .slice(0, 300)
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter(Boolean);
  // "Research Guides at Elm College"
  const hosts = parts.flatMap((part) => /\sat\s(?:the\s)?(?=\p{Lu})(.*)$/u.exec(part)?.[1] ?? []);
  // "Department of Geomatics, Elm University"
  const wholes = parts.flatMap((part) => (isDepartment(part) ? part.split(/,\s+/).slice(1) : []));
  // "Chœur du Marais / Marsh Choir"
  const versions = parts.flatMap((part) => (part.includes(' / ') ? part.split(' / ').reverse() : []));
  return [...parts, ...hosts, ...wholes, ...versions].filter(
    (part) => part.length >= 3 && part.length <= 100 && !FILE.test(part),
  );
}

/** Whether a page can speak for an address: its own host, or a free mailbox shown on it. */
function speaksFor(url: string, email: string): boolean {
  const host = hostOf(url);
  return email === '' || isFreeMail(domainOf(email)) || isSameSite(host, domainOf(email));
}

/** One word of a page title may be anything. */
const isName = (part: string): boolean => /[\s-]/.test(part) && isWrittenAsName(part);

/** "Coastwatch | Canada", "Prix du livre | des Cantons": where an organisation is at work. */
const OF_PLACE =
  /\s(?:(?:of|de|des|du)\s(?:(?:the|la|les?)\s|l['’])?|d['’])\p{Lu}[\p{L}' ’-]*$|\s(?:Canada|Québec|Ontario|Manitoba|Saskatchewan|Alberta|Yukon|Nunavut|Acadie|Atlanti(?:c|que)|British Columbia|Colombie-Britannique|New Brunswick|Nouveau-Brunswick|Nova Scotia|Nouvelle-Écosse|Newfoundland|Terre-Neuve)$/u;

/** What the host leaves out is only where. */
function isHostsPlaced(part: string, host: string): boolean {
  const place = part.search(OF_PLACE);
  const name = part.slice(0, Math.max(0, place));
  return name.includes(' ') ? spellsDomain(name, host) : namesDomain(name, host);
}

/** "Tidelines Quarterly" and tidelines.example.org: the host is its first word, and the others mean nothing by themselves. */
const startsAsLabel = (part: string, host: string): boolean => {
  const [first = '', ...others] = part.split(' ');
  return (
    isWholeLabel(first, host) &&
    others.length > 0 &&
    others.every((word) => !isOrdinaryWord(word) && /^\p{Lu}/u.test(word))
  );
};

/** "Kestrel Housing Co-operative" and kestrelhousing.example.org: what the host leaves out says that it is an organisation. */
function isHostsName(part: string, host: string): boolean {
  const last = fold(part).split(' ').at(-1) ?? '';
  const isWhole = ORGANISATION_WORDS.has(last) || DEPARTMENT_WORDS.has(last);
  if (startsAsLabel(part, host)) return true;
  return isWhole && startSpellsDomain(part, host, DEPARTMENT_WORDS);
}

const MIN_SHARED = 6;
/** "Staff | Prairie Minor Hockey" and prairieminor.example.ca: beside what the page shows, the host leaves one word out. */
const isAllButOne = (part: string, host: string): boolean => {
  const start = part.slice(0, part.lastIndexOf(' '));
  return start.includes(' ') && spellsDomain(start, host);
};

/** "Riverstone Residences" and riverstonecondos.example.com: the same word, then two words for one kind of thing. */
const sharesStart = (part: string, host: string): boolean => {
  const [first = '', ...others] = part.split(' ');
  return (
    first.length >= MIN_SHARED &&
    others.length > 0 &&
    !isOrdinaryWord(first) &&
    host.split('.').some((label) => label.startsWith(slug(first)))
  );
};

function strengthOf(part: string, host: string, email: string, isBeside: boolean): number {
  if (isTitle(part) && organisationStrength(part, '') < 2) return 0;
  const own = isFreeMail(domainOf(email)) ? host : domainOf(email) || host;
  if (namesDomain(part, own) && !/^(?:contact|home|accueil|staff|people|team)$/i.test(part)) {
    if (isName(part) && (organisationStrength(part, '') >= 2 || isHostsName(part, own))) return 5;
    if (isHostsPlaced(part, own) || (isBeside && isAllButOne(part, own))) return 5;
    if (spellsDomain(part, own) || isWholeLabel(part, own)) return 3;
    return isBeside && isName(part) && !isDepartment(part) ? 1 : 0;
  }
  const strength = organisationStrength(part, host);
  if (strength >= 2 && isName(part)) return strength + 1;
  return isBeside && sharesStart(part, own) && isName(part) ? 3 : 0;
}

const OF_EVENT =
  /^(?:(?:our|the|keynote|nos|les)\s)?(?:speakers?|presenters?|panell?ists?|intervenante?s?|conf[ée]renci(?:er|ère)e?s|panélistes|programme?|schedule|horaire)(?:\s\d{4})?$/iu;

/** The page of a program for mail or documents, whose title speaks of a message. */
export const isApplication = (title: string, url: string): boolean =>
  segments(title).some((part) => APPLICATION.test(part)) ||
  /^(?:mail|outlook|webmail|docs|drive|sheets|calendar)\./.test(hostOf(url));

/** Undefined when the title names none, belongs to a mail or document application, or the page is not the address's own. */
export function companyFromTitle(title: string, url: string, email: string): string | undefined {
  const parts = segments(title);
  if (isApplication(title, url)) return undefined;
  // The site of an event is no employer of those who speak there.
  if (isFreeMail(domainOf(email)) && parts.some((part) => OF_EVENT.test(part))) return undefined;
  const rated = parts.map((part) => {
    const name = part.replace(LEAD_IN, '') || part;
    const generic = fold(name) !== fold(part) || !LEAD_IN.test(part);
    return { name, strength: generic ? strengthOf(name, hostOf(url), email, parts.length > 1) : 0 };
  });
  if (!speaksFor(url, email)) {
    const named = rated.filter((part) => part.strength > 0 && namesDomain(part.name, domainOf(email)));
    return named[0]?.name;
  }
  const best = Math.max(0, ...rated.map((part) => part.strength));
  return best > 0 ? rated.findLast((part) => part.strength === best)?.name : undefined;
}
