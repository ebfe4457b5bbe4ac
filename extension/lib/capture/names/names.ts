/** Reads a person's name from a phrase with little else: removes what surrounds it, and corrects order and case. */
import { fold, slug } from '../text/clean-text.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';
import { isSharedMailbox } from '../words/mailboxes.ts';
import { PERHAPS_NAMES } from '../words/not-names.ts';
import { PRONOUNS } from '../words/people.ts';
import { agreesWithAddress, isShapedAsName, spellsThing } from './agreed-name.ts';
import { isCapitals, namesCase } from './name-case.ts';
import { nameMatch, ownPart } from './name-match.ts';
import { familyCase, isFamilyInFront, type NameParts, splitName } from './name-order.ts';
import { isShouted, stripAround, stripCredentials } from './name-strip.ts';
import {
  isBehindGiven,
  isClean,
  isCommonWord,
  isFamilyWords,
  isNameWords,
  isParticle,
  MIDDLE_INITIAL,
} from './name-words.ts';
import { DEED, isHall, isThing } from './things.ts';
import { isNothingButTitle, isTitleModifier, isTitleWord } from './titles.ts';

export interface PersonName extends NameParts {
  /** An honorific, credentials or pronouns stood with it: this is a person. */
  marked: boolean;
  /** Some word of it is no ordinary word. */
  clean: boolean;
}

const MAX_NAME_CHARACTERS = 80;
const NO_NAME = /[@\d/\\=+{}]|https?:/;

const spells = (words: readonly string[], local: string): boolean =>
  words.some((word) => slug(word).length > 2 && slug(local).includes(slug(word)));

/** "Roe, Chief Ronald", "Park, Councillor Bo": what somebody is stands before the given name. */
const withoutRank = (given: readonly string[]): readonly string[] =>
  given.length > 1 && isTitleWord(given[0] ?? '') && COMMON_GIVEN_NAMES.has(fold(given[1] ?? ''))
    ? given.slice(1)
    : given;

/** "Last, First" when only names stand on both sides; null when the comma means something else. */
function lastFirst(head: string, rest: readonly string[], marked: boolean, local: string): PersonName | null {
  const after = stripAround(rest[0] ?? '');
  const family = head.split(' ');
  const given = withoutRank(stripCredentials(after.text, 1).text.split(' '));
  // "Ann ROE, Elm Realty": only the family name has capitals.
  if (family.length > 1 && !isCapitals(family[0] ?? '') && isCapitals(family.at(-1) ?? '')) return null;
  // "Roberta Le Blanc, Recreation"
  if (family.length > 2 && COMMON_GIVEN_NAMES.has(fold(family[0] ?? '')) && isParticle(family[1] ?? ''))
    return null;
  // Behind "Dr. Ann Roe" or "Ann Roe, PT" no given name follows.
  if (marked && family.length > 1 && !isParticle(family[0] ?? '')) return null;
  // "Ann Lee, Forester" with alee@: the address has the words in the order in which they stand.
  const [one = '', other = '', ...more] = family;
  const straight = other && more.length === 0 ? nameMatch(one, other, local) : 0;
  const turned = nameMatch(given.join(' '), head, local);
  // "Svitlana Roe, Parks North": what has no given name in it follows a whole name.
  const isPlace = other !== '' && given.length > 1 && !COMMON_GIVEN_NAMES.has(fold(given[0] ?? ''));
  const isStraight =
    (isPlace && !isParticle(one) && turned < 3) ||
    straight > turned ||
    (straight === 3 && !isParticle(one) && !spells(given, local)) ||
    // "Hal Roe, Renfrew": one word that is no given name, behind two, is a place.
    (other !== '' &&
      !isParticle(one) &&
      given.length === 1 &&
      turned < 2 &&
      !COMMON_GIVEN_NAMES.has(fold(given[0] ?? ''))) ||
    // "Theo Roe, Brightline PR" before theo@
    (straight === 2 && slug(local) === slug(one));
  if (isStraight) return null;
  // "Ann Roe, Verger" before verger@: behind a whole name stands what somebody is.
  if (
    given.length === 1 &&
    other &&
    slug(local) === slug(given[0] ?? '') &&
    COMMON_GIVEN_NAMES.has(fold(one))
  )
    return null;
  // "Ling Roe, Regatta Chair" before regatta@
  if (given.length > 1 && isTitleWord(given.at(-1) ?? '') && !COMMON_GIVEN_NAMES.has(fold(given[0] ?? '')))
    return null;
  // "Dana Roe, Quill Plains Riders": nobody has so many given names behind two family names.
  if (given.length > 2 && family.length > 1 && !isParticle(one)) return null;
  // "Dean, Trades" and "Roe, Clerk-Treasurer" give a position, even if the words are also names.
  const isGivenName = COMMON_GIVEN_NAMES.has(fold(given[0] ?? ''));
  if ((family.every(isTitleWord) || given.every(isTitleWord)) && (turned < 3 || !isGivenName)) return null;
  if (rest.length === 1 && agreesWithAddress([...given, ...family], local))
    return { first: namesCase(given).join(' '), last: familyCase(family), marked, clean: true };
  const isUnsure =
    family.length > 2 &&
    !isParticle(family[0] ?? '') &&
    !isShouted(head) &&
    !(family.some(isParticle) && spells(family.slice(0, 1), local));
  if (rest.length !== 1 || given.length > 3 || isUnsure) return null;
  const isGiven =
    isNameWords(given) || (given.length === 1 && /^(?:\p{Lu}\.?|(?:\p{Lu}\.-?){2,3})$/u.test(given[0] ?? ''));
  if (!isFamilyWords(family) || !isGiven) return null;
  return {
    first: namesCase(given.filter((word, index) => index === 0 || !MIDDLE_INITIAL.test(word))).join(' '),
    last: familyCase(family),
    marked: marked || after.marked,
    clean: isClean([...family, ...given]),
  };
}

