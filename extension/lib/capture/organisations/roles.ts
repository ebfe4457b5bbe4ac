/** Splits what is said about a person ("Director, Outreach, City of Elm", "agente à la Fondation X") into title and employer. */

import { provinceCode } from '../details/provinces.ts';
import { labelKind } from '../lines/labels.ts';
import { phraseCase } from '../names/name-case.ts';
import { hasTitleWord, isTitle } from '../names/titles.ts';
import { fold } from '../text/clean-text.ts';
import { MONTHS } from '../words/months.ts';
import {
  DEPARTMENT_STARTS,
  FRENCH_ORGANISATION_WORDS,
  ORGANISATION_WORDS,
} from '../words/organisation-words.ts';
import { PRONOUNS } from '../words/people.ts';
import { WEEKDAYS } from '../words/weekdays.ts';
import { HEAD_OF_WHOLE, isFieldBehind, splitTitleAndPlace } from './by-position.ts';
import { spellsDomain } from './domains.ts';
import {
  isDepartment,
  isOfficeOf,
  isOrganisation,
  isWrittenAsName,
  organisationStrength,
} from './organisations.ts';

export interface Role {
  title?: string;
  company?: string;
  /** The employer is known only from its position; this is the title to use if it is no employer. */
  placed?: { whole?: string };
}

