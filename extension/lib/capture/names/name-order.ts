/** Tells given from family names, in whichever order they stand. */
import { fold, slug } from '../text/clean-text.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';
import { caseBehindPrefix, isCapitals, namesCase } from './name-case.ts';
import { INITIAL, isEpithet, isParticle, MIDDLE_INITIAL } from './name-words.ts';

export interface NameParts {
  first: string;
  last: string;
}

/** What the address says about a name of three words and more; 0 when nothing. */
function familyStartByAddress(words: readonly string[], local: string): number {
  const address = slug(local);
  // "Mary Grace Roe" with mgrace.roe@
  const [front = '', ending = ''] = local.split(/[._-]/).map(slug);
  const middle = words.findIndex(
    (word, start) =>
      start > 1 &&
      slug(words.slice(start).join('')) === ending &&
      front === slug(words[0] ?? '').charAt(0) + slug(words.slice(1, start).join('')) &&
      word.length > 1,
  );
  if (middle > 0) return middle;
  // "Kim Chi Roe" with kimchi.roe@
  // with kim-chi.roe@ too
  const given = slug(local.split(/[._]/)[0] ?? '');
  const isGiven = (count: number): boolean => slug(words.slice(0, count).join('')) === given;
  const double = words.findIndex((_, start) => start > 1 && isGiven(start));
  // "Ann Roe Park" with annroe@ has two family names, "Mỹ Linh Roe" with mylinh@ two given ones.
  const isSure = given !== address || !COMMON_GIVEN_NAMES.has(fold(words[0] ?? ''));
  if (double > 0 && isSure) return double;
  // "Thi Lan Huong Roe" with huong.roe@
  if (
    front !== '' &&
    ending === slug(words.at(-1) ?? '') &&
    words.slice(1, -1).some((word) => slug(word) === front)
  )
    return words.length - 1;
  for (let start = 1; address && start < words.length - 1; start += 1) {
    if (INITIAL.test(words[start] ?? '')) continue;
    const rest = slug(words.slice(start).join(''));
    if (rest.length > 5 && address.includes(rest)) return start;
    const word = slug(words[start] ?? '');
    const isLastSaid = address.includes(slug(words.at(-1) ?? ''));
    if (start === words.length - 2 && word.length > 3 && address.endsWith(word) && !isLastSaid) return start;
  }
  return 0;
}

/** Where the family name starts: particles belong to it, otherwise it is the last word unless the address says more. */
function familyStart(words: readonly string[], local: string): number {
  const particle = words.findIndex(
    (word, index) => index > 0 && index < words.length - 1 && isParticle(word) && !INITIAL.test(word),
  );
  // "Ana Rocha e Silva", "Rosa Vega y Luna", "Rhéal Roy dit Gallant": both families.
  if (particle > 1 && /^(?:[ey]|dite?)$/.test(words[particle] ?? '')) return particle - 1;
  // "Ana Ferreira da Costa" with ana.ferreiradacosta@
  if (particle > 1 && local.endsWith(`.${slug(words.slice(1).join(''))}`)) return 1;
  if (particle > 0) return particle;
  const said = familyStartByAddress(words, local);
  if (said > 0) return said;
  const epithet = words.slice(1, -1).findIndex(isEpithet);
  return epithet < 0 ? words.length - 1 : epithet + 1;
}

