/** Reads the employer out of a page's title: "Staff Directory | Town of Maplewick". */

import { PROVINCE_PATTERN } from '../details/provinces.ts';
import type { Line } from '../lines/line.ts';
import { parseName } from '../names/names.ts';
import { fold, slug } from '../text/clean-text.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';
import { MONTHS } from '../words/months.ts';
import { isPerhapsOrganisation } from './by-position.ts';
import {
  domainOf,
  hostOf,
  isFreeMail,
  isSameSite,
  isWholeLabel,
  namesDomain,
  spellsDomain,
  startSpellsDomain,
  tellingLabels,
} from './domains.ts';
import { isDepartment, isWrittenAsName, organisationStrength, saysWhich } from './organisations.ts';

const SEPARATOR = /\s*:\s+|\s+[|·•»«›>:]+\s+|\s+[–—-]{1,2}\s+|\s*\|\s*|\s::\s|\s»\s/;
const LEAD_IN =
  /^(?:about(?: us)?|contact(?: us)?|welcome to|bienvenue (?:à|au|aux|chez)(?: la| le| l['’])?|à propos (?:de|du|des)(?: la| l['’])?|home|accueil|our team|joindre|contacter|the team at|l['’]équipe (?:de|du|des)(?: la| l['’])?|staff(?: directory)? (?:at|of)|meet the|équipe (?:de|du|des)(?: la| l['’])?)\s*[:,–-]?\s*/i;
const APPLICATION =
  /^(?:(?:google|microsoft|office|zoho|proton|yahoo|apple|roundcube)\s)?(?:mail|outlook|gmail|webmail|thunderbird|inbox|sheets|docs|drive|excel|word|forms|calendar|facebook|compose|sharepoint|teams|zimbra|squirrelmail|horde|roundcube|linkedin(?:[ -]like.*)?|boîte de réception|courrier|yahoo! mail|protonmail|messagerie|numbers|airtable|onedrive|dropbox|notion|jotform|typeform|hubspot|eventbrite|trello|zeffy|wufoo|formstack|cognito forms|surveymonkey|salesforce|zendesk|wordpress|civicrm)(?:\s\d+)?$/i;

/** "The Elm Crier, January 2025", "Roundabout Spring 2025": the issue of a paper. */
const ISSUE = new RegExp(
  String.raw`,?\s(?:${MONTHS}|spring|summer|fall|autumn|winter|printemps|été|automne|hiver)\s\d{4}$`,
  'iu',
);

/** "Coulee County, AB" */
const IN_PROVINCE = new RegExp(String.raw`(?<=\p{L}\s\p{Lu}.*),\s(?:${PROVINCE_PATTERN})$`, 'u');

const segmentsAsWritten = (title: string): string[] =>
  title
    .slice(0, 300)
    .split(SEPARATOR)
    .map((part) => part.trim().replace(ISSUE, '').replace(IN_PROVINCE, ''))
    .filter(Boolean);

function segments(title: string): string[] {
  const parts = segmentsAsWritten(title);
  // "Research Guides at Elm College"
  const hosts = parts.flatMap(
    (part) => /\s(?:at|(?<=\d{4}\s)by)\s(?:the\s)?(?=\p{Lu})(.*)$/u.exec(part)?.[1] ?? [],
  );
  // "Department of Geomatics, Elm University"
  const wholes = parts.flatMap((part) => (isDepartment(part) ? part.split(/,\s+/).slice(1) : []));
  // "Chœur du Marais / Marsh Choir"
  const versions = parts.flatMap((part) => (part.includes(' / ') ? part.split(' / ').reverse() : []));
  // "Executive (Marsh Lake Skiers)"
  const bracketed = parts.flatMap((part) => /^[^()]+\s\(([^()]+)\)$/u.exec(part)?.[1] ?? []);
  return [...parts, ...hosts, ...wholes, ...versions, ...bracketed].filter(
    (part) => part.length >= 3 && part.length <= 100,
  );
}

/** "© 2026 Marsh Lake Skiers. All rights reserved" */
const COPYRIGHT =
  /^(?:copyright|tous droits réservés)?\W{0,3}(?:[©ⓒ]|\(c\))\W{0,2}(?:\d{4}(?:\s?[–-]\s?\d{4})?)?\W{0,3}(\p{Lu}[^|·•@:]{3,60}?)(?:[.,]?\s(?:all rights|tous droits|inc\.)|\.\s|\s?[|·•,–]|\.?$)/iu;

/** "Logo of Elm Trust", "Elm Trust Logo" */
const OF_LOGO = /^logo\s?(?:[:–-]\s|(?:of(?: the)?|d(?:e la|e l['’]|e|u))\s?)?|\s?[–-]?\slogo$/iu;

/** The title with the name that the page gives its owner elsewhere. @param names what its data call it */
export function titleWithOwner(title: string, names: readonly string[], lines: readonly Line[]): string {
  const copyright = lines.findLast(({ text }) => COPYRIGHT.test(text))?.text ?? '';
  const owners = [...names, COPYRIGHT.exec(copyright)?.[1] ?? ''].map((name) =>
    name.replace(OF_LOGO, '').trim(),
  );
  return [...new Set(owners), title]
    .filter((name) => name !== '' && (name === title || !title.includes(name)))
    .join(' | ');
}

/** Whether a page can speak for an address: its own host, or a free mailbox shown on it. */
function speaksFor(url: string, email: string): boolean {
  const host = hostOf(url);
  return email === '' || isFreeMail(domainOf(email)) || isSameSite(host, domainOf(email));
}

/** Two hosts of one owner begin alike. */
const MIN_SHARED = 4;

/** ridgewoodsecondary.example.ca and ridgewoodsd.example.ca */
const areRelated = (page: string, host: string): boolean => {
  const [one, other] = [page, host].map((name) => slug(tellingLabels(name).at(-1) ?? ''));
  let shared = 0;
  while (one && other && shared < one.length && one[shared] === other[shared]) shared += 1;
  return shared >= MIN_SHARED;
};

/** Longer is a headline: "Elm opens libraries in the North". */
const MAX_NAME_WORDS = 6;

/** One word of a page title may be anything. */
const isName = (part: string): boolean => /[\s-]/.test(part) && isWrittenAsName(part);

function strengthOf(part: string, host: string, email: string, isBeside: boolean): number {
  const own = isFreeMail(domainOf(email)) ? host : domainOf(email) || host;
  // "Our team | CFIB"
  if (/^[\p{Lu}\d&]+$/u.test(part) && isWholeLabel(part, own)) return 3;
  if (namesDomain(part, own)) {
    // "La Grange à pied": what the whole host spells is a name, however it is written.
    if (
      spellsDomain(part, own) ||
      (isName(part) &&
        ((isBeside && part.split(' ').length <= MAX_NAME_WORDS) || organisationStrength(part, '') >= 2))
    )
      return 5;
    return startSpellsDomain(part, own) || isWholeLabel(part, own) ? 3 : 0;
  }
  const strength = organisationStrength(part, host);
  return strength >= 2 && isName(part) ? strength + 1 : 0;
}

/** "Team – Le Grand Panier": beside what any page may be called stands the name of the one whose page it is. */
function onlyTelling(parts: readonly string[], host: string): string | undefined {
  const [name = '', ...others] = parts.filter(saysWhich);
  const [first = '', ...later] = name.split(' ');
  // "Spring Fair of Seed" at seedsavers.example.org is theirs, and not their name.
  const isTheirs =
    !host.includes(slug(first)) &&
    later.some((word) => word.length > 3 && host.includes(slug(word)) && !isWholeLabel(word, host));
  const isOnly = parts.length > 1 && others.length === 0 && name.includes(' ');
  // "Ann Roe – Profile" is the page of a person.
  const isPerson = parseName(name)?.clean === true && COMMON_GIVEN_NAMES.has(fold(first));
  // "News – The big storm" is an article; "Hockey mineur Masson" ends with a name.
  const isNamed = isWrittenAsName(name) || /\s\p{Lu}\S*$/u.test(name);
  return isOnly && isNamed && !isTheirs && !isPerson && isPerhapsOrganisation(name) ? name : undefined;
}

/** "Maritime Friends Meeting" at the very top of a site is whose site it is. */
function ofHomePage(title: string, url: string): string | undefined {
  const isHome = URL.canParse(url) && /^\/(?:index\.\w+)?$/.test(new URL(url).pathname);
  const name = title.trim().replace(LEAD_IN, '') || title.trim();
  const isName =
    isHome &&
    segmentsAsWritten(title).length === 1 &&
    name.includes(' ') &&
    isWrittenAsName(name) &&
    isPerhapsOrganisation(name);
  return isName && parseName(name)?.clean !== true ? name : undefined;
}

const OF_EVENT =
  /^(?:(?:our|the|keynote|nos|les)\s)?(?:speakers?|presenters?|panell?ists?|intervenante?s?|conf[ée]renci(?:er|ère)e?s|panélistes|programme?|schedule|horaire)(?:\s\d{4})?$/iu;

/** The page of an event: people who speak there work elsewhere. */
export const isOfEvent = (title: string): boolean => segments(title).some((part) => OF_EVENT.test(part));

const OF_FORMS =
  /^(?:(?:new|all|event|online|conference|nouvelles?|nouveaux|toutes les|liste des)\s)?(?:registrations?|registrants?|inscriptions?|participants?|attendees?|orders?|commandes?|entr(?:y|ies)|submissions?|soumissions?|responses?|réponses?|applications?|candidatures?|donations?|dons?|bookings?|réservations?|rsvps?)(?:\s?[#/(:].*|\s(?:list|liste|report|details?|\d+))?$/iu;

/** The page of those who filled something in: whose page it is need not employ them. */
export const isOfForms = (title: string): boolean => segments(title).some((part) => OF_FORMS.test(part));

/** The page of a program for mail or documents, whose title speaks of a message. */
export const isApplication = (title: string, url: string): boolean =>
  segmentsAsWritten(title).some((part) => APPLICATION.test(part)) ||
  /\.(?:csv|tsv|xlsx?|ods|numbers|vcf|ldif)$/i.test(title.trim()) ||
  /^(?:mail|outlook|webmail|docs|drive|sheets|calendar)\./.test(hostOf(url));

/** "Elm Valley College News": a part of a site. */
const NEWSROOM =
  /(?:^|\s)(?:news(?: ?room)?|nouvelles|blogue?|media (?:room|cent(?:re|er))|open data)$|^données ouvertes d(?:e|u)\s|^salle (?:de presse|des nouvelles).*/iu;

/** Undefined when the title names none, belongs to a mail or document application, or the page is not the address's own. */
export function companyFromTitle(title: string, url: string, email: string): string | undefined {
  const parts = segments(title);
  if (isApplication(title, url)) return undefined;
  if (isFreeMail(domainOf(email)) && isOfEvent(title)) return undefined;
  const rated = parts
    .flatMap((part) => {
      // "Elm Valley News" at elmvalleynews.example.ca is a paper.
      const whose = spellsDomain(part, hostOf(url)) ? part : part.replace(NEWSROOM, '');
      return whose === part || whose.includes(' ') ? whose : [];
    })
    .map((part) => {
      const name = part.replace(LEAD_IN, '') || part;
      return { name, strength: strengthOf(name, hostOf(url), email, parts.length > 1) };
    });
  if (!speaksFor(url, email)) {
    const named = rated.filter((part) => part.strength > 0 && namesDomain(part.name, domainOf(email)));
    const related = areRelated(hostOf(url), domainOf(email)) ? rated : [];
    return (named[0] ?? related.find((part) => part.strength >= 3))?.name;
  }
  const best = Math.max(0, ...rated.map((part) => part.strength));
  if (best > 0) return rated.findLast((part) => part.strength === best)?.name;
  return onlyTelling(segmentsAsWritten(title), hostOf(url)) ?? ofHomePage(title, url);
}
