/** Finds the name in a row whose columns have lost the blanks between them: where it ends or starts, other words tell. */
import { nameMatch, sharesWord } from '../names/name-match.ts';
import { isCommonWord, isHonorific, isParticle } from '../names/name-words.ts';
import { type PersonName, parseName } from '../names/names.ts';
import { isTitle, isTitleModifier, isTitleWord } from '../names/titles.ts';
import { isPerhapsOrganisation } from '../organisations/by-position.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { fold, slug } from '../text/clean-text.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';

/** A name of two words and two more: names of three words are common. */
const MIN_ROW_WORDS = 4;
const MAX_ROW_WORDS = 12;

const isRowLong = ({ length }: readonly string[]): boolean =>
  length >= MIN_ROW_WORDS && length <= MAX_ROW_WORDS;

/** "Agent de territoire Conseil du Nord": a title and an employer that have lost the columns between them. */
function splitColumns(rest: string): string {
  const words = rest.split(' ');
  for (let count = 1; count < words.length; count += 1) {
    const [title, company] = [words.slice(0, count).join(' '), words.slice(count).join(' ')];
    if (/^\p{Lu}/u.test(company) && isTitle(title) && isOrganisation(company)) return `${title} | ${company}`;
  }
  return rest;
}

/** "3 Ann Roe Elm Weavers Guild" before ann.roe@: the address spells where the name ends, the rest has lost its columns. */
export function endBySpelling(row: string, local: string): { name: PersonName; rest: string } | null {
  const text = row.replace(/^\d{1,3}\s(?=\p{Lu})/u, '');
  const words = text.split(' ');
  if (!isRowLong(words) || /[;:|()]/.test(text)) return null;
  for (let count = 2; count <= words.length - 2; count += 1) {
    const [head, rest] = [words.slice(0, count).join(' '), words.slice(count).join(' ')];
    if (head.includes(',') || /^[|·•/–—-]/.test(rest)) return null;
    const last = words[count - 1] ?? '';
    const name = !isParticle(last) && slug(local).includes(slug(last)) ? parseName(head, local) : null;
    if (!name?.first || nameMatch(name.first, name.last, local) < 3) continue;
    // "Elm Ridge Agricultural Society" before elmridgeag@
    const behind = slug(local).slice(slug(head).length);
    if (behind && slug(local).startsWith(slug(head)) && slug(rest).startsWith(behind)) return null;
    return sharesWord(rest, slug(local)) || !(isPerhapsOrganisation(rest) || isTitle(rest))
      ? null
      : { name, rest: splitColumns(rest) };
  }
  return null;
}

const ASKING = /^(?:contact|e-?mail|call|write|ask|reach|meet|contactez|écrivez|appelez|joignez)$/iu;

