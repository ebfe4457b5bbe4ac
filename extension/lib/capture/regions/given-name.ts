/** Finds a given name that stands alone: "ask for Osman", "Lorne at lorne@…", "Hi, I'm Priya". */
import { isCommonWord } from '../names/name-words.ts';
import { parseName } from '../names/names.ts';
import { isTitle } from '../names/titles.ts';
import { isDepartment } from '../organisations/organisations.ts';
import { fold, slug } from '../text/clean-text.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';
import { EMAIL_MARK, type WordLine } from './region-facts.ts';

/** "Ask for Osman", "Demandez Julie" */
const ASKED =
  /(?:[Aa]sk for|[Aa]sking for|[Dd]emandez|[Dd]emander|[Ss]peak (?:to|with)|[Pp]arlez à|[Aa]tt(?:ention|n):?)\s(\p{Lu}\p{Ll}{2,})(?!['’\p{L}]|\s\p{Lu})/u;
const BESIDE_ADDRESS =
  /(?:to|with|[Cc]ontact|[Ee]-?mail|[Aa]sk|see|via|à|avec|auprès de|contactez)\s(\p{Lu}\p{Ll}{2,})(?:\s(?:at|à|au))?\s?[(<:]?\s?\uE000/u;
/** "please contact Jim (PI):" over the address */
const ASKED_ABOVE =
  /(?:[Cc]ontact|[Cc]all|[Ee]-?mail|[Ww]rite to|[Rr]each|[Cc]ontactez|[Jj]oignez|[ÉEée]crivez à)\s(\p{Lu}\p{Ll}{2,})(?:\s\([^()]{2,30}\))?\s?[:：]$/u;
/** "Email Judith for bookings at …" */
const WRITTEN_TO =
  /(?:[Ee]-?mail|[Cc]ontact|[Cc]all|[Ww]rite to|[ÉEée]crivez à)\s(\p{Lu}\p{Ll}{2,})\s(?:for|about|pour)\s/u;
const INTRODUCED =
  /(?:I['’]m|I am|my name is|je m['’]appelle|moi c['’]est)\s(\p{Lu}\p{Ll}{2,})(?!['’\p{L}]|\s\p{Lu})/u;

/** A word and a colon are all that stands before the address. */
export const MAILBOX_LABEL = /^[^\p{L}]*\p{L}+\s?:\s*\uE000/u;

/** "Lorne at", "Babs (": one capitalised word right before the address that starts with it. */
const BEFORE_ADDRESS =
  /(?:^|[^\p{L}\s]\s?|(?<!\p{L})\p{Ll}[\p{L}'’]*\s)(\p{Lu}\p{Ll}{2,})(?:\s\p{Ll}{1,4}|\s(?:&|and|et)\s\p{Ll}+)?[\s:,(<–-]{1,4}\uE000/u;

/** A given name that stands in the sentence of the address, which starts with it. */
export function givenBeside(words: readonly WordLine[], email: string): string | undefined {
  const [local = '', host = ''] = email.split('@');
  const [start = '', family = ''] = local.split(/[^\p{L}]/u);
  const isSpelledApart = (word: string): boolean => family.length > 1 && !isCommonWord(word);
  // "Write to Gilles at 819 555-0155 or gilles.roe@…": wherever it stands in the sentence.
  const sentence = words.find(({ text }) => text.includes(EMAIL_MARK))?.text ?? '';
  // "call Deb at 306-555-0177 or email deb@…"
  const isCalled = (word: string): boolean =>
    new RegExp(`(?<!\\p{L})(?:call|text|phone|appelez|joignez|contactez)\\s${word}(?!\\p{L})`, 'iu').test(
      sentence,
    );
  const spelled = sentence
    .match(/\p{Lu}\p{Ll}{2,}(?!['’\p{L}]|\s\p{Lu})/gu)
    ?.find(
      (word) =>
        slug(word) === slug(start) &&
        (COMMON_GIVEN_NAMES.has(fold(word)) || isSpelledApart(word) || isCalled(word)),
    );
  const name = words.map(({ text }) => BEFORE_ADDRESS.exec(text)?.[1]).find(Boolean) ?? spelled ?? '';
  // "Altos: altos@…" names a mailbox.
  if (MAILBOX_LABEL.test(sentence) && !COMMON_GIVEN_NAMES.has(fold(name))) return undefined;
  // "Mélissa – mel.roe@…"
  const isShort =
    start.length > 2 && slug(name).startsWith(slug(start)) && COMMON_GIVEN_NAMES.has(fold(name));
  return !host.includes(start || host) && (isShort || parseName(name, local)?.first === name)
    ? name
    : undefined;
}

/** Where the words say that it is one. */
function askedFor(words: readonly WordLine[]): string | undefined {
  for (const { text } of words) {
    const name = (ASKED.exec(text) ??
      INTRODUCED.exec(text) ??
      BESIDE_ADDRESS.exec(text) ??
      ASKED_ABOVE.exec(text) ??
      WRITTEN_TO.exec(text))?.[1];
    if (name && !isCommonWord(name)) return name;
  }
  const isOver = (first: WordLine, second: WordLine | undefined): boolean =>
    /^\p{Lu}\p{Ll}{2,14}$/u.test(first.text) &&
    !isCommonWord(first.text) &&
    second?.index === first.index + 1 &&
    /^\p{Lu}[\p{L} ]{3,40}$/u.test(second.text) &&
    (isTitle(second.text) || isDepartment(second.text));
  return words.find((word, at) => isOver(word, words[at + 1]))?.text;
}

/** A given name alone, where the words or the address say that it is one. */
export const givenNameAlone = (words: readonly WordLine[], email: string): string | undefined =>
  askedFor(words) ?? givenBeside(words, email);
