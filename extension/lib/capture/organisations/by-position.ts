/** Judges whether a phrase in the place of an employer may be one that no word and no domain reveals. */
import { provinceCode } from '../details/provinces.ts';
import { isCommonWord, isCredentials, isOrdinaryWord } from '../names/name-words.ts';
import { areTwoNames } from '../names/names.ts';
import { hasTitleWord, isTitle, isTitleModifier, isTitleOfSeveral } from '../names/titles.ts';
import { fold } from '../text/clean-text.ts';
import { KNOWN_PLACES } from '../words/known-places.ts';
import { TELLING_WORDS } from '../words/organisation-words.ts';
import { WEEKDAYS } from '../words/weekdays.ts';
import { FORMER, isDepartment, isPersonWithTitle } from './organisations.ts';

const MAX_CHARACTERS = 70;
const MAX_WORDS = 8;
const SMALL =
  /^(?:of|the|and|for|in|at|on|to|a|an|de|des|du|la|le|les|l|d|et|en|aux?|pour|sur|à|y|&|un|une|un|nos|notre|our)$/i;
/** Neither does a person work for one of these. */
const NO_EMPLOYER =
  /^(?:(?:du|des|de la|l['’]équipe|\d(?:st|nd|rd|th|er|re|e) (?:vice|past)|e-?mail|contact|call|phone|tel|text|write|courriel|écrire|appeler|joindre|thanks|thank you|merci|cheers|regards|best|sincerely|cordialement|hi|hello|good (?:morning|afternoon|evening|day)|bonjour|bon matin|dear|sent from|envoyé|follow|get|book|prendre|in office|office hours|heures|absente?|learn|questions|see|voir|lire|consulter|afficher|télécharger|download|envoyer|send|en savoir|more (?:details|info)|(?:view )?profile?|à moi|to me|fiche|visit|register|click|read|view|please|unsubscribe|confidential|on behalf|at large|ex officio|room|salle|suite|ward|district|division|zone|quartier|term|since|depuis|he|she|they|elle|il)\b|(?:page\s\d.*|\S+['’]s profile|profil d.*|indépendante?|independent|québec|canada|usa|asia\/pacific)$)/iu;
/** "Thursdays only" */
const STARTS_WITH_DAY = new RegExp(String.raw`^(?:${WEEKDAYS})\b`, 'iu');
/** "Manager, Advancement": after such a head, the next word names a field of work, not an employer. */
const OF_WHAT =
  /^(?:(?:a\/|acting|interim|senior|associate|assistant|deputy|junior|regional|lead|principal|adjoint|adjointe)\s?)*(?:manager|director|vice[- ]president|vp|avp|head|lead|dean|coordinator|co-ordinator|officer|advisor|adviser|analyst|specialist|supervisor|professor|associate|consultant|gestionnaire|direct(?:eur|rice)|vice-présidente?|chef(?:fe)?|coordonnat(?:eur|rice)|coordinat(?:eur|rice)|conseill(?:er|ère)|agente?|analyste|spécialiste|superviseure?|professeure?|doyen(?:ne)?|adjointe?|responsable|minister|ministre)(?:\s(?:adjointe?|associée?|principale?|senior|intérimaire|par intérim|\(\p{L}+\)))?$/iu;

/** Of a whole organisation, and of no part or field: "president of the Elm Curling Club". */
export const HEAD_OF_WHOLE =
  /(?:^|\s)(?:(?:co-|vice-|past )?president|(?:co-)?owner|(?:co-)?founder|ceo|(?:executive|managing) director|general manager|publisher|pastor|secretary|treasurer|(?:co-)?chair(?:person|man|woman)?|(?:vice-)?présidente?|propriétaire|fondat(?:eur|rice)|direct(?:eur|rice) générale?|trésori(?:er|ère)|secrétaire)$/iu;

