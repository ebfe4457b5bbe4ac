/** Reads one contact from a region: name, title and employer. */

import { type CapturedContact, type FieldValues, withProvenance } from '../captured-contact.ts';
import { localOf } from '../details/email-addresses.ts';
import { nameMatch } from '../names/name-match.ts';
import { isOrdinaryWord } from '../names/name-words.ts';
import { parseName } from '../names/names.ts';
import { isTitle } from '../names/titles.ts';
import { hasOwnWord, isPerhapsOrganisation } from '../organisations/by-position.ts';
import { domainOf, isFreeMail, spellsLabel } from '../organisations/domains.ts';
import { isPair, isWrittenAsName, organisationStrength } from '../organisations/organisations.ts';
import { fold, slug } from '../text/clean-text.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';
import { isSharedMailbox } from '../words/mailboxes.ts';
import { fromBlock } from './block.ts';
import { isDisclaimer } from './breaks.ts';
import { type Candidate, candidatesOf, isNameOf, isUnread } from './candidates.ts';
import { givenBeside, givenNameAlone } from './given-name.ts';
import {
  companyAbove,
  companyInSentences,
  departmentBeside,
  findRole,
  fromPlaces,
  functionBelow,
  type Places,
} from './person-role.ts';
import { type RegionFacts, readFacts, type WordLine } from './region-facts.ts';
import type { Region } from './regions.ts';

const SIGN_OFF =
  /^(?:--|—|_{3,}|-{3,}|(?:kind |best |warm |warmest )?regards|best|sincerely|cheers|thanks|thank you|many thanks|yours(?: truly)?|cordialement|bien à vous|salutations(?: distinguées)?|merci|au plaisir|respectfully|bonne journée|amicalement|meegwetch|miigwech|nia:wen|niá:wen|marsi|nakurmiik)[,.! ]*$/i;
/** A score higher than for initials, and lower than for a name that the address spells. */
const IN_PLACE = 4;

/** Lines after the last sign-off or delimiter that stands above the address. */
function afterSignOff(words: readonly WordLine[], at: number): WordLine[] {
  const last = words.findLastIndex((word) => word.index < at && SIGN_OFF.test(word.text));
  return words.slice(last + 1);
}

function nameValues(person: Candidate | undefined): FieldValues {
  return person ? { first_name: person.name.first, last_name: person.name.last } : {};
}

