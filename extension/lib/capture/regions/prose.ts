/** Finds the person whom a sentence names beside an address: "write to Yolanda Roe, intake manager at Elm Shelter, at …". */

import { nameMatch, ownPart } from '../names/name-match.ts';
import { isCommonWord, isHonorific } from '../names/name-words.ts';
import { type PersonName, parseName } from '../names/names.ts';
import { isTitleModifier, isTitleWord } from '../names/titles.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { fold, slug } from '../text/clean-text.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';
import { HEADING_WORDS } from '../words/not-names.ts';
import { DEPARTMENT_WORDS, ORGANISATION_WORDS } from '../words/organisation-words.ts';
import { PARTICLES } from '../words/people.ts';
import { isTitleInFront } from './leading-name.ts';
import { roleAfter, roleBefore } from './prose-role.ts';

export interface ProseName {
  name: PersonName;
  /** What is said about the person, title and employer mixed; only worked out for the one who is chosen. */
  role: () => string;
  score: number;
}

interface Run {
  words: string[];
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{M}'’.-]+/gu;
/** "Email Editor Ann Roe": what the sentence asks for is no part of the title. */
const IMPERATIVE =
  /^(?:e-?mail|contact|call|text|phone|ask|write|reach|visit|see|meet|message|contactez|écrivez|appelez|joignez|demandez)$/iu;
const MAX_DISTANCE = 160;
/** "Manager of By-law Enforcement": what somebody manages. */
const OF_FIELD =
  /(?<!\p{L})(?:manager|director|head|chief|supervisor|coordinator|superintendent|officer) of (?:the )?$/iu;
/** "MLA for Oak River", "Mayor of Maple Ridge": whom somebody is elected by. */
const OF_PLACE =
  /(?<!\p{L})(?:MLA|MP|MPP|MHA|MNA|members?|(?:deputy )?mayor|reeve|warden|ward|councillor|riding|députée?|mair(?:e|esse)|conseill(?:er|ère)|circonscription|quartier)\s(?:for|of|de|du|des|d['’])\s?$/iu;
/** "3rd Elm Scouts" */
const ORDINAL = /\d(?:st|nd|rd|th|e)\s$/;
const NO_PERSON_BEHIND = [OF_PLACE, OF_FIELD, ORDINAL];
/** "Ann Roe is the publisher. She can be reached at …" goes on about the same person. */
const PRONOUN_SUBJECT = /[.!?]\s+(?:She|He|They|Elle|Il)(?=\s)/gu;

/** Runs of capitalised words, particles and honorifics between, that punctuation does not interrupt. */
function capitalRuns(text: string): Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  for (const match of text.matchAll(WORD)) {
    const word = match[0].replace(/(?<=\p{L}{3})\.+$|['’-]+$/gu, '');
    const gap = run ? text.slice(run.end, match.index) : '';
    const joins = run !== null && /^ {1,2}$/.test(gap);
    const isContraction =
      /^(?:I|You|We|They|It|That|Here|There|What|He|She|Let)['’](?:m|s|ve|re|ll|d)$/iu.test(word) ||
      /^(?:I|You|We|They|He|She|Ils?|Elles?|Nous|Vous)$/.test(word);
    const capital = !isContraction && /^(?:[dDlL]['’]|(?:al|el|ul|ad|as|ar|an)-)?\p{Lu}/u.test(word);
    const particle = joins && PARTICLES.has(fold(word));
    if (!capital && !particle) {
      run = null;
      continue;
    }
    const end = match.index + word.length;
    if (run && joins) {
      run.words.push(word);
      run.end = end;
    } else {
      run = { words: [word], start: match.index, end };
      runs.push(run);
    }
    if (match[0].length > word.length) run = null;
  }
  return runs;
}

interface Cut {
  name: PersonName;
  front: string;
  start: number;
  end: number;
}

/** The longest name at the end of a run; title words in front of it are handed back. */
function nameInRun(run: Run, local: string): Cut | null {
  if (run.words.some((word) => /^(?:et|and)$/i.test(word))) return null;
  // "auprès d'Aline Roe"
  const [first = ''] = run.words;
  const bare = first.replace(/^[dl]['’](?=\p{Lu})/u, '');
  if (bare !== first && COMMON_GIVEN_NAMES.has(fold(bare)))
    return nameInRun({ ...run, words: [bare, ...run.words.slice(1)] }, local);
  // "Lamine Roe de Logis Jeunes" before lamine.roe@
  const particle = run.words.findIndex((word, index) => index > 1 && /^(?:d[eu]|des)$/i.test(word));
  const head = particle > 0 ? run.words.slice(0, particle).join(' ') : '';
  const spelled = head ? parseName(head, local) : null;
  if (spelled && nameMatch(spelled.first, spelled.last, local) === 3)
    return { name: spelled, front: '', start: run.start, end: run.start + head.length };
  const isAsked = run.words.length > 1 && IMPERATIVE.test(run.words[0] ?? '');
  const words = isAsked ? run.words.slice(1) : [...run.words];
  let end = run.end;
  // "Rosa de Vos" before rosa.devos@: what the address ends with is a name, whatever it means.
  const mailbox = slug(ownPart(local));
  const isSpelled = (word: string): boolean => slug(word).length > 2 && mailbox.endsWith(slug(word));
  while (
    words.length > 1 &&
    !isSpelled(words.at(-1) ?? '') &&
    (PARTICLES.has(fold(words.at(-1) ?? '')) || isCommonWord(words.at(-1) ?? ''))
  ) {
    const last = words.pop() ?? '';
    // "De Souza Family" are several.
    if (/^(?:family|famille)$/i.test(last)) return null;
    // "Hay River Branch" is a place, whoever Hay River might be.
    if (HEADING_WORDS.has(fold(last)) || ORGANISATION_WORDS.has(fold(last))) return null;
    if (DEPARTMENT_WORDS.has(fold(last)) && !/^(?:office|bureau|local|poste)$/i.test(last)) return null;
    end -= last.length + 1;
  }
  const front = words.length > 2 && isTitleInFront(words[0] ?? '', local) ? 1 : 0;
  for (let at = Math.max(front, words.length - 5); at < words.length; at += 1) {
    if (/^(?:the|les)$/i.test(words[at - 1] ?? '')) continue;
    const name = parseName(words.slice(at).join(' '), local);
    if (!name || (!name.last && !name.marked)) continue;
    if (isOrganisation(words.slice(at).join(' ')) || HEADING_WORDS.has(fold(words[at - 1] ?? ''))) continue;
    const front = words.slice(0, at).filter((word) => !isHonorific(word));
    const titled =
      front.some(isTitleWord) &&
      front.every(
        (word) => isTitleWord(word) || isTitleModifier(word) || isCommonWord(word) || /^\p{Lu}/u.test(word),
      );
    const from = front.findIndex((word) => !IMPERATIVE.test(word));
    return {
      name,
      front: titled ? front.slice(from).join(' ') : '',
      start: end - words.slice(at).join(' ').length,
      end,
    };
  }
  return null;
}

/**
 * Everyone a sentence names, with how likely each is the owner of the address.
 * @param text has U+E000 where the address stood
 */
export function findProseNames(text: string, local: string): ProseName[] {
  const at = text.indexOf('\uE000');
  return capitalRuns(text).flatMap((run): ProseName[] => {
    const cut = nameInRun(run, local);
    if (!cut || NO_PERSON_BEHIND.some((before) => before.test(text.slice(0, cut.start)))) return [];
    const match = nameMatch(cut.name.first, cut.name.last, local);
    const distance = at < 0 ? MAX_DISTANCE : cut.end <= at ? at - cut.end : cut.start - at + 40;
    const between = at < 0 || cut.end > at ? '' : text.slice(cut.end, at).replace(PRONOUN_SUBJECT, ', who');
    const sameSentence = at >= 0 && cut.end <= at && !/[.!?]["”»]?\s+\p{Lu}/u.test(between);
    if (match === 0 && (!sameSentence || distance > MAX_DISTANCE)) return [];
    const score = match * 3 + (cut.name.marked ? 1 : 0) + (sameSentence ? 1 : 0) - distance / 80;
    return [
      {
        name: cut.name,
        role: () => cut.front || roleAfter(text, cut.end) || roleBefore(text, cut.start),
        score,
      },
    ];
  });
}