/** "Eastern Zone", "Région Est" */
const OF_DIRECTION =
  /^(?:(?:north|south|east|west|northern|southern|eastern|western|central)\s(?:zone|region|area|sector|district)|(?:zone|région|secteur|district)\s(?:nord|sud|est|ouest|centre))$/iu;

/** "Northern Manitoba" */
const DIRECTION = /^(?:(?:north|south|east|west)(?:ern)?|central|upper|lower)\s/iu;

/** "Local 4980": the number of a part of a union or a lodge. */
const NUMBERED = /\b(local|section locale|lodge|loge|branch)\s(?:no\.?\s)?\d{1,5}\b/giu;

/** "Absents", "Membres présents", "Moved by": what somebody is or does at one meeting, as minutes say it. */
const AT_MEETING =
  /^(?:(?:sont|etai(?:en)?t|est|also|aussi|egalement|non|not|voting|autres?|others?|membres?|members?|personnes?|board|staff|in) )*(?:(?:present|absent|motive|excuse|invite|participant|remplacant)e?s?|(?:presences?|absences?)(?: (?:motive|excuse)es?)?|excused|regrets|apologies|attendance|attendees?|guests?|observat(?:eurs?|rices?)|observers?|en retard|late|substituts?|votants?|procurations?|prox(?:y|ies)|quorum|members?|membres?|(?:propose|appuye)e? par|(?:moved|seconded) by|(?:proxy for|procuration pour|en remplacement d|remplace|replacing)\b.*)$/;

/** Whether words say who came to a meeting, and not what somebody does. */
export const isOfMeeting = (text: string): boolean =>
  AT_MEETING.test(fold(text.replace(/\s*[:：]$/, '').trim()));

/** "Lanaudière", "District 3", "In office": neither whom somebody works for nor what they do. */
export const isSaidOfMany = (text: string): boolean =>
  NO_EMPLOYER.test(text.replace(/\s\*+$/, '')) ||
  STARTS_WITH_DAY.test(text) ||
  isOfMeeting(text) ||
  KNOWN_PLACES.has(fold(text.trim()));

/** "Regional Secretaries" */
const areOfficers = (words: readonly string[]): boolean =>
  isTitleOfSeveral(words.join(' ')) && words.slice(0, -1).every(isTitleModifier);

