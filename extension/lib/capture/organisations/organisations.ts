/** Distinguishes names of organisations from titles, departments and other phrases. */

import { POSTAL_CODE } from '../details/postal-addresses.ts';
import { isCredentials, isOrdinaryWord, isSeveral } from '../names/name-words.ts';
import { areTwoNames, parseName } from '../names/names.ts';
import { isThing } from '../names/things.ts';
import { isTitle, isTitleOfSeveral, isTitleWord } from '../names/titles.ts';
import { fold } from '../text/clean-text.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';
import {
  DEPARTMENT_STARTS,
  DEPARTMENT_WORDS,
  ENGLISH_ORGANISATION_WORDS,
  FRENCH_ORGANISATION_WORDS,
  OF_HEADS,
  ORGANISATION_WORDS,
  TELLING_WORDS,
} from '../words/organisation-words.ts';
import {
  isRegistered,
  namesDomain,
  spellsDomain,
  spellsRegistered,
  spellsWithGaps,
  startSpellsDomain,
} from './domains.ts';

const MAX_COMPANY_CHARACTERS = 120;
const LEGAL_FORM =
  /(?:^|[\s,])(?:inc|enr|ltd|ltée|ltee|llc|llp|corp|co|plc|s\.?e\.?n\.?c\.?(?:r\.?l\.?)?|s\.?a\.?|gmbh|limited|limitée)\.?$/i;
/** "R.M. of Clearbrook No. 211", "U of Northern Lakes" */
const RURAL = /^(?:R\.?M\.?|M\.?D\.?|I\.?D\.?|U\.?|Univ\.?) of \p{Lu}/u;
const FIRST_NATION = /\b(?:first nations?|nation|band|métis|inuit|premi[èe]re nation)\b/i;