/** "Retail Song Roe, Corner Store" before song.roe@: the address spells where the name starts behind a lost column. */
export function startBySpelling(text: string, local: string): { name: PersonName; rest: string } | null {
  const [, head = '', rest = ''] = /^([^,|(]+)(.*)$/u.exec(text) ?? [];
  const [front = '', ...words] = head.trim().split(' ');
  const isLooked =
    words.length === 2 &&
    local !== '' &&
    !COMMON_GIVEN_NAMES.has(fold(front)) &&
    !isHonorific(front) &&
    !isTitleWord(front);
  const name = isLooked ? parseName(words.join(' '), local) : null;
  const isSpelled =
    name !== null &&
    slug(local).startsWith(slug(name.first).charAt(0)) &&
    nameMatch(name.first, name.last, local) === 3 &&
    nameMatch(front, name.last, local) < 3;
  return isSpelled && name
    ? {
        name,
        rest: [ASKING.test(front) ? '' : front, rest.replace(/^,\s*/, '')].filter(Boolean).join(' | '),
      }
    : null;
}

/** "Ann Roe de Radio-Orme" before aroe@: behind the name that the address spells stands whom she works for. */
export function endByParticle(text: string, local: string): { name: PersonName; rest: string } | null {
  const [, head = '', rest = ''] =
    /^(\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+) (?:d(?:e|u|es)|of|from) (\p{Lu}[^,;:|()]{2,60})$/u.exec(text) ??
    [];
  const name = head ? parseName(head, local) : null;
  const isWhole =
    name !== null && nameMatch(name.first, name.last, local) === 3 && !sharesWord(rest, slug(local));
  return isWhole && isPerhapsOrganisation(rest) ? { name, rest } : null;
}

/** "Parkland Wes Roe Dauphin" before wes.roe@: the address spells a name between two other columns. */
export function insideBySpelling(row: string, local: string): { name: PersonName; rest: string } | null {
  const words = row.split(' ');
  const isSentence = words.some((word) => /^\p{Ll}{3}/u.test(word)) || !/^\p{Lu}/u.test(row);
  if (!isRowLong(words) || isSentence || /[,;:|()/–—]/.test(row)) return null;
  for (let start = 1; start < words.length - 2; start += 1) {
    const [first = '', last = ''] = words.slice(start, start + 2);
    const front = words.slice(0, start);
    const isSpelled = [`${first}.${last}`, first + last, `${first.charAt(0)}.${last}`, first.charAt(0) + last]
      .map((spelling) => spelling.toLowerCase())
      .includes(local.toLowerCase());
    const isPart = front.some(
      (word) => COMMON_GIVEN_NAMES.has(fold(word)) || isHonorific(word) || isTitleWord(word),
    );
    const name = isSpelled && !isPart ? parseName(`${first} ${last}`, local) : null;
    if (name?.last) return { name, rest: [front.join(' '), words.slice(start + 2).join(' ')].join(' | ') };
  }
  return null;
}

/** "Ville de l’Orme Ibrahima Roe" in a row: behind a whole employer stands who answers for it. */
export function behindEmployer(row: string): { name: PersonName; rest: string } | null {
  const words = row.split(' ');
  if (!isRowLong(words) || /[,;:|()/–—]|\d/.test(row)) return null;
  for (const count of [2, 3]) {
    const [front, tail] = [words.slice(0, -count).join(' '), words.slice(-count)];
    const isWhole = front.includes(' ') && !/\s(?:of|for|the|and|et|de|du|des|la|les?|&)$/i.test(front);
    const name = isWhole ? parseName(tail.join(' ')) : null;
    if (name?.clean && name.last && isOrganisation(front)) return { name, rest: front };
  }
  return null;
}

const MAX_NAME_WORDS = 4;
const MAX_GIVEN_WORDS = 2;

/** Titles that no family is called; many are called "Dean" and "Page". */
const NO_FAMILY =
  /^(?:president|présidente?|secretary|secrétaire|treasurer|trésori(?:er|ère)|director|direct(?:eur|rice)|manager|coordinator|coordonnat(?:eur|rice)|technician|technicien(?:ne)?|chairperson|administrator|supervisor)$/i;

/** "Bo Roe Program Manager", "Roe, Bo Taxpayer": common words, behind a name in its usual order a title, say where it ends. */
export function endByTitle(text: string, local: string): { name: PersonName; rest: string } | null {
  const [, family = '', row = ''] = /^(?:(\p{Lu}[^,|]{1,30}), )?([^,|;:()/–—]+)$/u.exec(text) ?? [];
  const words = row.trim().split(' ');
  if (words.length > MAX_ROW_WORDS) return null;
  const isOfTitle = (word: string): boolean =>
    isCommonWord(word) || isTitleModifier(word) || NO_FAMILY.test(word) || /^(?:\p{Ll}{1,3}|&)$/u.test(word);
  const [first, last] = family ? [1, MAX_GIVEN_WORDS] : [2, MAX_NAME_WORDS];
  for (let count = first; count < words.length && count <= last; count += 1) {
    const [front, behind] = [words.slice(0, count), words.slice(count)];
    if (!behind.every(isOfTitle) || !(family || isTitle(behind.join(' ')))) continue;
    const name = parseName(family ? `${family}, ${front.join(' ')}` : front.join(' '), local);
    return name?.last && name.clean ? { name, rest: behind.join(' ') } : null;
  }
  return null;
}
