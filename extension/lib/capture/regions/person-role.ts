/** Reads title and employer from the lines around a name. */
import { provinceCode } from '../details/provinces.ts';
import { labelKind, splitLabel } from '../lines/labels.ts';
import { isCommonWord } from '../names/name-words.ts';
import { isProfession, isTitle, isTitleOfSeveral } from '../names/titles.ts';
import { isSaidOfMany, isShapedAsOrganisation } from '../organisations/by-position.ts';
import { startSpellsDomain } from '../organisations/domains.ts';
import { isDepartment, isWrittenAsName, organisationStrength } from '../organisations/organisations.ts';
import { type Role, SINCE, splitRole } from '../organisations/roles.ts';
import { fold, slug } from '../text/clean-text.ts';
import { DEPARTMENT_WORDS } from '../words/organisation-words.ts';
import { isFieldOfWork, isShortPhrase } from './block.ts';
import type { Candidate } from './candidates.ts';
import { rolePieces, SEGMENT, SLASH } from './pieces.ts';
import { roleAfter, roleClause } from './prose-role.ts';
import type { WordLine } from './region-facts.ts';
import { aroundName, forWhom, isOfAnother, isToldOf } from './role-lines.ts';

const PHRASE_END =
  /[,.;:()«»“”"]\s*|\s(?:de la|du|de l['’]|at|of|for|with|à la|au|chez|from|by|the|and|et|à)\s/;
const ARTICLE = /^(?:the|la|le|les)\s|^l['’]/u;
/** "Bay Arts Festival" in "Bay Arts Festival gratefully acknowledges …". */
const CAPITALISED =
  /\p{Lu}[\p{L}\p{M}'’&-]*(?:\s(?:(?:of|for|and|the|de|du|des|la|le|les|et|&|aux?|à|en)\s){0,2}(?:[dl]['’])?\p{Lu}[\p{L}\p{M}'’&-]*){1,9}/gu;

const wordCount = (text: string): number => text.split(' ').length;

/** With the lines on which title and employer were found. */
export interface PlacedRole extends Role {
  titleLine?: number;
  companyLine?: number;
}

/** At the end of a signature stands the government, below the part of it where somebody works. */
const WHOLE_GOVERNMENT = /^(?:government of canada|gouvernement du (?:canada|québec))$/iu;

/** “We are proud,” said Ann Roe, director of Elm Trust: in another line that names the person, what follows the name. */
function roleInSentence(text: string, person: Candidate | undefined): string {
  const called = person?.name.last ? `${person.name.first} ${person.name.last}` : '';
  const at = called === '' ? -1 : text.indexOf(called);
  return (at >= 0 ? roleAfter(text, at + called.length) : '') || roleClause(text);
}

/** What a label announces is no title. */
const HEADERS: ReadonlySet<string> = new Set(['other', 'note', 'phone', 'email']);

/** "Please write to the" over "author.": the end of a sentence that was broken. */
const BROKEN = /\s(?:the|an?|of|to|our|la|les?|de|du|des|une?|notre)$/u;

const endsSentence = (words: readonly WordLine[], line: number): boolean =>
  /^\p{Ll}.*\.$/u.test(words.find(({ index }) => index === line)?.text ?? '') &&
  BROKEN.test(words.find(({ index }) => index === line - 1)?.text ?? '');

/** Title and employer, from near the name to far from it. */
export function findRole(
  words: readonly WordLine[],
  person: Candidate | undefined,
  host: string,
  at: number,
): PlacedRole {
  const ordered = person ? aroundName(words, person, at) : words;
  const role: PlacedRole = {};
  let strength = 0;
  for (const [index, { text: written, index: line }] of ordered.entries()) {
    const label = splitLabel(written);
    const own = label?.kind === 'contact' ? label.value : written;
    const text = forWhom(line === person?.line ? roleClause(own) : roleInSentence(own, person), host);
    const isOthers = isToldOf(person, own) || (line > at && isOfAnother(person, own));
    if (/[:：]$/.test(text) || isOthers || endsSentence(words, line)) continue;
    for (const piece of rolePieces(text, host)) {
      // "Envoyé" behind the sender, where the header of a message was written on one line
      if (wordCount(piece) > 22 || HEADERS.has(labelKind(piece) ?? '')) continue;
      const found = splitRole(piece, host);
      const isBetter =
        !role.title || (index === 1 && isProfession(role.title) && !isProfession(found.title ?? ''));
      if (found.placed && !role.company) role.placed = isBetter ? found.placed : {};
      if (found.title && isBetter && !isTitleOfSeveral(found.title))
        Object.assign(role, { title: found.title, titleLine: line });
      const rate = WHOLE_GOVERNMENT.test(found.company ?? '')
        ? 0.6
        : found.company
          ? Math.max(found.placed ? 0.5 : 1, organisationStrength(found.company, host))
          : 0;
      if (rate > strength && !found.placed) {
        if (role.placed?.whole && found.title !== role.title) role.title = role.placed.whole;
        delete role.placed;
      }
      if (rate > strength) {
        Object.assign(role, { company: found.company, companyLine: line });
        strength = rate;
      }
    }
  }
  const said = titleBeside(role, ordered, host);
  if (said) Object.assign(role, { title: said, titleLine: role.companyLine });
  if (person && strength < 1) Object.assign(role, partOfGovernment(words, person, host));
  if (!role.company) delete role.placed;
  return role;
}

/** Behind a headline of slogans ("Storyteller | Gardener | Mentor"), the title on the line of the employer is the one that counts. */
function titleBeside(
  { titleLine, companyLine }: PlacedRole,
  lines: readonly { text: string; index: number }[],
  host: string,
): string | undefined {
  const textAt = (line: number | undefined): string => lines.find(({ index }) => index === line)?.text ?? '';
  const isHeadline = titleLine !== companyLine && textAt(titleLine).split(/\s\|\s/).length > 2;
  const pieces = isHeadline ? rolePieces(textAt(companyLine), host) : [];
  return pieces.length > 1 ? pieces.find((piece) => isTitle(piece)) : undefined;
}

/** "Federal Crown Counsel Office" above "Government of Canada": the part of it where somebody works. */
function partOfGovernment(words: readonly WordLine[], person: Candidate, host: string): PlacedRole {
  const all = words.flatMap(({ text, index }) =>
    rolePieces(text, host).map((piece) => ({ piece: piece.trim(), index })),
  );
  const whole = all.find(({ piece }) => WHOLE_GOVERNMENT.test(piece));
  const parts = all.filter(
    ({ piece, index }) =>
      whole &&
      index < whole.index &&
      index > person.line &&
      isDepartment(piece) &&
      piece.split(' ').length > 2,
  );
  const nearest = parts.at(-1);
  const first = parts.find(({ index }) => index === nearest?.index);
  return first ? { company: first.piece, companyLine: first.index } : {};
}

/** "Ann Roe, professionnelle de recherche": what follows a name in small letters says what somebody does. */
const APPOSED = /^\p{Ll}[\p{Ll}-]{3,}(?:\s\p{Ll}{4,})?\s(?:de|du|des|of|for|en|à|aux?)\s[\p{L}'’ -]{3,40}$/u;

/** "Denise Roe, Recreation": in the place of a title stands the person's field of work. */
export function departmentBeside(person: Candidate, company = ''): string | undefined {
  const [piece = ''] = person.rest().split(SEGMENT).filter(Boolean);
  const words = piece.trim().split(' ');
  if (APPOSED.test(piece.trim())) return piece.trim();
  const isOne =
    words.length <= 4 &&
    /^\p{Lu}.*\p{Ll}/u.test(piece.trim()) &&
    !/[\d@:?!\uE000]/.test(piece) &&
    piece.trim() !== company &&
    labelKind(piece) !== 'other' &&
    (isFieldOfWork(piece.trim()) ||
      DEPARTMENT_WORDS.has(fold(words[0] ?? '')) ||
      words.every((word) => isCommonWord(word) || /^(?:&|and|et|de|des|du)$/.test(word)));
  return isOne ? piece.trim() : undefined;
}

/** The line below a name that gives the field of work: "Circulation". */
export function functionBelow(words: readonly WordLine[], person: Candidate): string | undefined {
  const below = words.find((word) => word.index === person.line + 1);
  const [text = ''] = below?.text.split(SLASH) ?? [];
  return isFieldOfWork(text) ? text : undefined;
}

/** The same of the head of a letter, far above its signature: only what some word says to be an organisation. */
export function companyAbove(words: readonly WordLine[], host: string): string | undefined {
  const named = companyInSentences(words, host);
  return named && organisationStrength(named, '') >= 2 ? named : undefined;
}

/** An organisation that a sentence names, if the host of the address spells it. */
export function companyInSentences(words: readonly WordLine[], host: string, title = ''): string | undefined {
  const parts = words
    .flatMap((word) => word.text.split(SEGMENT))
    .flatMap((text) => [...text.split(PHRASE_END), ...(text.match(CAPITALISED) ?? [])])
    .map((part) =>
      part
        .replace(ARTICLE, '')
        .replace(SINCE, '')
        .replace(/\s(?:and|et)\s(?:I|We|They)$/, '')
        .trim(),
    )
    .filter((part) => /^\p{Lu}/u.test(part) && part.length < 100);
  return parts.find(
    (part) =>
      !title.includes(part) &&
      organisationStrength(part, host) === 3 &&
      isWrittenAsName(part) &&
      (startSpellsDomain(part, host) || words.some(({ text }) => text.includes(`(${part})`))),
  );
}

/** How many lines the others of a list have what: the name below the address, the rest below the name (above, if negative). */
export interface Places {
  name?: number;
  title?: number;
  company?: number;
}

/** The words on the line at that distance from the name or the address; on the line with the name, the pieces after it. */
function wordsAt(
  words: readonly WordLine[],
  anchor: number,
  place: number | undefined,
  person: Candidate | undefined,
): string[] {
  if (place === undefined) return [];
  if (person?.line === anchor + place) return person.rest().split(SEGMENT).filter(Boolean);
  return words.filter((word) => place !== 0 && word.index === anchor + place).map(({ text }) => text);
}

/** Fills missing values from the place where the others of the list have them. */
export function fromPlaces(
  words: readonly WordLine[],
  anchor: number,
  places: Places,
  person: Candidate | undefined,
  host: string,
): Role {
  const [title = ''] = wordsAt(words, anchor, places.title, person);
  const company = wordsAt(words, anchor, places.company, person)
    // "Elm Outfitting, Fort Nelson"
    .flatMap((text) => text.split(/,\s/).filter(Boolean).slice(0, 1))
    .find((text) => isShapedAsOrganisation(text) && (person !== undefined || isWrittenAsName(text)));
  // Where the others of a list have a title, "Youth Ministry" says what somebody is.
  // "Glassblower", where the others have what they do
  const isWord =
    places.title !== 0 &&
    /^\p{Lu}\p{Ll}{4,}(?:-\p{Ll}+)?$/u.test(title) &&
    provinceCode(title) === undefined &&
    !isSaidOfMany(title) &&
    !slug(title).startsWith(slug(person?.name.first ?? '').slice(0, 3) || '-');
  return {
    ...(isShortPhrase(title, host) || isWord ? { title } : {}),
    ...(company ? { company } : {}),
  };
}