/** "Vice President External", but not "Dean Roe" */
function startsAsTitle([first = '', second = '']: readonly string[]): boolean {
  const isPerhapsName =
    COMMON_GIVEN_NAMES.has(fold(first)) ||
    (PERHAPS_NAMES.has(fold(first)) && !OFFICE.test(first) && !OF_COUNCIL.test(first));
  return (
    second !== '' && !isPerhapsName && (isTitleWord(first) || (isTitleModifier(first) && isTitleWord(second)))
  );
}

/** A word alone is a family name after an honorific, a given name where the address starts with it. */
function singleName(word: string, hasHonorific: boolean, local: string): PersonName | null {
  const [only = ''] = namesCase([word]);
  // "Professor Emerita"
  if (hasHonorific && isTitleModifier(word)) return null;
  if (hasHonorific) {
    // "Sœur Agathe" before agathe@
    const isGiven = slug(only) === slug(local) && COMMON_GIVEN_NAMES.has(fold(only));
    return { first: isGiven ? only : '', last: isGiven ? '' : only, marked: true, clean: true };
  }
  if (
    isSharedMailbox(local) ||
    isTitleWord(word) ||
    isTitleWord(word.replace(/s$/, '')) ||
    word.split('-').some(isCommonWord) ||
    isCommonWord(word.replace(/s$/, ''))
  )
    return null;
  if (isThing(word) || /^\p{Lu}{2,4}$/u.test(word)) return null;
  const start = slug(local.split(/[^\p{L}]/u)[0] ?? '');
  // "Jean-Noël" before jnoel.roe@
  const short = only.replace(/(?<=\p{L})\p{L}+-/gu, '');
  const isAddressed = slug(only).length > 2 && [slug(only), slug(short)].includes(start);
  return isAddressed ? { first: only, last: '', marked: false, clean: isClean([word]) } : null;
}

/** "Mayor Ann Roe" before mayor@: nobody's given name. */
const OF_COUNCIL = /^(?:mayor|mairesse|maire|reeve|pr[ée]f[eè]te?|premier|minist(?:er|re))$/i;

/** No family names come from these: "Dolly Fiddler" is called so, "Kellar President" is not. */
const OFFICE =
  /^(?:co-?|vice-?|past-?)?(?:president|pr[ée]sidente?|chair(?:man|woman|person)?|director|directeur|directrice|manager|gestionnaire|treasurer|tr[ée]sori[eè]re?|secretary|secr[ée]taire|coordinator|coordonnat(?:eur|rice)|officer|scheduler|organi[sz]er|clerk|steward|warden|captain|coach|administrator|registrar|editor|trustee|councillor|conseill(?:er|[eè]re))$/i;

const NO_START = /^(?:d[aeiou]s?|del|la|le|les|van|von|v[ae]n|der|den|ter?n?|of|[Tt]he)$/;
const SAINT = /^(?:st|ste|saint|sainte)\.?$/i;

/** "Yves roe" before yroe@, and before yves@ where the second word means nothing else. */
function withFamilyCase(words: readonly string[], local: string): readonly string[] {
  const [first = '', last = ''] = words;
  const isSmall =
    words.length === 2 && /^\p{Lu}/u.test(first) && /^\p{Ll}{3,}$/u.test(last) && !isParticle(last);
  const least = COMMON_GIVEN_NAMES.has(fold(first)) && !isCommonWord(last) && !isTitleWord(last) ? 2 : 3;
  return isSmall && nameMatch(first, last, local) >= least
    ? [first, ...namesCase([last.toUpperCase()])]
    : words;
}

