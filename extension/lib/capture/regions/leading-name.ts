/** Finds a name at the start (or the end) of a line that says more: "Name, Title", "Name (Org) –", "Contact: Name", "Title Name". */

import { splitLabel } from '../lines/labels.ts';
import { nameMatch } from '../names/name-match.ts';
import {
  isCommonWord,
  isCredentials,
  isHonorific,
  isParticle,
  isUnknownPostNominal,
  startsAsGiven,
} from '../names/name-words.ts';
import { type PersonName, parseName, parseSaidName } from '../names/names.ts';
import { areTitlesOfOne, isNothingButTitle, isTitle, isTitleModifier, isTitleWord } from '../names/titles.ts';
import { isOfMeeting } from '../organisations/by-position.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { fold, slug } from '../text/clean-text.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';
import { PRONOUNS } from '../words/people.ts';
import {
  endByParticle,
  endBySpelling,
  endByTitle,
  insideBySpelling,
  startBySpelling,
} from './lost-columns.ts';
import { joinPieces, linePieces, SEPARATORS } from './pieces.ts';

export interface LeadingName {
  name: PersonName;
  /** What the line says besides. */
  rest: string;
  /** A label announced a person. */
  labelled: boolean;
  /** The name is all or the start of the line. */
  whole: boolean;
}