/** The sign or small word of French. */
const MAY_BE_FRENCH =
  /[à-ÿ]|\s(?:de|des|du|la|le|les|aux?|et|en|sur|pour)\s|['’]|(?:é|ie|que|ale|aire|ienne)$/iu;

/** Whether a phrase has the shape of an employer's name, whatever its words mean: only where all others have theirs. */
export function isShapedAsOrganisation(text: string): boolean {
  const phrase = text.trim().replace(NUMBERED, '$1');
  const words = phrase.split(/\s+/);
  if (phrase.length < 2 || phrase.length > MAX_CHARACTERS || words.length > MAX_WORDS) return false;
  // "3rd Elm Scouts"
  if (
    !/^(?:\d{1,3}(?:st|nd|rd|th|e)\s)?\p{Lu}/u.test(phrase) ||
    /[@:?!<>{}[\]=\uE000|]|https?|\d{3}|\p{Ll}{3}\.$|,$|\(\p{Ll}/u.test(phrase)
  )
    return false;
  // "Alternate telephone" heads what stands below it.
  if (/(?:phone|téléphone|e-?mail|courriel|fax)s?$/iu.test(phrase)) return false;
  // "Bo's mom"
  if (/\p{L}['’]s\s\p{Ll}+$/u.test(phrase)) return false;
  // "Dipl. M.M."
  if (words.every((word) => word.endsWith('.'))) return false;
  // "Qualité, évaluation et éthique"
  if (/^\p{Lu}\p{Ll}+, \p{Ll}{3}/u.test(phrase)) return false;
  if (
    isSaidOfMany(phrase) ||
    FORMER.test(phrase) ||
    OF_DIRECTION.test(phrase) ||
    isDepartment(phrase) ||
    isTitle(phrase) ||
    isCredentials(phrase) ||
    isPersonWithTitle(phrase) ||
    areOfficers(words) ||
    areTwoNames(phrase)
  )
    return false;
  if (provinceCode(phrase.replace(DIRECTION, '')) || hasTitleWord(words.slice(0, 2).join(' '))) return false;
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && !SMALL.test(word)).length;
  // "Population genetics": in English, each weighty word has a capital in a name of common words.
  return small <= (MAY_BE_FRENCH.test(phrase) || hasOwnWord(phrase) ? 2 : 0);
}

/** Whether a phrase in the position of an employer may be one. */
export const isPerhapsOrganisation = (text: string): boolean =>
  isShapedAsOrganisation(text) &&
  text
    .trim()
    .replace(NUMBERED, '$1')
    .split(/\s+/)
    .some(
      (word) =>
        !SMALL.test(word) &&
        (!isOrdinaryWord(fold(word).replace(/^[dl]'/, '')) || /^(?:[A-Z]{2,6})$/.test(word)),
    );

const isOwnWord = (word: string): boolean =>
  /^\p{Lu}/u.test(word) &&
  !SMALL.test(word) &&
  !/^(?:indigenous|aboriginal|autochtones?)$/i.test(word) &&
  (!isCommonWord(word) || /^\p{Lu}{2,6}$/u.test(word) || TELLING_WORDS.has(fold(word)));

/** Some word is in no dictionary, or tells organisations apart ("Canada"): no field of work is called so. */
export const hasOwnWord = (phrase: string): boolean => phrase.split(/[\s’'-]+/).some(isOwnWord);

const OF_BOARD =
  /^(?:(?:co-|vice-|past )?chair(?:person|man|woman)?|member|(?:vice-)?présidente?|membre|secretary|secrétaire)$/iu;
/** Of what somebody chairs, and no employer. */
const BOARD =
  /\s(?:board|committee|council|task force|working group|panel)$|^(?:comité|conseil|groupe de travail|table)\s/iu;

/** "Director" before "Collections and Technologies", "Chair" before "Research Ethics Board": what somebody works in, or heads. */
export const isFieldBehind = (title: string, text: string): boolean =>
  (isShortField(title, text) && !hasOwnWord(text)) || isChaired(title, text);

const isChaired = (title: string, text: string): boolean => OF_BOARD.test(title) && BOARD.test(text);

const AND = /\s(?:&|and|et)\s/g;

/** "Outreach" behind "Director": so short, it may hold a name too. */
const isShortField = (title: string, text: string): boolean =>
  OF_WHAT.test(title) && !isCalled(text) && text.replace(AND, ' ').split(' ').length <= MAX_FUNCTION_WORDS;

/** "Le Courrier du Fleuve", "LogiRive", "Wellness Canada": no field of work is called so. */
const isCalled = (text: string): boolean =>
  /^(?:Les?|La)\s|^L['’]|\p{Ll}\p{Lu}/u.test(text) || (/\sCanada$/.test(text) && !DIRECTION.test(text));

/** "Treasurer, Saltbox" in its two parts; null where what follows the comma may belong to the title. */
export function splitTitleAndPlace(text: string): { title: string; company: string } | null {
  const parts = text.split(/,\s+/);
  const company = parts.at(-1) ?? '';
  const title = parts.slice(0, -1).join(', ');
  if (parts.length < 2 || parts.length > 4 || !isTitle(title)) return null;
  if (isShortField(title, company) || isChaired(title, company)) return null;
  // "Principal, Public Affairs", but "Owner, Hope House"
  if (!HEAD_OF_WHOLE.test(title) && !hasOwnWord(company)) return null;
  return isPerhapsOrganisation(company) ? { title, company } : null;
}

/** "Vice-President, Advancement", "Branch Supervisor, Mine Centre"; longer is a name. */
const MAX_FUNCTION_WORDS = 2;