const wordsOf = (text: string): string[] =>
  fold(text)
    .replace(/'s?\b/g, ' ')
    .split(/[^\p{L}\p{N}&-]+/u)
    .filter(Boolean);

/** Whole organisations whose name ends like that of a department: "Prairie Rose School Division". */
const WHOLE =
  /\p{L}\s(?:school division|(?:public )?health unit|police services?|fire (?:and|&) (?:rescue|emergency) services?|(?:child and )?family services|community services society|veterinary services|district school board|(?:health|friendship|resource|cultural|heritage|wellness|crisis|community|family|seniors|youth|arts|science|learning|research) cent(?:re|er)|(?:local|lodge|branch|section locale|loge|filiale)(?: no\.?)? \d{1,5})$/u;

/** The body that governs an organisation is not its name: "Board of Directors 2025". */
const GOVERNING =
  /^(?:the )?(?:board(?: of (?:directors|trustees|governors|management|education))?|(?:(?:city|town|village|municipal|county|band|regional|parish) )?council|executive|conseil(?: (?:d'administration|municipal|executif|de ville|des maires|d'etablissement))?|comite (?:executif|de direction|organisateur|scientifique))(?:,? (?:\d{4}.*|members|membres))?$/;

/** "Office of the Minister of Lakes", "Cabinet du premier ministre": whom people work for there. */
const OFFICE_OF =
  /^(?:(?:the )?office of (?:the )?|cabinet d(?:e la |e l'|u |es |e )|bureau d(?:e la |e l'|u ))(?:(?:hon|rt|deputy|vice|very|tres)\W\s?)*(?:honou?rable|hon\b|minist|premi|prime|lieutenant|governor|gouverneur|senator|senat|speaker|auditor|verificat|ombuds|protect|commissioner|commissaire|chief electoral|directeur general des elections|mp\b|mpp\b|mla\b|president|vice-premi|chief\b|leader|chef)/;

/** "Office of Marg Roe, MLA", "Bureau de Marg Roe, députée": of somebody elected. */
const OFFICE_OF_PERSON =
  /^(?:(?:Constituency )?Office of|Bureau (?:de circonscription )?d(?:e |['’]))\s?(\p{Lu}[^,]{3,40}),\s(?:M\.?[LNH]?\.?[AP]{1,2}|Senator|[Dd]éputée?|[Ss]énat(?:eur|rice))/u;

export const isOfficeOf = (text: string): boolean =>
  OFFICE_OF.test(fold(text).trim()) || OFFICE_OF_PERSON.test(text);

export const isGoverning = (text: string): boolean => GOVERNING.test(fold(text).trim());

export const isDepartment = (text: string): boolean => {
  const folded = fold(text).trim();
  if (OFFICE_OF.test(folded)) return false;
  if (WHOLE.test(folded)) return false;
  if (GOVERNING.test(folded)) return true;
  const last = wordsOf(folded.split(/[,(]/)[0] ?? '').at(-1) ?? '';
  return (
    DEPARTMENT_STARTS.test(folded) ||
    /^(?:department|services?|division|branch|unit|team|office|desk|secretariat|programs?|programme|section|committee|ministry)$/.test(
      last,
    )
  );
};

const withoutNumber = (text: string): string => text.replace(/\s(?:(?:no|nº|n°|#)\.?\s?)?\d{1,4}$/i, '');
const withoutArticle = (text: string): string => text.replace(/^(?:les?|la)\s(?=\p{L})|^l['’]/iu, '');

/** The words before "of" or a comma. */
const coreOf = (text: string): string[] =>
  wordsOf(text.split(/,|\s(?:of|for|at|in|on|to|de|des|du|d['’]|pour)\s|[–—(|/]/)[0] ?? '');

/** "Growing stronger with Elm", "Taking pride in Elm" */
const isMotto = (text: string): boolean => /^\p{Lu}\p{Ll}+ing\s\p{Ll}{3}/u.test(text);

/** "Choir Director": a job title, whatever the other words mean. */
const endsAsTitle = (text: string): boolean => isTitleWord(coreOf(text).at(-1) ?? '');

/** The core of the phrase is an organisation word: its first word in French, its last before "of" or a comma in English. */
function hasOrganisationHead(phrase: string): boolean {
  const text = withoutNumber(withoutArticle(phrase));
  const words = wordsOf(text);
  const [first = '', second = ''] = words;
  const core = coreOf(text);
  if (words.length < 2) return false;
  const last = core.at(-1) ?? '';
  if (OF_HEADS.has(first) && /^(?:of|for|de|des|du|d|the|la|le|les)$/.test(second)) return true;
  if (
    isTitleWord(last) &&
    !(core.length > 1 && ORGANISATION_WORDS.has(core[0] ?? '') && /\s(?:de|des|du|d['’])/.test(text))
  )
    return false;
  // "Conference Chairs" are people, "Conférence des chaires" is an organisation.
  return (
    ENGLISH_ORGANISATION_WORDS.has(last) || (FRENCH_ORGANISATION_WORDS.has(first) && !isTitleOfSeveral(text))
  );
}

function hasOrganisationWord(text: string): boolean {
  return wordsOf(text).some(
    (word) =>
      ORGANISATION_WORDS.has(word) ||
      word.split('-').some((part) => part.length > 4 && ORGANISATION_WORDS.has(part)),
  );
}

/** Ends like a sentence, and not in an abbreviation. */
const isSentence = (text: string): boolean =>
  /\p{L}{3}[.…]$/u.test(text) &&
  !LEGAL_FORM.test(text) &&
  !/\b(?:assn|assoc|soc|dept|bros|univ|inst|cie)\.$/i.test(text);

/** "Ex-City of Elm" is where somebody worked. */
export const FORMER = /^(?:[Ee]x-|[Ff]ormerly |[Aa]nciennement )\p{Lu}/u;

/** "office LSC 4260" */
const ROOM = /^(?:office|bureau|local|room|salle|suite)\s(?:\p{Lu}{1,5}[\s-]?)?\d/iu;

const isTooOdd = (text: string): boolean =>
  text.length < 2 ||
  FORMER.test(text) ||
  // "Elm Flats (Québec) G1A 1A1" is where something is.
  POSTAL_CODE.test(text) ||
  text.length > MAX_COMPANY_CHARACTERS ||
  /[@=<>{}?!]|:\s|https?:|\svia\s|\.\s+\p{Lu}\p{Ll}+\s\p{Ll}/u.test(text) ||
  isSentence(text) ||
  ROOM.test(text) ||
  // "BN/NE 10789 4432 RR0001"
  /\d{4}\s?RR\s?\d{4}/.test(text) ||
  /\s(?:is|are|has|serves|offers|est|compte|regroupe|offre|représente|vient|souhaite\p{Ll}*|(?:a|ont) \p{Ll}+é)\s/u.test(
    text,
  ) ||
  !/\p{L}/u.test(text);

/** Whether a phrase that ends (or starts) as a part of an organisation does names a whole one: it, or its other words, spell the host. */
const isNamedAfter = (phrase: string, host: string): boolean =>
  startSpellsDomain(phrase, host, DEPARTMENT_WORDS) ||
  spellsRegistered(phrase, host) ||
  spellsWithGaps(phrase, host) ||
  phrase.split(/[\s’']/).some((word) => word.length > 5 && !isOrdinaryWord(word) && isRegistered(word, host));

/** Whom people of a government work for: "Department of Harbours" at gov.example.ca. */
const isMinistry = (phrase: string, host: string): boolean =>
  /^(?:department of|ministry of|ministère d(?:e|u|es))(?: l[ae']s?)?\s?\p{Lu}/iu.test(phrase) &&
  /(?:^|\.)(?:gov|gouv|gc|gnb|gnwt|canada|ontario|alberta|novascotia)\./.test(host);

/** "Opening Times", "Book Club", "Table des matières": without a word of its own it may be any. */
export const saysWhich = (phrase: string): boolean =>
  phrase
    .split(/[\s/-]+|(?<=\p{L})['’](?=\p{L}{2})/u)
    .some(
      (word) =>
        /\p{L}{2}/u.test(word) &&
        !SMALL.test(word) &&
        (!isOrdinaryWord(word) || TELLING_WORDS.has(fold(word))),
    );

/** "ministère des Lacs", "université de l’Orme": in French, what an organisation is may be small, and its name is not. */
const SMALL_HEAD =
  /^(?:ministère|secrétariat|université|collège|cégep|ville|municipalité|commission scolaire|centre de services scolaire|fondation|société|association|fédération|musée|institut|régie|unité pastorale|paroisse|diocèse|ordre|chambre de commerce)\s(?:de la\s|de l['’]|d(?:e|es|u)\s|d['’])?\p{Lu}/u;

const MAX_SMALL_WORDS = 3;

/** "l’université de l’Orme et moi organisons une nouvelle édition" starts as an organisation, and is a sentence. */
const goesOn = (phrase: string): boolean =>
  /^\p{Ll}/u.test(phrase) &&
  phrase.split(' ').filter((word) => /^\p{Ll}/u.test(word) && !SMALL.test(word)).length > MAX_SMALL_WORDS;

/** "Bo Hale, Head of Panels" */
export function isPersonWithTitle(phrase: string): boolean {
  const [name = '', ...said] = phrase.split(/,\s/);
  return said.length > 0 && isTitle(said.join(', ')) && parseName(name)?.clean === true;
}

/** 0: none; 1: some word speaks for it; 2: its core or its legal form says so; 3: it names the host of the address. */
export function organisationStrength(text: string, host: string): 0 | 1 | 2 | 3 {
  // "Bibliothèque (bénévoles)"
  const phrase = text.trim().replace(/\s\(\p{Ll}[^()]*\)$/u, '');
  if (isTooOdd(phrase) || /^\d/.test(phrase) || areTwoNames(phrase) || isPersonWithTitle(phrase)) return 0;
  // "Ann Roe, CPA" at roecpa.example.ca
  if (phrase.includes(',') && isCredentials(/,\s(.+)$/u.exec(phrase)?.[1] ?? '')) return 0;
  if (goesOn(phrase) && !spellsDomain(phrase, host)) return 0;
  const general = SMALL_HEAD.exec(phrase)?.[0];
  if (general) return organisationStrength(general.charAt(0).toUpperCase() + phrase.slice(1), host);
  if (/^\p{Ll}+\s\p{Ll}/u.test(phrase))
    return host && (spellsDomain(phrase, host) || (hasOrganisationHead(phrase) && namesDomain(phrase, host)))
      ? 3
      : 0;
  const words = wordsOf(phrase);
  if (words.length > 14) return 0;
  if (LEGAL_FORM.test(phrase) || isOfficeOf(phrase)) return 3;
  if (RURAL.test(phrase)) return 2;
  const startsAsTitle = isTitleWord(words[0] ?? '') && !ORGANISATION_WORDS.has(words[0] ?? '');
  // "Choir Director" at elm-choir.example.ca, "Taking pride in Elm"
  const isNamed = (): boolean =>
    namesDomain(phrase, host) && ((!endsAsTitle(phrase) && !isMotto(phrase)) || spellsDomain(phrase, host));
  if (!startsAsTitle && !isDepartment(phrase) && host && isNamed()) return 3;
  if (isDepartment(phrase)) return isMinistry(phrase, host) ? 2 : host && isNamedAfter(phrase, host) ? 3 : 0;
  if (
    !startsAsTitle &&
    ((hasOrganisationHead(phrase) && isWrittenAsName(phrase) && saysWhich(phrase)) ||
      (FIRST_NATION.test(phrase) && !/^first nations?$/i.test(phrase) && !endsAsTitle(phrase)) ||
      WHOLE.test(fold(phrase)) ||
      isPair(phrase))
  )
    return 2;
  return !startsAsTitle &&
    hasOrganisationWord(phrase) &&
    !words.some(isTitleWord) &&
    words.some((word) => !DEPARTMENT_WORDS.has(word))
    ? 1
    : 0;
}

export const isOrganisation = (text: string, host = ''): boolean => organisationStrength(text, host) >= 2;

/** "Fern & Feather", "Croft & Sons": a business, where "Planning & Development" is a department and "Ann & Bo" are two people. */
export function isPair(phrase: string): boolean {
  const [, one = '', other = ''] = /^(?:The )?(\p{Lu}[\p{L}'’-]+) & (\p{Lu}[\p{L}'’-]+)$/u.exec(phrase) ?? [];
  const isOwn = (word: string): boolean =>
    !COMMON_GIVEN_NAMES.has(fold(word)) &&
    !isThing(word) &&
    // "Charities & Municipalities" are many.
    !isSeveral(word) &&
    (!isOrdinaryWord(word) || ORGANISATION_WORDS.has(fold(word)));
  return one !== '' && saysWhich(phrase) && isOwn(one) && isOwn(other);
}

const SMALL =
  /^(?:of|the|and|for|in|at|on|to|a|an|de|des|du|la|le|les|l|d|et|en|aux?|pour|sur|à|y|&)$|['’]/iu;

/** English names capitalise every weighty word ("Join the choir" is none); French ones start with what they are. */
export function isWrittenAsName(phrase: string): boolean {
  const words = phrase.trim().split(/\s+/);
  const first = fold(withoutArticle(phrase)).split(/[\s']/)[0] ?? '';
  return (
    words.every((word) => !/^\p{Ll}/u.test(word) || SMALL.test(word)) ||
    FRENCH_ORGANISATION_WORDS.has(first) ||
    SMALL_HEAD.test(phrase.charAt(0).toLowerCase() + phrase.slice(1)) ||
    /^(?:les|aux?)$/.test(first)
  );
}