/** “Be the change.” – M. Roe: a motto under a signature, with the one who said it. */
const MOTTO = /^[“"«].{8,}(?:[.!?…]\s?[”"»]|[”"»][\s~]*[–—-]+\s*\p{L}.{2,60})$/u;
const SAID_BY = /^[~–—-]+\s*\p{L}[^@\uE000]{2,60}$/u;

const isMotto = ({ text }: WordLine, index: number, all: readonly WordLine[]): boolean =>
  MOTTO.test(text) || (SAID_BY.test(text) && MOTTO.test(all[index - 1]?.text ?? ''));

function withoutMarkedNoise(facts: RegionFacts, at: number): WordLine[] {
  const own = facts.words.find((word) => word.index === at);
  if (own && isDisclaimer(own.text)) return [own];
  return afterSignOff(facts.words, at).filter(
    (word, index, all) => word.text.length <= 600 && !isMotto(word, index, all),
  );
}

/** "Two Rivers Handmade" above tworivershandmade@gmail.com: a line that the whole address spells, and no common given name starts. */
const businessOf = (words: readonly WordLine[], local: string): WordLine | undefined =>
  words.find(({ text }) => {
    const [start = '', ...more] = text.split(' ');
    return (
      more.length > 1 &&
      !text.includes(':') &&
      ([slug(text), slug(text).slice(1)].includes(slug(local)) ||
        (more.length > 2 &&
          local.length > 5 &&
          !text.includes(',') &&
          isWrittenAsName(text) &&
          spellsLabel(text, slug(local)))) &&
      !COMMON_GIVEN_NAMES.has(fold(start)) &&
      !isTitle(text)
    );
  });

/** The kinds of groups that are parts of an organisation elsewhere. */
const GROUP = /^\p{Lu}[^\d@:\uE000]+\s(?:committee|board|council|team|comité|conseil|équipe)$/iu;

/** "Roe's Berry Farm" or "Fern & Feather" below "Ann Roe": a line that holds the family name and more, or a pair of things. */
const ownBusinessOf = (words: readonly WordLine[], { name, line }: Candidate): string | undefined =>
  words.find(
    ({ text, index }) =>
      index !== line &&
      !text.includes(',') &&
      Math.abs(index - line) <= 2 &&
      isPerhapsOrganisation(text) &&
      parseName(text) === null &&
      (isPair(text) ||
        text.split(/[\s,&-]+/).some((word) => slug(word.replace(/['’]s$/, '')) === slug(name.last))) &&
      text.includes(' '),
  )?.text;

/** "Elm Valley Rodeo Committee" below a name: a group with a name of its own employs who has no other employer. */
const groupOf = (words: readonly WordLine[], { line }: Candidate): string | undefined =>
  words.find(
    ({ text, index }) =>
      index > line &&
      index - line <= 2 &&
      GROUP.test(text) &&
      !isTitle(text) &&
      text.split(' ').some((word) => word.length > 3 && !isOrdinaryWord(word)),
  )?.text;

/** "hello@", as people write on sites of their own. */
const OF_ONESELF = /^(?:hi|hey|hello|me|bonjour|salut|allo|coucou|moi|ecrire|write)$/;

/** "Ann Roe" at ann@annroe.example.ca: the host is called after the person, who is no organisation. */
const isOwnHost = (person: Candidate, company: string, local: string, title = ''): boolean =>
  isNameOf(person, company) &&
  (nameMatch(person.name.first, person.name.last, local) > 0 ||
    OF_ONESELF.test(slug(local)) ||
    (title !== '' && COMMON_GIVEN_NAMES.has(fold(person.name.first))));

/** More words than a line of a signature has. */
const MIN_SENTENCE_WORDS = 9;

const isSentence = (words: readonly WordLine[], at: number): boolean =>
  (words.find(({ index }) => index === at)?.text.split(' ').length ?? 0) >= MIN_SENTENCE_WORDS;

/** Who the owner of the address most likely is. @param candidates the best first @param business the line with its name */
function likelyOwner(
  candidates: readonly Candidate[],
  at: number,
  business: WordLine | undefined,
): Candidate | undefined {
  const others = candidates.filter(({ line }) => line !== business?.index);
  const [best = candidates[0]] = others.some(({ name }) => name.last !== '') ? others : candidates;
  // "Contact Cole" below "Cole Roe", "Email Kim" below "Kimberley Roe"
  const called = best?.name.first ?? '';
  const whole = others.find(
    ({ name, score }) => score > 0 && name.last !== '' && called.length > 2 && name.first.startsWith(called),
  );
  const owner = best?.name.last === '' ? (whole ?? best) : best;
  // Who is named below the mailbox of a business may be anybody.
  const isNear = !business || (owner?.line ?? 0) <= at;
  return owner && owner.score > 0 && isNear ? owner : undefined;
}

/** "Present: R. Roe" some lines from "Ravi to send quotes (ravi.k@…)" */
function isElsewhere({ line, name }: Candidate, words: readonly WordLine[], { at, email }: Region): boolean {
  if (line === at || nameMatch(name.first, name.last, localOf(email)) > 0) return false;
  const called = givenBeside(words, email);
  return called !== undefined && !name.first.startsWith(called);
}

/** "For bursaries, contact Ann Roe (ann@…).": the lines above the signature of the one who writes. */
function beforeSigner(
  words: readonly WordLine[],
  candidates: readonly Candidate[],
  person: Candidate,
  at: number,
): readonly WordLine[] {
  const signer = isSentence(words, at)
    ? candidates.find(
        ({ name, line, rest }) =>
          line > Math.max(at, person.line) &&
          name.clean &&
          name.last !== '' &&
          slug(name.last) !== slug(person.name.last) &&
          rest() === '',
      )
    : undefined;
  return signer ? words.filter(({ index }) => index < signer.line) : words;
}

/** "Elm Bakery & Café" heads the card of a mailbox. */
function headOfCard([head]: readonly WordLine[], { at, listed }: Region): string | undefined {
  const isHead = head?.heading && head.index === 0 && at > 0 && !listed;
  return isHead && isWrittenAsName(head.text) && isPerhapsOrganisation(head.text) && hasOwnWord(head.text)
    ? head.text
    : undefined;
}

const VACANT =
  /^\(?(?:(?:position |poste |seat |siège )?(?:vacante?|open|ouverte?)|tb[ad]|à (?:venir|combler|pourvoir)|to be (?:announced|filled|determined))\)?$/iu;

/** "Vice-President" over "Vacant": the mailbox of an office that nobody holds. */
function titleOfVacancy(words: readonly WordLine[]): string | undefined {
  const at = words.findIndex(({ text }) => VACANT.test(text));
  const beside = at < 0 ? [] : [words[at - 1], words[at + 1]];
  return beside.find((line) => line && isTitle(line.text))?.text;
}

export interface PersonReading {
  contact: CapturedContact;
  places: Places;
  /** Of a number that stands elsewhere. */
  extension: string | undefined;
  /** The line with the name, or else with the address. */
  anchor: number;
  /** The address spells the name; some word says that the employer is an organisation. */
  sure: { name: boolean; company: boolean };
}

/** The contact of a region with the address; names are only taken where they fit. @param common places of its list */
export function readPerson(region: Region, common: Places = {}): PersonReading {
  const facts = readFacts(region.lines, region.email);
  const local = localOf(region.email);
  const host = domainOf(region.email);
  const words = withoutMarkedNoise(facts, region.at);
  const candidates = candidatesOf(words, region.at, local)
    .map((found) => ({
      ...found,
      score: found.score + (found.line - region.at === common.name ? IN_PLACE : 0),
    }))
    .sort((a, b) => b.score - a.score);
  const business = isFreeMail(host) ? businessOf(words, local) : undefined;
  const likely = likelyOwner(candidates, region.at, business);
  // "Quesnel Forks" over an office there
  const isPlace =
    likely !== undefined && slug(likely.name.first + likely.name.last) === slug(facts.values.city ?? '');
  const person = isPlace || (likely && isElsewhere(likely, words, region)) ? undefined : likely;
  const shared = isSharedMailbox(local);
  const told = person ? beforeSigner(words, candidates, person, region.at) : words;
  const found = findRole(told, person, host, region.at);
  const anchor = person?.line ?? region.at;
  const placed = fromPlaces(words, anchor, common, person, host);
  const role = { ...found, title: found.title ?? placed.title, company: found.company ?? placed.company };
  const spelled = business && business.index !== person?.line ? business.text : undefined;
  const family = person?.name.last ? ownBusinessOf(words, person) : undefined;
  const named =
    spelled ??
    role.company ??
    family ??
    companyInSentences(words, host, role.title) ??
    companyAbove(facts.words, host);
  const group = named ? undefined : person ? groupOf(words, person) : headOfCard(words, region);
  const stands = named ?? group;
  const said = person && stands && isOwnHost(person, stands, local, role.title) ? undefined : stands;
  const block = person ? fromBlock(told, person, { ...role, company: said }, host) : undefined;
  const company = block?.company ?? said;
  const asked = person || isUnread(local) ? undefined : givenNameAlone(words, region.email);
  const labelled: FieldValues = {
    title: facts.labelled.title,
    company: facts.labelled.company,
    first_name: facts.labelled.first_name,
    // "Nom : Roe", "Prénom : Ann"
    last_name: facts.labelled.last_name ?? (facts.labelled.first_name && facts.labelled.name),
  };
  const title = person || !shared ? role.title : undefined;
  const text = withProvenance(
    {
      ...facts.values,
      ...(asked ? { first_name: asked } : nameValues(person)),
      title: person
        ? (block?.title ??
          title ??
          (region.listed ? undefined : (departmentBeside(person, company) ?? functionBelow(words, person))))
        : titleOfVacancy(words),
      company,
      email: region.email,
    },
    'text',
  );
  if (text.company && (group || block?.company)) text.company.from = 'inferred';
  if (text.company && role.placed && company === role.company) {
    text.company.from = 'inferred';
    if (text.title && role.placed.whole) text.title.whole = role.placed.whole;
  }
  const placeOf = (line: number | undefined) => (line === undefined ? undefined : line - anchor);
  return {
    contact: { ...text, ...withProvenance(labelled, 'label') },
    extension: facts.extension,
    anchor,
    places: {
      name: person && person.line - region.at,
      title: person && placeOf(found.titleLine),
      company: placeOf(found.companyLine),
    },
    sure: {
      name: person !== undefined && nameMatch(person.name.first, person.name.last, local) === 3,
      company: found.companyLine !== undefined && organisationStrength(found.company ?? '', host) >= 2,
    },
  };
}
