/** Title and employer that no word reveals, by where they stand: beside a name, in the lines below it, or right above it. */
import { provinceCode } from '../details/provinces.ts';
import { labelKind } from '../lines/labels.ts';
import { isShouted } from '../names/name-strip.ts';
import { isCommonWord } from '../names/name-words.ts';
import { isTitle } from '../names/titles.ts';
import { hasOwnWord, isSaidOfMany, isShapedAsOrganisation } from '../organisations/by-position.ts';
import {
  isDepartment,
  isGoverning,
  isPair,
  isWrittenAsName,
  organisationStrength,
} from '../organisations/organisations.ts';
import type { Role } from '../organisations/roles.ts';
import { fold, slug } from '../text/clean-text.ts';
import { FIELDS_OF_WORK } from '../words/fields-of-work.ts';
import { PRONOUNS } from '../words/people.ts';
import { type Candidate, isNameOf } from './candidates.ts';
import { findLeadingName } from './leading-name.ts';
import { rolePieces } from './pieces.ts';
import { roleClause } from './prose-role.ts';
import type { WordLine } from './region-facts.ts';

const MAX_BELOW_NAME = 5;
/** A line further from the title than this says something else. */
const MAX_BELOW_TITLE = 2;
const MAX_PIECE_LINE = 120;
const MAX_PLACED_WORDS = 6;
/** "CTQ" is an employer, "Bo" none. */
const LONG_ENOUGH = /.{4}|\p{Lu}{3}/u;
const SMALL = /^(?:&|and|et|of|for|the|de|des|du|la|le|les|en|à|aux?)$/i;

/** What a piece may be where it stands: an employer, what somebody does, either of them, or a part of an employer. */
type Kind = 'employer' | 'work' | 'either' | 'part';

interface Piece {
  text: string;
  /** Lines below the name: 0 beside it, -1 right above it. */
  below: number;
  kind: Kind | undefined;
}

const wordCount = (text: string): number => text.split(' ').length;

/** A line in the position of a title: short, and neither a name, an employer nor a department. */
export const isInPlaceOfTitle = (text: string, host: string): boolean =>
  isShortPhrase(text, host) && !isDepartment(text);

export const isShortPhrase = (text: string, host: string): boolean =>
  /^\p{Lu}/u.test(text) &&
  // "Gwennie" beside "Gwen Roe" is what she is called.
  (text.includes(' ') || isCommonWord(text)) &&
  !/[\d@:.?!\uE000|]|,$/.test(text) &&
  labelKind(text) === undefined &&
  provinceCode(text) === undefined &&
  !isSaidOfMany(text) &&
  wordCount(text) <= MAX_PLACED_WORDS &&
  organisationStrength(text, host) < 2 &&
  !findLeadingName(text, '');

