/** The names that an address spells: what it agrees with is a name, whatever the words mean. */
import { fold, slug } from '../text/clean-text.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';
import { isSharedMailbox } from '../words/mailboxes.ts';
import { GIVEN_NAMES, PERHAPS_NAMES } from '../words/not-names.ts';
import {
  DEPARTMENT_STARTS,
  DEPARTMENT_WORDS,
  FRENCH_ORGANISATION_WORDS,
  ORGANISATION_WORDS,
} from '../words/organisation-words.ts';
import { nameMatch } from './name-match.ts';
import { isFamilyInFront, splitName } from './name-order.ts';
import { isShouted } from './name-strip.ts';
import { isCommonWord, isOrdinaryWord, isParticle } from './name-words.ts';
import { isThing } from './things.ts';
import { isTitleWord } from './titles.ts';

const NAME_SHAPE = /^(?:\p{Lu}[\p{L}\p{M}'’ʼ.-]*|(?:d|l)['’]\p{Lu}[\p{L}\p{M}'’-]*)$/u;
const MAX_AGREED_WORDS = 5;
/** "Au", "To", "Mai": names as short as function words. */
const SHORT_NAME = 3;

/** Whether words have the shape of a name, whatever they mean: capitals, particles between. */
export const isShapedAsName = (words: readonly string[]): boolean =>
  words.length >= 2 &&
  words.length <= MAX_AGREED_WORDS &&
  words.every(
    (word, index) =>
      (NAME_SHAPE.test(word) && slug(word) !== '' && !/\p{L}{2}['’]s?$/u.test(word)) ||
      (index > 0 && index < words.length - 1 && isParticle(word)),
  ) &&
  words.filter((word) => slug(word).length > 1).length >= 2;

/** "April Young", "Grant Church": each word has a common meaning, but the first is also a given name. */
const isNameable = (word: string): boolean => {
  const key = fold(word);
  return COMMON_GIVEN_NAMES.has(key) || PERHAPS_NAMES.has(key) || GIVEN_NAMES.has(key) || !isCommonWord(word);
};

/** "Lê Thị Mai Anh" before maianh.le@: how well the words fit with the family name first. */
function fitTurned(words: readonly string[], local: string): number {
  const { first, last } = splitName(words, local);
  return last === words[0] ? nameMatch(first, last, local) : 0;
}

/** "Patient Relations" before patientrelations@, "Town Hall" before townhall@ */
export const spellsThing = (words: readonly string[], local: string): boolean =>
  words.length === 2 &&
  words.some(isCommonWord) &&
  !COMMON_GIVEN_NAMES.has(fold(words[0] ?? '')) &&
  local === slug(words.join(''));

/** Whether an address has all words, the first one behind the others. */
const isTurned = ([first = '', ...others]: readonly string[], local: string): boolean =>
  /[._-]/.test(local) && slug(local) === slug([...others, first].join(''));

/** "Olivia March" before olivia.march@, "Au Rivière" before ariviere@: what the address spells is a name, whatever its words mean. */
export function agreesWithAddress(words: readonly string[], local: string): boolean {
  if (isFamilyInFront(words, local)) return true;
  if (local === '' || !isShapedAsName(words) || isSharedMailbox(local)) return false;
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const singular = last.replace(/s$/, '');
  // "St. Anne Community Hall" before sahall@, but "Roe Thu Trang" before thutrang.roe@
  if (!isTurned(words, local) && words.slice(1, -1).some((word) => isCommonWord(word) && !isParticle(word)))
    return false;
  if (DEPARTMENT_STARTS.test(fold(words.join(' ')))) return false;
  // "Paroisse Sainte-Anne" before paroisse.steanne@
  if (FRENCH_ORGANISATION_WORDS.has(slug(first)) && !COMMON_GIVEN_NAMES.has(slug(first))) return false;
  // "People Hub" before peoplehub.news@
  if (words.every(isCommonWord)) return false;
  if (words.every(isTitleWord) || DEPARTMENT_WORDS.has(fold(last)) || DEPARTMENT_WORDS.has(fold(singular)))
    return false;
  if (words.length > 2 && isTitleWord(last) && !slug(local).includes(slug(last))) return false;
  const straight = nameMatch(first, last, local);
  const fit = straight === 3 ? straight : Math.max(straight, fitTurned(words, local));
  const [bare, parts] = [slug(local), local.split(/[._+-]/)];
  // "Yukon Chapter" before yukon@: what an organisation has there is no family name, unless a given name stands before it.
  const isUnsaid = ORGANISATION_WORDS.has(fold(last)) && !COMMON_GIVEN_NAMES.has(fold(first));
  // "HSC Committee" before hsc.committee@
  const isAbbreviated = isUnsaid && isShouted(first);
  const spelled = bare.length >= slug(last).length + 1 && fit === 3 && !isAbbreviated;
  const given =
    fit === 2 &&
    (words.length === 2 ||
      (words.length === 3 && isParticle(words[1] ?? '') && /^\p{Lu}\p{Ll}/u.test(last))) &&
    slug(parts[0] ?? '') === slug(first) &&
    !isCommonWord(first) &&
    !isThing(first) &&
    // "Alumni Inquiries" before alumni@
    !(
      words.length === 2 &&
      last.length > SHORT_NAME &&
      isOrdinaryWord(last) &&
      !COMMON_GIVEN_NAMES.has(fold(first))
    ) &&
    // "Hall No. 1"
    !/^(?:no|n[º°])\.?$/i.test(last) &&
    !isUnsaid;
  // "Les Pratt" before lesp@ and lespra@
  const begun = bare.slice(slug(first).length);
  const second = slug(words[1] ?? '');
  const initialed =
    bare.startsWith(slug(first)) && begun !== '' && begun !== second && second.startsWith(begun);
  const isSpelledOut = parts.length === 2 || slug(first).length <= SHORT_NAME;
  const isCalled = isNameable(first) && !spellsThing(words, local);
  return (spelled || given || initialed) && (isCalled || (isSpelledOut && !isCommonWord(last)));
}