const AT = /\s(?:at(?! [Ll]arge)|chez|@|with|auprès (?:de|du|des))\s(?:the\s)?(?=\p{Lu}|l['’]|la |le )/u;
const OF_ORGANISATION =
  /\s(?:of|for|with|de|du|des|de la|de l['’]|à|à la|au|aux|à l['’]|pour|d['’]|du)\s?(?:the\s)?(?=\p{Lu})/gu;

/** From this length on, a phrase with lower-case words is more likely a sentence than a name. */
const LONG_PHRASE_WORDS = 7;

/** The end of a sentence, and not of "Assoc." */
const FULL_STOP =
  /(?<=\p{Ll}{3})(?<!assoc|inc|enr|lté|ltée|[Aa]ssn|[Cc]orp|[Bb]ros|dept|[Uu]niv|[Ii]nst|[Tt]reas|prés|trés|secr)\.$/u;

/** "our new Fund Development Manager", "je suis agente de projet" */
const LEAD_IN =
  /^(?:(?:currently|presently|also|now|actuellement|aussi|je suis|i am|i['’]m|is|was|est|était|our|the|an?|new|my|his|her|their|notre|nos|la|le|une?|nouvelle|nouveau|nouvel)\s|l['’])+(?=\p{L})/u;

/** "President (2024–2026)" */
const TERM = /\s\((?:term:?\s|mandat\s)?\d{4}(?:\s?[–-]\s?\d{2,4})?\)(?=$|\s)/iu;

/** "chair till June", "présidente depuis 2019": how long is not what. */
export const SINCE = /,?\s(?:till|until|since|depuis|jusqu['’](?:en|au|à))\s[^,;|]{3,30}$/iu;

/** "Archivist (Tuesdays and Thursdays)", "Treasurer (on leave until May)" */
const DAYS = new RegExp(
  String.raw`\s\((?:[^()]*\b(?:${WEEKDAYS})\b[^()]*|(?:absente?|en congé|on (?:parental )?leave|away)\b[^()]*)\)$`,
  'iu',
);

const tidy = (text: string): string =>
  text
    .replace(PRONOUNS, ' ')
    .replace(FULL_STOP, '')
    .replace(TERM, '')
    .replace(SINCE, '')
    .replace(/\s\((?:bureau|bur\.|office|room|local|rm\.?)\s[^()]*\)$/iu, '')
    .replace(DAYS, '')
    .replace(/,\s(?:lic(?:en[cs]e)?|reg|permis)\b\.?\s?(?:no\.?|n[º°])?\s?#?\s?[A-Z]?\d+$/iu, '')
    // "our President is" before a name
    .replace(/\s(?:is|was|est|était)$/u, '')
    // "of Elm Weavers at" before an address
    .replace(/,?\s(?:at|à|au|via|on behalf(?: of)?|au nom d[eu])$/u, '')
    .replace(/,?\s(?:or|ou)\s(?:write|call|e-?mail|écri\p{L}+|appele[rz])(?:\s\p{Ll}+){0,2}$/u, '')
    .replace(/^[\s,;:|/·•–—#~"“«-]+|[\s,;:(|·•–—~"“«!-]+$/g, '')
    .replace(/^\(([^()]*)\)?$/, '$1')
    // "Elm School (grades 1" before a comma
    .replace(/\s\([^()]*$/, '')
    .replace(/\s+/g, ' ');
const withoutArticle = (text: string): string =>
  tidy(text).replace(/^(?:the|la|le|l['’])\s?(?=\p{Lu}|\p{Ll}+\s)/u, (article) =>
    /^the/.test(article) ? '' : article,
  );

/** "For the Guild of Small Presses: Ann Roe" */
const FOR =
  /^(?:about|à propos d(?:e|u|es)|(?:presented|hosted|organi[sz]ed|sponsored) by|(?:présenté|organisé)e? par|c\/o|a\/s(?: de)?|for|pour|from|source|on behalf of|au nom de|de la part de)\s(?:(?:the|la|le|les)\s|l['’])?(?=\p{Lu})/iu;

/** "Elm University and the chair of the Elm Roundtable", "Collège d’Orme et chargée de cours" */
function withoutOtherTitle(written: string): string {
  // "at Northwind News. Dakota covers courts."
  const [company = ''] = written.split(/(?<=\p{L}{4})\.\s+(?=\p{Lu}\S*\s\p{Ll})/u);
  for (const { index } of company.matchAll(/\s(?:and|et)\s(?=\p{Ll})/gu))
    if (hasTitleWord(company.slice(index).split(' ').slice(1, 4).join(' '))) return company.slice(0, index);
  return company;
}

const PAGE = /^page\s\d{1,4}(?:\s?(?:of|de|sur|\/)\s?\d{1,4})?\s*|\s*\|?\s*page\s\d{1,4}$/iu;
/** "juin 2025 Ville de l’Orme", "¹Elm College", "Elm College *", "Elm Echo (650 words)": what stands before or behind in print. */
const PRINT = new RegExp(
  String.raw`^(?:${MONTHS})\s\d{4}\s|^[*†‡§¹²³⁴-⁹]+\s?|\s?[*†‡§¹²³⁴-⁹]*\s\(\d[^()]{1,24}\)$|\s?[*†‡§¹²³⁴-⁹]+$`,
  'giu',
);
const REPORT =
  /\s(?:annual report|rapport annuel|(?:(?:board|council|committee) )?meeting (?:minutes|agenda))(?:\s\d{4}(?:\s?[–-]\s?\d{2,4})?)?$/iu;

/** "© 2025 Elm Land Trust. All rights reserved." */
const COPYRIGHT =
  /^(?:(?:copyright|tous droits réservés|all rights reserved)\W*|[©ⓒ]\s*|\(c\)\s*)+(?:\d{4}(?:\s?[–-]\s?\d{4})?\W*)?|[.,|]?\s*(?:all rights reserved|tous droits réservés)\W*$/giu;

/** Without "Page 12 of 40", "Annual Report 2024", "© 2026" and "*", which stand beside the name in the margins of a document. */
export const withoutMargins = (name: string): string =>
  name.replace(PAGE, '').replace(REPORT, '').replace(COPYRIGHT, '').replace(PRINT, '');

/** "Elm Institute in Brandon": where it is, is no part of the name of what is an organisation without it. */
function withoutPlace(name: string): string {
  // "Elm Lakes Land in Alberta and Manitoba"
  const [, own = '', where = ''] = /^(.{4,80}?)\s(?:in|en|au)\s(\p{Lu}.{1,60})$/u.exec(name) ?? [];
  if (own && where.split(/,\s|\s(?:and|et)\s/).every((place) => provinceCode(place) !== undefined))
    return own;
  const [, whole = ''] = /^(.+)\s(?:in|à)\s\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+)?$/u.exec(name) ?? [];
  return whole && isOrganisation(whole) ? whole : name;
}

function role(title: string, company: string): Role {
  const result: Role = {};
  const said = tidy(title).replace(LEAD_IN, '');
  if (said) result.title = phraseCase(said);
  const employer = withoutPlace(withoutMargins(tidy(withoutOtherTitle(company)).replace(FOR, ''))).replace(
    /^(?:of|de|du)\s(?=\p{Lu})/u,
    '',
  );
  if (employer) result.company = phraseCase(employer);
  return result;
}

/** Whom somebody is elected by: "District 2", "quartier no 3"; parts of a pattern. */
export const DISTRICT = 'district|quartier|siège|seat|ward|division|zone|région|region';
export const DISTRICT_NUMBER = String.raw`\s(?:no\.?\s|n[º°]\s|#)?\d`;
const ENDS_IN_DISTRICT = new RegExp(
  String.raw`(?:^|\s)(?:${DISTRICT}|arrondissement)${DISTRICT_NUMBER}\d?$`,
  'iu',
);

/** "Director (City of Elm)": what the last brackets hold, when it is an organisation. */
function bracketed(text: string, host: string): Role | null {
  const match = /^(.*?)\s*\(([^()]{2,100})\)\s*$/u.exec(text);
  if (!match?.[1] || !match[2]) return null;
  // "Officer, Elm Union (cell)" before a number
  if (['phone', 'mobile', 'fax', 'email'].includes(labelKind(match[2]) ?? ''))
    return splitRole(match[1], host);
  // "Safety Lead, Elm Network (Iqaluit)"
  const [, employer = ''] = /,\s+([^,]+)$/.exec(match[1]) ?? [];
  if (!isOrganisation(match[2], host) && isOrganisation(employer, host)) return splitRole(match[1], host);
  // "Vice-President (Advancement)": one word that is no organisation belongs to the title.
  if (!match[2].includes(' ') && organisationStrength(match[2], host) === 0 && /\p{Ll}/u.test(match[2]))
    return isTitle(match[1]) ? role(text, '') : null;
  // "Conseillère – District 1 (Anse Ouest)"
  if (ENDS_IN_DISTRICT.test(match[1])) return isTitle(match[1]) ? role(text, '') : null;
  // "PhD student (supervised with B. Roe)"
  if (/^\p{Ll}/u.test(match[2]) && match[2].split(' ').length > 2 && isTitle(match[1]))
    return splitRole(match[1], host);
  // "Zone Director (Aldboro, Dunwich)"
  const isList = match[2].includes(',') && !isOrganisation(match[2], host);
  return isTitle(match[1]) && /^\p{Lu}/u.test(match[2]) ? role(match[1], isList ? '' : match[2]) : null;
}

function atOrganisation(text: string): Role | null {
  const match = AT.exec(text);
  if (!match || !(match[0].includes('chez') || hasTitleWord(text.slice(0, match.index)))) return null;
  const [company = '', place = ''] = text.slice(match.index + match[0].length).split(/\s[|·•–—]\s|,\s/);
  // "at the Elm Institute in Brandon, Manitoba"
  const name = provinceCode((place.split(/[.;]/)[0] ?? '').trim())
    ? company.replace(/\s(?:in|à)\s\p{Lu}[\p{L}.'’ -]{2,30}$/u, '')
    : company;
  return role(text.slice(0, match.index), withoutArticle(name));
}

const INTERIM = /,?\s(?:par intérim|p\.?\s?i\.?|ad interim|interim|\(.*\))$/iu;

function ofOrganisation(text: string, host: string): Role | null {
  for (const match of text.matchAll(OF_ORGANISATION)) {
    const title = text.slice(0, match.index);
    const company = text.slice(match.index + match[0].length);
    // "Association étudiante de l’Université de l’Orme"
    if (FRENCH_ORGANISATION_WORDS.has(fold(title.split(' ')[0] ?? ''))) continue;
    const strong =
      organisationStrength(company, host) === 3 ||
      HEAD_OF_WHOLE.test(title.trim()) ||
      /^(?:\S+\s(?:of|for|de|des|du|d['’])|\S+\s.*\b(?:Inc|Ltd|Foundation|Society|Association|University|College|Hospital|Council|Museum)\.?$)/u.test(
        company,
      );
    const deFrench =
      /^(?:Fondation|Ville|Université|Association|Société|Musée|Municipalité|Cégep|Collège|Festival|Centre|Regroupement|Fédération|MRC|CPE|CLSC|Réseau|Institut|Maison|Chambre|Conseil|Ordre|Coopérative|Coop|Théâtre|Orchestre|Table|Commission)\b/u.test(
        company,
      );
    // "Attaché de presse du ministre de la Famille" serves somebody, not a family.
    if (/(?:^|\s)(?:sous-)?(?:minist(?:re|er)|mayor|mairesse|maire|deputy minister)$/i.test(title.trim()))
      return role(text, '');
    // "Secrétaire de l’Ordre par intérim" does not say which.
    const [part = '', ...whole] = company.split(/,\s+/);
    if (hasTitleWord(title) && ORGANISATION_WORDS.has(fold(part.replace(INTERIM, ''))))
      return role(text.slice(0, match.index + match[0].length + part.length), whole.join(', '));
    // "Member of the Legislative Assembly" is one title.
    if (/^(?:members?|membre|député|députée)$/i.test(title.trim())) return role(text, '');
    if (hasTitleWord(title) && isOrganisation(company, host) && (strong || deFrench))
      return role(title, company);
  }
  return null;
}

/** "Conseiller, Secrétariat des Lacs": parts of a state where people work. */
const OF_STATE =
  /^(?:secrétariat (?:à|aux?|de|du|des)\s|ministère d|agence d|régie d|ministry of|department of)/iu;

/** "relationniste, Service des communications et des loisirs", as press releases write it: where the person works. */
const SERVICE = /^(?:Service|Direction|Cabinet|Bureau)\s(?:de(?:s|\sla)?|du|de l['’])\s?\p{Ll}/u;

/** The first of the comma-separated pieces that is an organisation ends the title. */
function byComma(text: string, host: string): Role | null {
  const pieces = text.split(
    // "Ministère des Rivages, du Littoral et des Parcs"
    /\s*,\s+(?!(?:du|des|de la|et|and)\s|de l['’]|(?:inc|ltd|llp|llc|ltée|enr|limited|limitée|co|s\.?e\.?n\.?c|s\.?r\.?l)(?![\p{L}\p{N}]))/iu,
  );
  const isField = (piece: string, at: number): boolean =>
    at === 1 && isFieldBehind(pieces[0] ?? '', piece) && organisationStrength(piece, host) < 3;
  const index = pieces.findIndex(
    (piece, at) =>
      (at > 0 || pieces.length > 1) &&
      isOrganisation(piece, host) &&
      !(at === 0 && isTitle(piece)) &&
      !isField(piece, at),
  );
  const last = pieces.at(-1) ?? '';
  if (index < 0) {
    const isApart = OF_STATE.test(last) || (/^\p{Ll}/u.test(text) && SERVICE.test(last));
    return pieces.length > 1 && isTitle(pieces[0] ?? '') && isApart
      ? role(pieces.slice(0, -1).join(', '), last)
      : null;
  }
  if (index === 0)
    return hasTitleWord(pieces[1] ?? '')
      ? role(pieces.slice(1).join(', '), pieces[0] ?? '')
      : role('', pieces[0] ?? '');
  // "Investigator, School of Nursing, Elm College"
  const title = pieces
    .slice(0, index)
    .filter((piece, at) => at === 0 || !DEPARTMENT_STARTS.test(fold(piece)))
    .join(', ');
  // "Office of the Registrar, Elm College"
  const isPart = isDepartment(title) && !isTitle(title.split(/\s(?:of|de|du|des)\s/)[0] ?? '');
  return role((hasTitleWord(title) && !isPart) || isTitle(title) ? title : '', pieces[index] ?? '');
}

/** Title and employer of a phrase; empty when it says neither. */
export function splitRole(raw: string, host: string): Role {
  const text = tidy(raw);
  if (text.length < 2 || text.length > 200) return {};
  // "(absente en mars)"
  if (/^(?:absente?|en congé|on leave|away)\b/iu.test(text)) return {};
  if (isOfficeOf(text)) return role('', text);
  // "the Town of Elm's Chief Operator"
  const [, owner = '', owned = ''] = /^(?:the )?(\p{Lu}.*?)['’]s\s(\p{Lu}.*)$/u.exec(text) ?? [];
  if (owner && isOrganisation(owner, host) && isTitle(owned)) return role(owned, owner);
  const found =
    bracketed(text, host) ?? atOrganisation(text) ?? byComma(text, host) ?? ofOrganisation(text, host);
  if (found) return found;
  const placed = splitTitleAndPlace(text);
  if (placed) return { ...role(placed.title, placed.company), placed: { whole: phraseCase(text) } };
  if (isTitle(text) && organisationStrength(text, host) < 3) return role(text, '');
  const isName =
    text.split(' ').length < LONG_PHRASE_WORDS || isWrittenAsName(text) || spellsDomain(text, host);
  if (isName && isOrganisation(text, host)) return role('', withoutArticle(text));
  return {};
}