/**
 * The name that `raw` consists of, or null when it is not just a name.
 * @param mailbox the address before '@', which can tell where the family name starts
 */
export function parseName(raw: string, mailbox = ''): PersonName | null {
  const local = ownPart(mailbox);
  if (raw.length > MAX_NAME_CHARACTERS) return null;
  const around = stripAround(raw);
  if (NO_NAME.test(around.text.replace(PRONOUNS, ' '))) return null;
  const { text, rest, marked: titled } = stripCredentials(around.text);
  const marked = around.marked || titled;
  if (rest.length > 0) return lastFirst(text, rest, marked, local);
  const words = withFamilyCase(text.split(' ').filter(Boolean), local);
  // "North Shore" before northshore@, but "West Ann" before ann.west@
  if (
    words.length > 1 &&
    /^(?:north|south|east|west|nord|sud|est|ouest)$/i.test(words[0] ?? '') &&
    !slug(local).endsWith(slug(words[0] ?? ''))
  )
    return null;
  // "VP External" before vpexternal@
  if (startsAsTitle(words)) return null;
  // "Installation Roe"
  if (words.length > 1 && DEED.test(fold(words[0] ?? '')) && !COMMON_GIVEN_NAMES.has(fold(words[0] ?? '')))
    return null;
  // "des Ponts", "de la Famille", "St. Aidan-on-the-Flats": a name does not start so.
  if (
    words.length > 1 &&
    (NO_START.test(words[0] ?? '') || SAINT.test(words[0] ?? '')) &&
    !isFamilyInFront(words, local)
  )
    return null;
  // "Au Four et au Moulin": a person's name does not join two things.
  if (
    words.some(
      (word, index) => /^(?:et|and|ou|or|of|pour|for)$/i.test(word) || (index > 0 && /^à$/i.test(word)),
    )
  )
    return null;
  if (isHall(words, local)) return null;
  // "Kellar President" before kellar@: what the address leaves out is what somebody is.
  const [one = '', two = ''] = words;
  if (words.length === 2 && OFFICE.test(two) && slug(local) === slug(two)) return null;
  const isTitled = words.length === 2 && OFFICE.test(two) && !slug(local).includes(slug(two));
  if (
    isTitled &&
    !COMMON_GIVEN_NAMES.has(fold(one)) &&
    slug(one).length > 2 &&
    slug(local.split(/[._+-]/)[0] ?? '') === slug(one)
  )
    return null;
  const agrees = agreesWithAddress(words, local);
  if (!agrees && !isNameWords(words) && !isBehindGiven(words)) return null;
  if (words.length === 1)
    return singleName(words[0] ?? '', around.marked && raw.replace(PRONOUNS, '') === raw, local);
  const parts = splitName(words, local);
  // "Chief Steward", "Past President": the words are names too, but only somebody's address can tell.
  const isOffice = OFFICE.test(words.at(-1) ?? '') && !COMMON_GIVEN_NAMES.has(fold(one));
  if (isNothingButTitle(words.join(' ')) && (isOffice || nameMatch(parts.first, parts.last, local) < 3))
    return null;
  return parts.first ? { ...parts, marked, clean: agrees || isClean(words) } : null;
}

/** "Ann Roe and Bo Park" are two people, whatever their names mean. */
export function areTwoNames(text: string): boolean {
  const [, one = '', other = ''] =
    /^(\p{Lu}\S+ \p{Lu}\S+) (?:and|et|&) (\p{Lu}\S+ \p{Lu}\S+)$/u.exec(text) ?? [];
  return one !== '' && parseName(one)?.clean === true && parseName(other)?.clean === true;
}

/** The name in a cell or an answer that is said to be one: only its shape counts. */
export function parseSaidName(raw: string, local = ''): PersonName | null {
  const name = parseName(raw, local);
  if (name) return name;
  const { text, rest, marked } = stripCredentials(stripAround(raw).text);
  const words = text.split(' ').filter(Boolean);
  if (rest.length > 1 || NO_NAME.test(text) || text.length > MAX_NAME_CHARACTERS) return null;
  const given = (rest[0] ?? '').split(' ').filter(Boolean);
  if (given.length > 0) {
    const isTurned = isShapedAsName([...given, ...words]) && !isTitleWord(given[0] ?? '');
    return isTurned
      ? { first: namesCase(given).join(' '), last: familyCase(words), marked, clean: true }
      : null;
  }
  const isThing = spellsThing(words, local) || words.every(isCommonWord);
  return isShapedAsName(words) && !isThing ? { ...splitName(words, local), marked, clean: true } : null;
}
