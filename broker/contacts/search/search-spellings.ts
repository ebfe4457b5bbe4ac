/** The spellings in which people may have stored the typed text, for an Envoke that finds whole values only. Pure. */

/** Words written in lower case inside a name: "Ville de Laval", "Association of Clerks", "de la Cruz". */
const SMALL_WORDS =
  /(?<=[\s-])(?:a|al|and|au|aux|da|de|den|der|des|di|du|en|et|for|la|le|les|of|the|van|von|[dl](?=['’]))(?!\p{L})/giu;

/** The accented letters that a plain letter of a French name may stand for. */
const ACCENTED: Readonly<Record<string, string>> = { e: 'éè', a: 'âà', c: 'ç', i: 'îï', o: 'ô', u: 'ûü' };

/** How many accented letters are tried on one text, those of e first; this limits the number of pairs. */
const ACCENTS_MAX = 24;

/**
 * The most likely first: capitalised as a name, as typed, in lower case, in capitals; with both kinds of apostrophe.
 */
export function spellings(text: string): string[] {
  const capitals = withCapitals(text);
  const written = withSmallWords(capitals);
  const started = written.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
  const all = [capitals, started, written, text, text.toLowerCase(), text.toUpperCase()];
  const apostrophes = (one: string) => [one, one.replaceAll("'", '’'), one.replaceAll('’', "'")];
  return [...new Set(all.flatMap(apostrophes))];
}

/**
 * The text without accents, with one French accent at each possible place, and with two ("Genevieve", "Helene",
 * "Cote").
 */
export function accentedSpellings(text: string): string[] {
  const written = withSmallWords(withCapitals(text.normalize('NFD').replace(/\p{M}/gu, '')));
  const plain = written.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
  const places = Array.from(plain.matchAll(/\p{L}/gu), ({ 0: letter, index }) => ({ letter, index }))
    .filter(({ index }) => !isInSmallWord(plain, index))
    .flatMap(({ letter, index }): Accent[] =>
      accentsOf(letter).map((accented) => ({ letter, index, accented })),
    )
    .sort((a, b) => Number(isE(b)) - Number(isE(a)))
    .slice(0, ACCENTS_MAX);
  const pairs = places
    .flatMap((one, at) => places.slice(at + 1).map((other) => [one, other]))
    .filter(([one, other]) => one?.index !== other?.index)
    .sort((a, b) => Number(b.every(isE)) - Number(a.every(isE)));
  const put = (accents: Accent[]) =>
    accents.reduce(
      (name, { index, accented }) => name.slice(0, index) + accented + name.slice(index + 1),
      plain,
    );
  return [plain, ...[...places.map((one) => [one]), ...pairs].map(put)];
}

/** A letter of a text that may have an accent. */
interface Accent {
  letter: string;
  index: number;
  accented: string;
}

const isE = ({ letter }: Accent) => letter.toLowerCase() === 'e';

function isInSmallWord(text: string, at: number): boolean {
  return text.matchAll(SMALL_WORDS).some(({ 0: word, index }) => index <= at && at < index + word.length);
}

function accentsOf(letter: string): string[] {
  const accents = [...(ACCENTED[letter.toLowerCase()] ?? '')];
  return letter === letter.toLowerCase() ? accents : accents.map((accent) => accent.toUpperCase());
}

function withCapitals(text: string): string {
  return text.toLowerCase().replace(/(^|[\s'’-])(\p{L})/gu, (part) => part.toUpperCase());
}

function withSmallWords(text: string): string {
  return ` ${text}`.replace(SMALL_WORDS, (word) => word.toLowerCase()).slice(1);
}
