/** Splits a line into the pieces that separators part: the name and what is said about it, titles and employers. */
import { areTitlesOfOne, isTitle } from '../names/titles.ts';
import { hasOwnWord } from '../organisations/by-position.ts';
import { isPair, organisationStrength } from '../organisations/organisations.ts';
import { DISTRICT, DISTRICT_NUMBER } from '../organisations/roles.ts';

const BAR = /\s*[|·•\t\uE000]\s*/;
/** Between two titles, or title and employer. */
export const SLASH = /\s+\/\s+|;\s+/;
const SLASHES = new RegExp(`(${SLASH.source})`);
/** Between any two things that are said about a person. */
export const SEGMENT = new RegExp(`${BAR.source}|${SLASH.source}`);
const DASHES = /(\s+[–—-]{1,2}\s+)/;
/** Between a name and what is said about it. */
export const SEPARATORS = /\s*[|·•\t]\s*|\s+[–—-]{1,2}\s+|\s*[–—]\s*(?=\p{Lu})|:\s+|\s*\/\s+|\s+\/\s*|;\s*/u;

const SEPARATORS_TOO = new RegExp(`(${SEPARATORS.source})`, 'u');

export interface LinePiece {
  text: string;
  /** The separator in front of it. */
  before: string;
}

/** Pieces of a line. */
export const linePieces = (text: string): LinePiece[] =>
  text
    .split(SEPARATORS_TOO)
    .flatMap((piece, at, all) =>
      at % 2 === 0 && piece !== '' ? [{ text: piece, before: all[at - 1] ?? '' }] : [],
    );

/** In one line again: a dash or a slash stays, since it may be part of a title ("Lead – Youth"). */
export const joinPieces = (pieces: readonly LinePiece[]): string =>
  pieces
    .map(({ text, before }, at) => {
      if (at === 0) return text;
      return /[/–—-]/.test(before) ? ` ${before.trim()} ${text}` : ` | ${text}`;
    })
    .join('');

/** Splits a text, and puts together again what belongs together. @param by has the separator as its group */
function splitApart(
  text: string,
  by: RegExp,
  belongs: (before: readonly string[], part: string) => boolean,
): string[] {
  const found: string[] = [];
  let [own, between]: [string[], string] = [[], ''];
  for (const [at, part] of text.split(by).entries()) {
    if (at % 2 === 1) between = part;
    else if (at > 0 && belongs(own, part)) {
      own.push(part);
      found.push(`${found.pop()}${between}${part}`);
    } else {
      own = [part];
      found.push(part);
    }
  }
  return found;
}

/** "Conseillère – district 2, Des Pionniers" */
const ELECTED_FOR = new RegExp(`^(?:${DISTRICT})${DISTRICT_NUMBER}`, 'iu');

/** "Elm Library, Chief Librarian" */
const behindComma = (text: string): string => text.split(/,\s+/).at(-1) ?? '';

/**
 * "Director – Outreach" and "Chief Librarian / CEO" are one title; "Director – City of Elm", "Director – Directrice" and
 * "Greffier / Clerk" are two things.
 */
export const rolePieces = (text: string, host: string): string[] =>
  text
    .split(BAR)
    .flatMap((part) =>
      splitApart(
        part,
        DASHES,
        ([first = '', ...others], next) =>
          others.length < 1 &&
          isTitle(behindComma(first)) &&
          (ELECTED_FOR.test(next) || !isTitle(next) || areTitlesOfOne([behindComma(first), next])) &&
          organisationStrength(next, host) < 2 &&
          !isPair(next) &&
          (ELECTED_FOR.test(next) || !hasOwnWord(next)),
      ),
    )
    .flatMap((part) =>
      splitApart(part, SLASHES, ([first = '', ...others], next) =>
        areTitlesOfOne([behindComma(first), ...others, next]),
      ),
    );