/** "Growing stronger together" and "Runs the sound" are no names; "Comptoir familial" and "La Pomme grise" are. */
function isName(text: string): boolean {
  const small = text.split(' ').filter((word) => /^\p{Ll}/u.test(word) && !SMALL.test(word));
  return (
    !/,$|^(?:for|pour)\s/iu.test(text) &&
    // "Ann & Bo"
    (isPair(text) || !/^\S+\s(?:&|and|et)\s\S+$/.test(text)) &&
    (isWrittenAsName(text) ||
      /^(?:Les?|La|Aux?|L['’])/u.test(text) ||
      (small.length === 1 && !/\s(?:the|of|and|for)\s/.test(text)))
  );
}

/** "Hall Rentals", "Mise en page", "Direction": the core, the last word in English and the first in French, is a field of work. */
export function isFieldOfWork(text: string): boolean {
  const words = text.split(/[^\p{L}-]+/u).filter((word) => word && !SMALL.test(word));
  const heads = [words[0], words.at(-1)].map((word = '') => FIELDS_OF_WORK.has(fold(word)));
  return (
    /^\p{Lu}[^\d():@]*$/u.test(text) &&
    words.length <= MAX_PLACED_WORDS &&
    words.every((word) => /^\p{Ll}/u.test(word) || isCommonWord(word) || FIELDS_OF_WORK.has(fold(word))) &&
    heads.some(Boolean)
  );
}

function kindOf(text: string, host: string): Kind | undefined {
  if (isGoverning(text) || text.includes(':')) return undefined;
  if (/^minist(?:ère|ry)\s/iu.test(text)) return 'employer';
  if (/^(?:department of|département d(?:e|u|es)|secrétariat)\s/iu.test(text)) return 'part';
  if (/^(?:Les|Le|La)\s\p{Lu}|^L['’]\p{Lu}/u.test(text) && isShapedAsOrganisation(text)) return 'employer';
  // "Canon to the Ordinary"
  if (isFieldOfWork(text) || /^\p{Lu}.*\sto the\s\p{Lu}/u.test(text))
    return isTitle(text) ? undefined : 'work';
  if (isDepartment(text)) return 'part';
  if (!isShapedAsOrganisation(text) || !isName(text)) return undefined;
  if (hasOwnWord(text)) return LONG_ENOUGH.test(text) ? 'employer' : undefined;
  return text.includes(' ') && isShortPhrase(text, host) ? 'either' : undefined;
}

/** "Recreation, Cape Freels": a part and its whole. */
function partsOf(piece: string, host: string): string[] {
  const parts = piece.split(/,\s+/);
  const [first, ...others] = parts.map((part) => kindOf(part, host));
  const isPart = first === 'work' || first === 'part';
  return isPart && others.every((kind) => kind === 'employer') ? parts : [piece];
}

/** "HALTON HIKERS" at the very top, apart from the name below it. */
const isLetterhead = ({ text, index }: WordLine, person: Candidate, host: string): boolean =>
  index === 0 &&
  (organisationStrength(text, host) >= 2 ||
    (isShouted(text) &&
      text.includes(' ') &&
      !isShouted(person.name.last) &&
      kindOf(text, host) === 'employer'));

/** The pieces around a name, in reading order: from its own line down, then those of the line right above it. */
function piecesAround(words: readonly WordLine[], person: Candidate, host: string): Piece[] {
  const own = words.find(({ index }) => index === person.line);
  const below = words.filter(({ index }) => index > person.line && index - person.line <= MAX_BELOW_NAME);
  const isNear = (own?.rise ?? 0) >= (below[0]?.rise ?? 0);
  const above = words.filter(
    (line) => line.index === person.line - 1 && (isNear || isLetterhead(line, person, host)),
  );
  const lines = [
    { text: person.rest(), below: 0 },
    ...[...below, ...above].map(({ text, index }) => ({ text, below: index - person.line })),
  ];
  return lines.flatMap((line) => {
    if (line.text.length > MAX_PIECE_LINE) return [];
    const texts = rolePieces(roleClause(line.text), host)
      .map((piece) => piece.replace(PRONOUNS, ' ').replace(/\s+/g, ' ').trim())
      .filter((piece) => piece !== '' && !isNameOf(person, piece))
      .flatMap((piece) => partsOf(piece, host));
    // "MEMBERS – CONTACTS" heads a page.
    if (line.below < 0 && texts.length > 1) return [];
    return texts.map((text) => ({ text, below: line.below, kind: kindOf(text, host) }));
  });
}

/** The pieces around a title: those behind it, those before it, then the one above the name. @param said what is no employer */
function aroundTitle(pieces: readonly Piece[], title: string, said: string): Piece[] {
  const at = pieces.findIndex(({ text }) => text.includes(title));
  if (at < 0) return [];
  const line = pieces[at]?.below ?? 0;
  const isNear = ({ below }: Piece): boolean => below >= 0 && below - line <= MAX_BELOW_TITLE;
  return [
    ...pieces.slice(at + 1).filter(isNear),
    ...pieces.slice(0, at),
    ...pieces.filter(({ below, kind }) => below < 0 && kind === 'employer'),
  ].filter(({ text }) => !said.includes(text) && !text.includes(title));
}

/** The employer among them: what is called so first, and a part of one last. */
function employerOf(pieces: readonly Piece[]): string | undefined {
  const isEnough = ({ kind, text }: Piece): boolean =>
    kind === 'part' && (wordCount(text) > 2 || hasOwnWord(text));
  const found =
    pieces.find(({ kind }) => kind === 'employer') ??
    pieces.find(({ kind }) => kind === 'either') ??
    pieces.find(isEnough);
  return found?.text;
}

/** What somebody does, beside the name or within a line of it, where the employer is known. */
function workAround(
  pieces: readonly Piece[],
  company: string,
  person: Candidate,
  host: string,
): string | undefined {
  const parts = pieces.flatMap((piece) => piece.text.split(/,\s+/).map((text) => ({ ...piece, text })));
  const [first, second] = parts;
  // "Mai" beside "Xuân Mai Roe" is how she is called.
  const isCalled = first !== undefined && slug(person.name.first).includes(slug(first.text));
  if (
    first &&
    !isCalled &&
    first.below <= 1 &&
    second?.text === company &&
    isInPlaceOfTitle(first.text, host)
  )
    return first.text;
  const line = pieces.find(({ text }) => text.includes(company))?.below ?? Number.NaN;
  return pieces.find(
    ({ kind, text, below }) =>
      !text.includes(company) && Math.abs(below - line) <= 1 && below < 3 && kind === 'work',
  )?.text;
}

/** Both, where no word says either: a line for each, in the order that their words speak for. */
function bothAround(pieces: readonly Piece[]): Role {
  const [first, second] = pieces.filter(({ kind, below }) => kind && below >= 0 && below <= MAX_BELOW_TITLE);
  const above = pieces.find(({ kind, below }) => kind === 'employer' && below < 0);
  if (!first) return {};
  if (above && first.kind !== 'employer' && first.kind !== 'part')
    return { title: first.text, company: above.text };
  if (!second) return first.kind === 'employer' && first.text.includes(' ') ? { company: first.text } : {};
  if (first.kind === 'employer' && second.kind === 'work') return { title: second.text, company: first.text };
  if (
    first.kind !== 'employer' &&
    first.kind !== 'part' &&
    ['employer', 'either'].includes(second.kind ?? '')
  )
    return { title: first.text, company: second.text };
  return {};
}

/** Fills what the words around a name did not say, where only one thing can stand. */
export function fromBlock(words: readonly WordLine[], person: Candidate, role: Role, host: string): Role {
  const pieces = piecesAround(words, person, host);
  const { title, company, placed } = role;
  if (title && placed?.whole) {
    const others = aroundTitle(pieces, title, placed.whole);
    const other = employerOf(others.filter(({ kind }) => kind === 'employer' || !hasOwnWord(company ?? '')));
    return other ? { title: placed.whole, company: other } : {};
  }
  if (title && !company) {
    const found = employerOf(aroundTitle(pieces, title, title));
    return found ? { company: found } : {};
  }
  if (company && !title) {
    const found = workAround(pieces, company, person, host);
    return found ? { title: found } : {};
  }
  return title ? {} : bothAround(pieces);
}
