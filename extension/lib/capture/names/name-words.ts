/** Judges single words of a name: honorific, credentials, ordinary word, or a word that a name may hold. */
import { fold, slug } from '../text/clean-text.ts';
import { DICTIONARY } from '../words/dictionary.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';
import {
  FAMILY_NAMES,
  GIVEN_NAMES,
  HEADING_WORDS,
  NOT_NAMES,
  PERHAPS_NAMES,
  PLACE_STARTS,
} from '../words/not-names.ts';
import { DEPARTMENT_WORDS, ORGANISATION_WORDS } from '../words/organisation-words.ts';
import { CREDENTIALS, HONORIFICS, PARTICLES } from '../words/people.ts';
import { isTitleKey, TITLE_WORDS } from '../words/title-words.ts';

const NAME_WORD = /^\p{L}[\p{L}\p{M}'’ʼ‘`.:·-]*$/u;
const MAX_CREDENTIAL_CHARACTERS = 6;

/** "d'Amours", "al-Rahman": a small particle tied to a name. */
const PREFIXED =
  /^(?:(?:d|l|dell|dall|nell|dey|t|de)['’ʼ]|(?:al|el|ul|ud|ad|as|ar|an|at|ash|az|ez|er|ibn|bin|abu|ap)[-'’])\p{Lu}/u;
/** "J.", "M.-C.", "JP"; "Ó" is a particle. */
export const INITIAL = /^(?!Ó$)(?:\p{Lu}\.?-?){1,3}$/u;
/** One letter between given and family name. */
export const MIDDLE_INITIAL = /^(?!Ó$)\p{Lu}\.?$/u;

const bareWord = (word: string): string =>
  fold(word)
    .replace(/œ/g, 'oe')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** With an accent it is a name: "van" is a particle, "Văn" none. */
export const isParticle = (word: string): boolean => PARTICLES.has(word.toLowerCase().replace(/\.$/, ''));

export const isHonorific = (word: string): boolean =>
  HONORIFICS.has(bareWord(word)) && /^\p{Lu}/u.test(word) && !/^\p{Lu}{3,}$/u.test(word);

/** "P.Eng., CAE", "Ph. D.", "M. Sc." */
export function isCredentials(text: string): boolean {
  const words = text
    .trim()
    .split(/[\s,;]+/)
    .filter(Boolean);
  if (words.length === 0 || words.length > 8) return false;
  if (CREDENTIALS.has(bareWord(text))) return true;
  let pending = '';
  for (const word of words) {
    pending += bareWord(word.replace(/\(.*\)/, ''));
    if (CREDENTIALS.has(pending)) pending = '';
    else if (pending.length >= MAX_CREDENTIAL_CHARACTERS) return false;
  }
  return pending === '';
}

/** "MScPT", "BEd", "RPsych": degrees in mixed case. */
const DEGREE =
  /^[BDMPR]\.?(?:Sc|Ed|Eng|Psych|Phil|Acc|Mus|Math|Kin|Tech|Plan|Des|Comm?|Arch|Mgt|Div|Cert|Dip)(?:\p{Lu}\p{L}?){0,3}\.?$/u;

/** Capitals after a comma that are in no list of credentials ("CCMF"); a title ("CEO") is not one. */
export const isUnknownPostNominal = (part: string): boolean =>
  (/^\p{Lu}[\p{Lu}.]{1,6}$/u.test(part) || DEGREE.test(part)) && !TITLE_WORDS.has(bareWord(part));

/** A word that names a thing, a role or an organisation, and never a person. */
export function isOrdinaryWord(word: string): boolean {
  const key = fold(word)
    .replace(/œ/g, 'oe')
    .replace(/[.,:;]+$/, '')
    .replace(/^[dl]'/, '');
  if (PERHAPS_NAMES.has(key)) return false;
  // "Lê" is a name, "le" an article.
  const written = word.replace(/[.,:;]+$/, '').toLowerCase();
  if (key.length <= 3 && written.length <= 3 && key !== written) return false;
  if (written === 'côme') return false;
  return (
    isTitleKey(key) ||
    (key.includes('-') && key.split('-').every((part) => part.length > 3 && isTitleKey(part))) ||
    [NOT_NAMES, HEADING_WORDS, DEPARTMENT_WORDS, ORGANISATION_WORDS].some((list) => list.has(key))
  );
}

/** A word of the dictionary, or one that names a thing, a role or an organisation: nobody is called so. */
export const isCommonWord = (word: string): boolean =>
  isOrdinaryWord(word) || DICTIONARY.has(fold(word).replace(/[.,:;]+$/, ''));

/** Starts a family name of common words: "Two Bears", "Many Guns", "Crow Shoe". */
const EPITHET =
  /^(?:two|three|four|many|big|little|old|tall|red|black|white|yellow|running|standing|spotted|first|good|bad|heavy|bear|beaver|buffalo|bull|calf|crow|eagle|elk|hawk|horse|weasel|wolf)$/i;

export const isEpithet = (word: string): boolean => EPITHET.test(word);

function isNameWord(word: string, isAnyones: (word: string) => boolean): boolean {
  const withoutInitials = word.replace(
    /^(?:\p{Lu}\.-?)+$|^(?:st|ste|jr|sr|wm|geo|chas|thos|jas|robt|jos|edw)\.$/iu,
    '',
  );
  if (!NAME_WORD.test(word) || /\p{L}{2}['’]s?$/iu.test(word) || /[.:]$/.test(withoutInitials)) return false;
  if (/^\p{Ll}/u.test(word)) return isParticle(word) || PREFIXED.test(word);
  return !isAnyones(word) && !isSeveral(word);
}

/** "Bakeries", "Restaurants" */
export const isSeveral = (word: string): boolean =>
  !PERHAPS_NAMES.has(fold(word)) && ORGANISATION_WORDS.has(fold(word).replace(/ies$/, 'y').replace(/s$/, ''));

/** "Lê Mai" starts no place, "Le Mans" does. */
const startsPlace = (word: string): boolean =>
  PLACE_STARTS.has(word.length <= 3 ? word.toLowerCase() : fold(word));

/** "DES ROCHES Luc": the family name in front, in capitals. */
const isShoutedParticle = (words: readonly string[]): boolean =>
  isParticle(words[0] ?? '') &&
  words.slice(0, 2).every((word) => /^\p{Lu}+$/u.test(word)) &&
  words.slice(2).some((word) => /\p{Ll}/u.test(word));

/** "Le" inside a name is a particle; in front it is an article. */
const isWordOfName = (word: string, index: number, words: readonly string[]): boolean =>
  (isNameWord(word, words.slice(1, index + 1).some(isEpithet) ? isOrdinaryWord : isCommonWord) &&
    !(index === 0 && words.length > 1 && startsPlace(word))) ||
  (index > 0 && /^\p{Lu}/u.test(word) && isParticle(word)) ||
  (index === 0 && GIVEN_NAMES.has(fold(word))) ||
  (index === 0 && isShoutedParticle(words)) ||
  (index > 0 && index === words.length - 1 && /^\p{Lu}/u.test(word) && FAMILY_NAMES.has(fold(word)));

/** Whether words can be a name together: each a name word, not too many, the last one with a capital. */
export function isNameWords(words: readonly string[]): boolean {
  if (words.length === 0 || words.length > 6 || !words.every(isWordOfName)) return false;
  const capitals = words.filter((word) => !/^\p{Ll}/u.test(word)).length;
  const last = words.at(-1) ?? '';
  return (
    capitals >= 1 &&
    capitals <= 5 &&
    (!/^\p{Ll}/u.test(last) || PREFIXED.test(last)) &&
    words.some((word) => slug(word).length > 1)
  );
}

/** "Mary Ann Keeping": behind two given names stands a family name, whatever it means. */
export const isBehindGiven = (words: readonly string[]): boolean =>
  words.length === 3 &&
  words.slice(0, 2).every((word) => COMMON_GIVEN_NAMES.has(fold(word))) &&
  /^\p{Lu}\p{Ll}{2,}$/u.test(words[2] ?? '') &&
  !isOrdinaryWord(words[2] ?? '');

/** Family names alone may be a word that is a particle elsewhere: "Le, Thanh". */
export const isFamilyWords = (words: readonly string[]): boolean =>
  isNameWords(words) ||
  (words.length === 1 && /^\p{Lu}\p{L}+$/u.test(words[0] ?? '') && isParticle(words[0] ?? ''));

/** Whether some word is nothing but a name. */
export const isClean = (words: readonly string[]): boolean =>
  words.some((word) => !PERHAPS_NAMES.has(fold(word)) && slug(word).length > 1 && !isParticle(word));

/** "Ann Roe", "Jean-Luc": the first word, or its first part, is a common given name. */
export const startsAsGiven = (text: string): boolean =>
  COMMON_GIVEN_NAMES.has(fold(text.split(/[ -]/)[0] ?? ''));
