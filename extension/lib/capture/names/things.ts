/** Words and phrases that name things and places, whatever their capitals. */
import { fold, slug } from '../text/clean-text.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';

/** "Capitainerie", "Aquatics", "Adoptions": words are built so, and few given names. */
const THING =
  /(?:eries?|iats?|ions?|ances?|ences?|ments?|ages?|ismes?|isms?|iques|ics|logies?|graphies?|ships?|ness|ware|shop|desk|theques?|centres?|tes)$/;

/** The same, in front of another word. */
export const DEED = /(?:ations?|itions?|utions?|ements?|eries|logies?|theques?|ismes?|isms?)$/;

export const isThing = (word: string): boolean => {
  const key = fold(word);
  return THING.test(key) && !COMMON_GIVEN_NAMES.has(key);
};

/** "Quota Hall", "Marchand Hall": a building, unless somebody is called so. */
export const isHall = (words: readonly string[], local: string): boolean =>
  words.length > 1 &&
  /^hall$/i.test(words.at(-1) ?? '') &&
  !COMMON_GIVEN_NAMES.has(fold(words[0] ?? '')) &&
  !slug(local).includes('hall');