/** "Hi, I'm Ann Lee!" */
const INTRODUCTION =
  /^(?:(?:hi|hello|hey|bonjour|salut)\s?[,!.]?\s+)?(?:I['’]m|I am|my name is|je m['’]appelle|je suis|moi,? c['’]est)\s+(?=\p{Lu})/iu;
const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|bonjour|bonsoir|salut|allo|allô|cher|chère|chers|chères|thanks|thank you|merci|cheers|regards|best|sincerely|cordialement|amicalement|kwe|tansi|aanii|boozhoo)(?![\p{L}-])/iu;
const BY =
  /^(?:(?:please )?(?:contact|call|e-?mail)|(?:(?:minutes|report|notes|procès-verbal|rapport) )?(?:prepared|submitted|recorded|taken|préparée?|rédigée?|soumise?|rapportée?) (?:by|par)|contactez|c['’]est|c\/o|a\/s(?: de)?|by|par|from|propos recueillis par|with|avec|written by|écrit par|texte|story by|posted by|publié par|words by|reported by|un texte de|signé)\s+(?=\p{Lu})/iu;
/** "Please write to our" before a title. */
const INVITATION =
  /^.{0,80}(?<!\p{L})(?:(?:write|speak|talk|reach out) to|contact|e-?mail|call|reach|ask|avec|(?:écrire|écrivez) à|joindre|contactez)\s+(?:(?:our|the|notre|la|le)\s|l['’])?/iu;
/** "Comments on the survey to consultant Ned Roe": what goes to somebody is no part of the title. */
const SENT_TO = /^\p{Lu}[^,]{3,60}\s(?:to|by|with|from|à|par|avec|de)\s(?=\p{Ll}{4,}$)/u;
/** Titles that are given names too: "Dean Roe" may be called Dean. */
const GIVEN_TITLES = /^(?:dean|hunter|guide|page|mason|carter|cooper|baker|miller|taylor|tyler|archer)$/i;
/** "Assistant: Kim Roe, kim@…" on the card of somebody else: one line that says everything about its own person. */
export const ASSISTANT =
  /^(?:(?:\p{L}+['’\s-]{1,2}){0,3}(?:assistante?|adjointe?|scheduler|aide|secr[ée]taire)(?:\s(?:to|de|du|d['’]|for|administrative|constituency|ex[ée]cutive?|\/)[^:]{0,40})?)\s?[:：]\s/iu;
/** "Posters: Ann Roe, student", "School visits: …" say for what somebody is listed, not where they work. */
const TOPIC = /^[\p{L}-]+(?:\s\p{Ll}[\p{L}'’-]*){0,3}\s?$/u;
/** "Minutes of the Annual Meeting Present: Ann Roe, Chair": so do longer ones of common words. */
const isTopicLabel = (label: string): boolean =>
  TOPIC.test(label) || label.split(' ').every((word) => word.length < 4 || isCommonWord(word));
const MAX_PIECES = 8;

const withoutCredentials = (text: string): string =>
  text
    .split(/\s*,\s*/)
    .filter((part) => part !== '' && !isCredentials(part) && !isUnknownPostNominal(part))
    .join(', ');

function fromPieces(text: string, local: string): { name: PersonName; rest: string } | null {
  const row = endBySpelling(text, local);
  if (row) return row;
  const bracket = /^([^()]{3,60}?)\s*\(([^()]{2,100})\)(.*)$/u.exec(text.replace(PRONOUNS, ' '));
  const before = bracket ? parseName(bracket[1] ?? '', local) : null;
  // "Ash FM (Ann Roe)" before ann@
  const inside = bracket ? parseName(bracket[2] ?? '', local) : null;
  const fitOf = (name: PersonName | null): number =>
    name?.last ? nameMatch(name.first, name.last, local) : 0;
  // "Sam (Stage Crew)" before sam.stage@
  const isCalled = before?.last === '' && slug(local).startsWith(slug(before.first));
  if (inside && bracket && !isCalled && fitOf(inside) >= 2 && fitOf(inside) > fitOf(before))
    return { name: inside, rest: bracket[1] ?? '' };
  // "Xiu Ying (Cindy) Roe", "Ann (Annie) de la Roe"
  const [, behind = ''] = bracket
    ? (/^ ((?:(?:d['’]|\p{Lu})[\p{L}'’-]+|\p{Ll}{1,3})(?: [\p{L}'’-]+){0,2})(?=$|,|\s[|–—(/·•-])/u.exec(
        bracket[3] ?? '',
      ) ?? [])
    : [];
  const around = behind ? parseName(`${bracket?.[1]} ${behind}`, local) : null;
  if (around && bracket && (nameMatch('', around.last, local) > 0 || before?.last === ''))
    return { name: around, rest: withoutCredentials((bracket[3] ?? '').slice(behind.length + 1)) };
  if (before && bracket) {
    // "Roe, Augustine (Gus)"
    const said = COMMON_GIVEN_NAMES.has(fold(bracket[2] ?? '')) ? '' : bracket[2];
    return { name: before, rest: [said, bracket[3]].filter(Boolean).join(' | ') };
  }
  const commas = text.split(/\s*,\s*/);
  const [family = '', given = ''] = commas;
  // "Roe-Abbott, Ann City of Elm": a row of a table whose lines are gone.
  const cells = given.replace(/\s*\|.*$/, '').split(' ');
  const isFamily = !family.includes(' ') || isParticle(family.split(' ')[0] ?? '');
  for (const count of commas.length > 1 && cells.length > 2 && isFamily ? [1, 2] : []) {
    const rest = [cells.slice(count).join(' '), ...commas.slice(2)].join(', ');
    const name = parseName(`${family}, ${cells.slice(0, count).join(' ')}`, local);
    const match = name ? nameMatch(name.first, name.last, local) : 0;
    if (name && (match === 3 || (match >= 1 && isOrganisation(rest)))) return { name, rest };
  }
  const whole = parseName(text, local);
  if (whole) return { name: whole, rest: '' };
  const [called = '', ...others] = given.split(SEPARATORS);
  // "Van Wyk, Pieter – Treasurer": a particle in front shows that family names stand first, and so may the address.
  const turned = others.length > 0 ? parseName(`${family}, ${called}`, local) : null;
  const isTurned = isParticle(family.split(' ')[0] ?? '') || slug(local) === slug(called.charAt(0) + family);
  if (turned && isTurned)
    return { name: turned, rest: text.slice(text.indexOf(called, family.length) + called.length) };
  for (let count = Math.min(commas.length, 6) - 1; count >= 1; count -= 1) {
    const head = commas.slice(0, count).join(', ');
    const name = parseName(head, local);
    if (name && (name.last || name.marked)) return { name, rest: commas.slice(count).join(', ') };
  }
  return null;
}

/** "Station Manager Doug Falconbridge", "Councillor Ann Lee": the title in front, the name behind. */
function afterTitle(text: string, local: string): { name: PersonName; rest: string } | null {
  const [head = '', ...tail] = text.split(/\s*,\s*/);
  const words = head.split(' ');
  if (words.length < 2 || words.length > 9 || words.some((word) => /^[^\p{L}&\d]+$|\d{3}/u.test(word)))
    return null;
  for (let at = Math.max(1, words.length - 4); at < words.length - 1; at += 1) {
    const front = words.slice(0, at);
    // "Deputy Mayor Roy Tran": the name starts behind the whole title.
    if (isTitleInFront(words[at] ?? '', local) && !slug(local).includes(slug(words[at] ?? ''))) continue;
    const name = parseName(words.slice(at).join(' '), local);
    const last = front.at(-1) ?? '';
    if (
      name?.first &&
      (isTitleInFront(last, '') || (isTitleModifier(last) && front.some(isTitleWord))) &&
      !isHonorific(last)
    ) {
      const title = front
        .join(' ')
        .replace(INVITATION, '')
        .replace(SENT_TO, '')
        .replace(/[:,]+$/, '');
      return { name, rest: [title, ...tail].join(', ') };
    }
  }
  return null;
}

/** Whether the first of several capitalised words is a title, and no given name that the address starts with. */
export function isTitleInFront(word: string, local: string): boolean {
  const given = GIVEN_TITLES.test(word) && slug(local) !== slug(word) && slug(local).startsWith(slug(word));
  return (isTitleWord(word) || (word.length > 6 && isTitleWord(word.replace(/s$/, '')))) && !given;
}

/** "Cheryl & Dave Olson", "Olson, Cheryl et Dave" share an address: the first of them has the family name too. */
function ofCouple(text: string, local: string): { name: PersonName; rest: string } | null {
  const turned = /^(\p{Lu}[^,]{1,40}), (\p{Lu}[\p{L}'’-]+) (?:[&+/]|and|et) \p{Lu}[\p{L}'’-]+$/u.exec(text);
  const listed = turned ? parseName(`${turned[1]}, ${turned[2]}`, local) : null;
  if (listed) return { name: listed, rest: '' };
  const [, given = '', others = ''] = /^(\p{Lu}[\p{L}'’-]+)\s(?:[&+/]|and|et)\s(\p{Lu}.*)$/u.exec(text) ?? [];
  const second = given && !isTitleWord(given) ? fromPieces(others, local) : null;
  const first = second?.name.last ? parseName(`${given} ${second.name.last}`, local) : null;
  return first && second ? { name: first, rest: second.rest } : null;
}

/** A title in front ("Mayor Eleanor Roe") is tried first, unless its word is what the address starts with ("dean.roe@"). */
function nameAndRest(text: string, local: string): { name: PersonName; rest: string } | null {
  const [first = '', second = '', third = ''] = text.split(/[\s,]+/);
  const titled =
    third !== '' &&
    /^\p{Lu}/u.test(second) &&
    (isTitleInFront(first, local) || (isTitleModifier(first) && isTitleInFront(second, local)));
  return (
    ofCouple(text, local) ??
    startBySpelling(text, local) ??
    endByParticle(text, local) ??
    endByTitle(text, local) ??
    (titled ? afterTitle(text, local) : null) ??
    insideBySpelling(text, local) ??
    fromPieces(text, local) ??
    afterTitle(text, local)
  );
}

/** "(Elmdale)": where somebody is from. */
const IN_PLACE = /\s\(\p{Lu}[\p{Ll}'’-]+\)$/u;

/** "Ann Blacksmith, 418-555-0104" behind a title and a colon: a common given name, whatever the other words mean. */
function saidName(value: string): { name: PersonName; rest: string } | null {
  const [said = '', ...rest] = value.replace(IN_PLACE, '').split(/\s*[,|]\s*|\s*\(\s*|\)/);
  const isSaid = /^\p{Lu}\S+ \p{Lu}\S+$/u.test(said) && startsAsGiven(said) && !isNothingButTitle(said);
  const name = isSaid ? parseSaidName(said) : null;
  return name?.last ? { name, rest: rest.filter(Boolean).join(', ') } : null;
}

/** "Président / Chair: Yvon Roe": a title announces who holds it. */
function afterTitleLabel(text: string, local: string): LeadingName | null {
  const [, written = '', value = ''] = /^([^:：@]{3,70}?)\s?[:：]\s+(.{3,})$/u.exec(text) ?? [];
  const versions = written.split(/\s+\/\s+/);
  if (!versions.every((version) => isTitle(version)) || splitLabel(text)?.kind === 'contact') return null;
  const found = nameAndRest(value, local) ?? saidName(value);
  const title = areTitlesOfOne(versions) ? written : (versions[0] ?? '');
  return found
    ? { ...found, rest: [title, found.rest].filter(Boolean).join(' | '), labelled: true, whole: true }
    : null;
}

/** The name in the first or second piece of a line, first of all one that the address spells; @param mustFit no other */
const inPieces = (text: string, local: string, mustFit: boolean): Omit<LeadingName, 'labelled'> | null =>
  inSomePiece(text, local, 3) ??
  (mustFit ? null : (inSomePiece(text, local, 2) ?? inSomePiece(text, local, 0)));

function inSomePiece(text: string, local: string, minMatch: number): Omit<LeadingName, 'labelled'> | null {
  const pieces = linePieces(text);
  if (pieces.length < 2 || pieces.length > MAX_PIECES) return null;
  const [label = '', second = ''] = pieces.map((piece) => piece.text);
  // "Ice Maker: Tom Roe": what stands before the colon says what the other is.
  const isLabel = /^[^:]+:\s/.test(text);
  const isAnnounced = isLabel && nameAndRest(second, local) !== null;
  for (const index of isAnnounced ? [1, 0] : [0, 1]) {
    const found = nameAndRest(pieces[index]?.text ?? '', local);
    const match = found?.name.last ? nameMatch(found.name.first, found.name.last, local) : 0;
    if (!found || match < minMatch) continue;
    // "Canteen: Rita or Bev, canteen@…"
    if (index === 0 && !found.name.last && isLabel && !COMMON_GIVEN_NAMES.has(fold(found.name.first)))
      continue;
    const isTopic =
      isAnnounced && isTopicLabel(label) && found.rest.split(/\s*[,|]\s*/).some((part) => isTitle(part));
    // "Pour une entrevue avec la présidente, Ann Roe : Bo Park"
    const isPurpose = /^(?:pour|for|to)\s/i.test(label);
    const front = index === 1 && !isTopic && !isPurpose && !isOfMeeting(label) ? label : '';
    return {
      name: found.name,
      rest: [found.rest, front, joinPieces(pieces.slice(index + 1))].filter(Boolean).join(' | '),
      whole: index === 0,
    };
  }
  return null;
}

/** Null when the line does not start with (or consist of) a name. */
export function findLeadingName(raw: string, local: string): LeadingName | null {
  const bare = raw
    .replace(/^(?:[\s•·*▪►☐☑–—-]|\d{1,3}[.)]\s)+/, '')
    .replace(INTRODUCTION, '')
    // "Advertising:Bettina Roe"
    .replace(/^(\p{Lu}\p{Ll}{3,}):(?=\p{Lu}\p{Ll})/u, '$1: ')
    .replace(/[\s!]+$/, '');
  if (bare.length < 3 || GREETING.test(bare)) return null;
  const titled = afterTitleLabel(bare, local);
  if (titled) return titled;
  const label = splitLabel(bare);
  const announced = label !== null && ['name', 'contact', 'email'].includes(label.kind);
  if (label && !announced && !['title', 'department', 'note', 'other'].includes(label.kind)) return null;
  const text = (announced ? label.value : bare).replace(BY, '');
  const labelled =
    (announced && label.kind !== 'email') || text.length < (announced ? label.value : bare).length;
  const isRole = announced && (label.kind === 'name' || ASSISTANT.test(bare)) && isTitle(label.label);
  const role = isRole ? label.label : '';
  const direct = nameAndRest(text, local);
  const fits = direct !== null && (local === '' || nameMatch(direct.name.first, direct.name.last, local) > 1);
  const other = fits ? null : inPieces(text, local, direct !== null);
  if (other) return { ...other, labelled };
  return direct
    ? { ...direct, rest: [role, direct.rest].filter(Boolean).join(' | '), labelled, whole: true }
    : null;
}