/** "D'Arcy", "O'Neil", "McKay" */
const FAMILY_PREFIX = /^(?:[DO]['’]|Ma?c)\p{Lu}/u;

/** "Julie Roe" stays, whatever the address: of the outer words only the first is a common given name. */
function isGivenFirst(words: readonly string[]): boolean {
  const isGiven = (word: string): boolean =>
    word.split('-').every((part) => COMMON_GIVEN_NAMES.has(fold(part)));
  const [first = '', last = ''] = [words[0], words.at(-1)];
  return FAMILY_PREFIX.test(last) || (isGiven(first) && !isGiven(last));
}

/** "de Vos Pieter" with pieter.devos@, "Au Yeung Ka-Man" with carmen.auyeung@. */
export function isFamilyInFront(words: readonly string[], local: string): boolean {
  const [given, ...family] = local.split(/[._-]/).map(slug);
  const double = slug(words.slice(0, 2).join(''));
  const isLast = family.length === 1 && family[0] === double && double.length > 4;
  return words.length === 3 && isLast && given !== slug(words[0] ?? '') && /^\p{Lu}/u.test(words[2] ?? '');
}

/** "Lê Thị Mai Anh", "Tran Van Minh": the family name stands in front of "Thị" and "Văn". */
const VIETNAMESE =
  /^(?:bui|cao|dang|dinh|do|doan|duong|hoang|ho|huynh|lam|le|luong|ly|mai|ngo|nguyen|pham|phan|ta|thai|tran|trinh|truong|vo|vu|vuong) (?:thi|van) \p{L}/u;

/** How many words in front are the family name: "Lê Minh Anh" with minhanh.le@, "Roe Sylvie" with sroe@. */
function familyInFront(words: readonly string[], local: string): number {
  if (VIETNAMESE.test(words.map(fold).join(' '))) return 1;
  if (words.length < 2 || isGivenFirst(words)) return 0;
  const parts = (local.split('+')[0] ?? '').split(/[._-]/).map(slug);
  if (isFamilyInFront(words, local)) return 2;
  const [family = '', rest = ''] = [slug(words[0] ?? ''), slug(words.slice(1).join(''))];
  const bare = parts.join('');
  if (family.length < 2 || bare === family + rest || bare === family.charAt(0) + rest) return 0;
  // "Roe Caroline" with caroroe@
  const short = bare.endsWith(family) ? bare.slice(0, -family.length) : '';
  if (family.length > 2 && short.length > 1 && rest.startsWith(short)) return 1;
  // "Roe Anne-Marie" with amroe@ or aroe@
  const initials = words
    .slice(1)
    .flatMap((word) => word.split('-'))
    .map((part) => slug(part).charAt(0));
  const starts = [initials[0], initials.join('')];
  if (bare === rest + family || (family.length > 2 && starts.some((start) => bare === start + family)))
    return 1;
  const given = parts.slice(0, -1).join('');
  const isLast = parts.at(-1) === family && given.length > 1;
  // "Hoang Kim Ngan" with kngan.hoang@
  const isShort = words.length > 2 && given === rest.charAt(0) + slug(words.at(-1) ?? '');
  return isLast && (isShort || rest.startsWith(given) || rest.endsWith(given)) ? 1 : 0;
}

/** "TREMBLAY Julie": how many words in capitals lead a name that goes on in small letters. */
function shoutedWords(words: readonly string[], local: string): number {
  // "LIN" with mei.lin@ is no initials.
  const isInitials = (word: string): boolean =>
    INITIAL.test(word) &&
    !isParticle(word) &&
    !(/^\p{Lu}{3}$/u.test(word) && slug(local).includes(slug(word)));
  const count = words.findIndex((word) => !isCapitals(word) || isInitials(word));
  const family = words.slice(0, count);
  // "DE LA SABLONNIÈRE Ève"
  const isFamily = family.every((word) => word.length > 2 || isParticle(word)) && !family.every(isParticle);
  return count > 0 && isFamily && words.slice(count).every((word) => /\p{Ll}/u.test(word)) ? count : 0;
}

/** Family names in capitals, with particles small: "DE LA FONTAINE" → "de la Fontaine". */
export function familyCase(words: readonly string[]): string {
  return words.every((word) => !/\p{Ll}/u.test(word))
    ? namesCase(['A', ...words])
        .slice(1)
        .join(' ')
    : words.map(caseBehindPrefix).join(' ');
}

/** Given and family name of words in their usual order, or where the address or capitals show another. */
export function splitName(words: readonly string[], local: string): NameParts {
  // "D. J. Roe"
  const isInitialed = MIDDLE_INITIAL.test(words[0] ?? '');
  const kept = words.filter(
    (word, index) => index === 0 || index === words.length - 1 || isInitialed || !MIDDLE_INITIAL.test(word),
  );
  const shouted = shoutedWords(kept, local);
  if (shouted > 0) {
    return { first: kept.slice(shouted).join(' '), last: familyCase(kept.slice(0, shouted)) };
  }
  const cased = namesCase(kept);
  const front = familyInFront(cased, fold(local));
  if (front > 0) return { first: cased.slice(front).join(' '), last: cased.slice(0, front).join(' ') };
  const start = familyStart(cased, local);
  return { first: cased.slice(0, start).join(' '), last: cased.slice(start).join(' ') };
}
