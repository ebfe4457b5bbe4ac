/** Reads one contact out of a region: who it is, what they do and for whom. */
import { type CapturedContact, type FieldValues, withProvenance } from '../captured-contact.ts';
import { splitLabel } from '../lines/labels.ts';
import { nameMatch } from '../names/name-match.ts';
import { isOrdinaryWord } from '../names/name-words.ts';
import type { PersonName } from '../names/names.ts';
import { areTitlesOfOne, isProfession, isTitle } from '../names/titles.ts';
import { companyByPosition, isPerhapsOrganisation, type Piece } from '../organisations/by-position.ts';
import { domainOf, startSpellsDomain } from '../organisations/domains.ts';
import { isDepartment, isWrittenAsName, organisationStrength } from '../organisations/organisations.ts';
import { type Role, splitRole } from '../organisations/roles.ts';
import { slug } from '../text/clean-text.ts';
import { isSharedMailbox } from '../words/mailboxes.ts';
import { findLeadingName } from './leading-name.ts';
import { findProseNames } from './prose.ts';
import { roleClause } from './prose-role.ts';
import { EMAIL_MARK, type RegionFacts, readFacts, type WordLine } from './region-facts.ts';
import type { Region } from './regions.ts';

interface Candidate {
  name: PersonName;
  /** What the line says besides. */
  rest: () => string;
  line: number;
  score: number;
}

const PHRASE_END =
  /[,.;:()«»“”"]\s*|\s(?:de la|du|de l['’]|at|of|for|with|à la|au|chez|from|by|the|and|et|à)\s/;
const ARTICLE = /^(?:the|la|le|les)\s|^l['’]/u;
/** "Bay Arts Festival" in "Bay Arts Festival gratefully acknowledges …". */
const CAPITALISED =
  /\p{Lu}[\p{L}\p{M}'’&-]*(?:\s(?:(?:of|for|and|the|de|du|des|la|le|les|et|&|aux?|à|en)\s){0,2}(?:[dl]['’])?\p{Lu}[\p{L}\p{M}'’&-]*){1,9}/gu;
const SIGN_OFF =
  /^(?:--|—|_{3,}|-{3,}|(?:kind |best |warm |warmest )?regards|best|sincerely|cheers|thanks|thank you|many thanks|yours(?: truly)?|cordialement|bien à vous|salutations(?: distinguées)?|merci|au plaisir|respectfully|bonne journée|amicalement|meegwetch|miigwech|nia:wen|niá:wen|marsi|nakurmiik)[,.! ]*$/i;
/** Nobody reads these, whoever a message says it is from. */
const NO_REPLY = /(?:^|[-._])(?:no-?reply|do-?not-?reply|ne-?pas-?repondre|mailer-daemon)/;
const SEGMENT = /\s*[|·•\t\uE000]\s*|\s+\/\s+|;\s+/;
/** "Chief Librarian / CEO", "Associate Professor; Graduate Chair" */
const SLASH = /\s+\/\s+|;\s+/;
const MAX_BELOW_NAME = 5;
const MAX_PLACED_WORDS = 6;
/** More than initials count for, less than a name that the address spells. */
const IN_PLACE = 4;
const MAX_PIECE_LINE = 120;
const DASH = /\s+[–—-]{1,2}\s+/;

/** Lines after the last sign-off or delimiter that stands above the address. */
function afterSignOff(words: readonly WordLine[], at: number): WordLine[] {
  const last = words.findLastIndex((word) => word.index < at && SIGN_OFF.test(word.text));
  return words.slice(last + 1);
}

const wordCount = (text: string): number => text.split(' ').length;

function leadingCandidate(word: WordLine, at: number, local: string): Candidate | null {
  const text = word.text
    .replaceAll(EMAIL_MARK, ' | ')
    .replace(/(?:\s*\|\s*)+/g, ' | ')
    .replace(/^[\s|]+|[\s|,:;–—-]+$/g, '')
    .trim();
  const found = findLeadingName(text, local);
  if (!found) return null;
  const isSingle = found.name.last === '';
  if (isSingle && (word.index > at || at - word.index > 6)) return null;
  const match = isSingle ? 0 : nameMatch(found.name.first, found.name.last, local);
  if (match === 0 && !found.name.clean && !found.name.marked) return null;
  if (match === 0 && wordCount(found.rest) > 14 && !found.name.marked) return null;
  if (match === 0 && organisationStrength(text, '') >= 2 && found.rest === '') return null;
  const distance = word.index <= at ? (at - word.index) * 0.15 : 1 + (word.index - at) * 0.5;
  const bonus =
    (found.name.marked ? 1.5 : 0) +
    (found.labelled ? 1 : 0) +
    (word.heading ? 0.5 : 0) +
    (found.name.clean ? 0.5 : 0) +
    (found.whole ? 0.3 : 0);
  return {
    name: found.name,
    rest: () => found.rest,
    line: word.index,
    score: 2 + match * 3 + bonus - distance,
  };
}

function candidatesOf(words: readonly WordLine[], at: number, local: string): Candidate[] {
  if (NO_REPLY.test(local)) return [];
  return words.flatMap((word): Candidate[] => {
    const leading = leadingCandidate(word, at, local);
    if (leading) return [leading];
    if (word.text.length < 100 && organisationStrength(word.text, '') >= 2 && !word.text.includes(EMAIL_MARK))
      return [];
    return findProseNames(word.text, local).map((found) => ({
      name: found.name,
      rest: found.role,
      line: word.index,
      score: found.score - Math.abs(at - word.index) * 0.3,
    }));
  });
}

/** "Director – Outreach" is one title; "Director – City of Elm" and "Director – Directrice" are two things. */
function pieces(text: string, host: string): string[] {
  if (areTitlesOfOne(text.split(SLASH))) return [text];
  return text.split(SEGMENT).flatMap((part) => {
    const dashed = part.split(DASH);
    const [first = '', ...others] = dashed;
    const isOne =
      dashed.length > 1 &&
      isTitle(first) &&
      others.every((other) => !isTitle(other) && organisationStrength(other, host) < 2);
    return isOne ? [part] : dashed;
  });
}

/** With the lines on which title and employer were found. */
interface PlacedRole extends Role {
  titleLine?: number;
  companyLine?: number;
}

/** Title and employer: beside the name first, then below it, then above. */
function findRole(words: readonly WordLine[], person: Candidate | undefined, host: string): PlacedRole {
  const ordered: Pick<WordLine, 'text' | 'index'>[] = [
    ...(person ? [{ text: person.rest(), index: person.line }] : []),
    ...words.filter((word) => !person || word.index > person.line),
    ...words.filter((word) => person && word.index < person.line).reverse(),
  ];
  const role: PlacedRole = {};
  let strength = 0;
  for (const [index, { text: written, index: line }] of ordered.entries()) {
    const label = splitLabel(written);
    const text = roleClause(label?.kind === 'contact' ? label.value : written);
    if (/[:：]$/.test(text)) continue;
    for (const piece of pieces(text, host)) {
      if (wordCount(piece) > 22) continue;
      const found = splitRole(piece, host);
      if (found.placed && !role.company) role.placed = found.placed;
      const isBetter =
        !role.title || (index === 1 && isProfession(role.title) && !isProfession(found.title ?? ''));
      if (found.title && isBetter) Object.assign(role, { title: found.title, titleLine: line });
      const rate = found.company
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
  if (!role.company && person) {
    role.company = companyByPosition(piecesFrom(words, person, host), role.title);
    role.placed = {};
  }
  return role;
}

/** What stands from the name on: the rest of its line, then the lines below it. */
function piecesFrom(words: readonly WordLine[], person: Candidate, host: string): Piece[] {
  const below = words.filter(
    (word) => word.index > person.line && word.index - person.line <= MAX_BELOW_NAME,
  );
  const lines = [
    { text: person.rest(), below: 0 },
    ...below.map((word) => ({ text: word.text, below: word.index - person.line })),
  ];
  return lines.flatMap((line) =>
    line.text.length > MAX_PIECE_LINE
      ? []
      : pieces(roleClause(line.text), host)
          .map((text) => ({ text: text.trim(), below: line.below }))
          .filter(({ text }) => text !== ''),
  );
}

function nameValues(person: Candidate | undefined): FieldValues {
  return person ? { first_name: person.name.first, last_name: person.name.last } : {};
}

/** "Denise Roe, Recreation": where others have their title stands what this one is for. */
function departmentBeside(person: Candidate, company = ''): string | undefined {
  const [piece = ''] = person.rest().split(SEGMENT).filter(Boolean);
  const words = piece.trim().split(' ');
  const isOne =
    words.length <= 4 &&
    /^\p{Lu}.*\p{Ll}/u.test(piece.trim()) &&
    !/[\d@:?!\uE000]/.test(piece) &&
    piece.trim() !== company &&
    words.every((word) => isOrdinaryWord(word) || /^(?:&|and|et|de|des|du)$/.test(word));
  return isOne ? piece.trim() : undefined;
}

const FUNCTION =
  /^(?:(?:member|public|social|financial|human|information|volunteer|community|student|alumni|media|corporate|guest|customer)\s)?(?:communications?|recreation|circulation|finances?|operations|membership|marketing|sales|admissions|accounts|accounting|advertising|programs?|programming|events|outreach|development|fundraising|research|planning|administration|reception|photography|design|editorial|production|layout|engagement|relations|resources|services|works|comptabilité|ventes|abonnements|inscriptions|loisirs|urbanisme|voirie|programmation|bénévolat|adhésions|rédaction|publicité|graphisme|logistique|technology)(?:\s(?:and|et|&)\s\p{L}+)?$/iu;

/** The line below a name that says what for: "Circulation". */
function functionBelow(words: readonly WordLine[], person: Candidate): string | undefined {
  const below = words.find((word) => word.index === person.line + 1);
  return below && /^\p{Lu}/u.test(below.text) && FUNCTION.test(below.text) ? below.text : undefined;
}

/** "Ask for Osman", "Demandez Julie" */
const ASKED =
  /(?:[Aa]sk for|[Aa]sking for|[Dd]emandez|[Dd]emander|[Ss]peak (?:to|with)|[Pp]arlez à|[Aa]tt(?:ention|n):?)\s(\p{Lu}\p{Ll}{2,})(?!['’\p{L}]|\s\p{Lu})/u;
const BESIDE_ADDRESS =
  /(?:to|with|contact|e-?mail|ask|see|via|à|avec|auprès de|contactez)\s(\p{Lu}\p{Ll}{2,})\s?[(<]?\s?\uE000/u;
const INTRODUCED =
  /(?:I['’]m|I am|my name is|je m['’]appelle|moi c['’]est)\s(\p{Lu}\p{Ll}{2,})(?!['’\p{L}]|\s\p{Lu})/u;

/** "Lorne at", "Babs (": one capitalised word right before the address that starts with it. */
const BEFORE_ADDRESS =
  /(?:^|[^\p{L}\s]\s?|(?<!\p{L})\p{Ll}[\p{L}'’]*\s)(\p{Lu}\p{Ll}{2,})(?:\s\p{Ll}{1,4})?[\s:,(<–-]{1,4}\uE000/u;

function givenBeside(words: readonly WordLine[], email: string): string | undefined {
  const [local = '', host = ''] = email.split('@');
  const [start = ''] = local.split(/[^\p{L}]/u);
  const name = words.map(({ text }) => BEFORE_ADDRESS.exec(text)?.[1]).find(Boolean) ?? '';
  const isSpelled = slug(name) === start && !host.includes(start) && !isOrdinaryWord(name);
  return isSpelled && !isSharedMailbox(local) ? name : undefined;
}

/** A given name alone, where the words say that it is one. */
function askedFor(words: readonly WordLine[]): string | undefined {
  for (const { text } of words) {
    const name = (ASKED.exec(text) ?? INTRODUCED.exec(text) ?? BESIDE_ADDRESS.exec(text))?.[1];
    if (name && !isOrdinaryWord(name)) return name;
  }
  const [first, second] = words;
  const isAlone = first && second && /^\p{Lu}\p{Ll}{2,14}$/u.test(first.text) && !isOrdinaryWord(first.text);
  return isAlone &&
    first.index === 0 &&
    second.index === 1 &&
    /^\p{Lu}[\p{L} ]{3,40}$/u.test(second.text) &&
    (isTitle(second.text) || isDepartment(second.text))
    ? first.text
    : undefined;
}

/** "If you have received this in error, write to …": whose address that is, the lines above do not say. */
const DISCLAIMER =
  /(?:received? this|confidential|in error|unsubscribe|privacy|par erreur|confidentiel|se d[ée]sabonner|vie priv[ée]e|intended (?:recipient|for))/i;

function withoutMarkedNoise(facts: RegionFacts, at: number): WordLine[] {
  const own = facts.words.find((word) => word.index === at);
  if (own && own.text.length > 60 && DISCLAIMER.test(own.text)) return [own];
  return afterSignOff(facts.words, at).filter((word) => word.text.length <= 600);
}

/** An organisation inside a sentence, when it is the one behind the address. */
function companyInSentences(words: readonly WordLine[], host: string, title = ''): string | undefined {
  const parts = words
    .flatMap((word) => [...word.text.split(PHRASE_END), ...(word.text.match(CAPITALISED) ?? [])])
    .map((part) => part.replace(ARTICLE, ''))
    .filter((part) => /^\p{Lu}/u.test(part) && part.length < 100);
  return parts.find(
    (part) =>
      !title.includes(part) &&
      organisationStrength(part, host) === 3 &&
      isWrittenAsName(part) &&
      startSpellsDomain(part, host),
  );
}

/** How many lines below the address (above, if negative) the others of a list have what. */
export interface Places {
  name?: number;
  title?: number;
  company?: number;
}

export interface PersonReading {
  contact: CapturedContact;
  places: Places;
  /** The address spells the name; some word says that the employer is an organisation. */
  sure: { name: boolean; company: boolean };
}

/** A line in the place of a title: short, and neither a name nor an employer. */
const isInPlaceOfTitle = (text: string, host: string): boolean =>
  /^\p{Lu}/u.test(text) &&
  !/[\d@:.?!\uE000|]/.test(text) &&
  wordCount(text) <= MAX_PLACED_WORDS &&
  organisationStrength(text, host) < 2 &&
  !findLeadingName(text, '');

/** The words on the line that is so far from the address. */
const lineAt = (words: readonly WordLine[], at: number, place: number | undefined): string =>
  place === undefined || place === 0 ? '' : (words.find((word) => word.index === at + place)?.text ?? '');

/** What is missing, from where the others of the list have it. */
function fromPlaces(words: readonly WordLine[], at: number, places: Places, host: string): Role {
  const title = lineAt(words, at, places.title);
  const company = lineAt(words, at, places.company);
  return {
    ...(isInPlaceOfTitle(title, host) ? { title } : {}),
    ...(isPerhapsOrganisation(company) ? { company } : {}),
  };
}

/** The contact of a region with the address; names are only taken where they fit. @param common places of its list */
export function readPerson(region: Region, common: Places = {}): PersonReading {
  const facts = readFacts(region.lines, region.email);
  const local = region.email.slice(0, region.email.lastIndexOf('@'));
  const host = domainOf(region.email);
  const words = withoutMarkedNoise(facts, region.at);
  const candidates = candidatesOf(words, region.at, local)
    .map((found) => ({
      ...found,
      score: found.score + (found.line - region.at === common.name ? IN_PLACE : 0),
    }))
    .sort((a, b) => b.score - a.score);
  const person = candidates[0] && candidates[0].score > 0 ? candidates[0] : undefined;
  const shared = isSharedMailbox(local);
  const found = findRole(words, person, host);
  const placed = person ? fromPlaces(words, region.at, common, host) : {};
  const role = { ...found, title: found.title ?? placed.title, company: found.company ?? placed.company };
  const company = role.company ?? companyInSentences(words, host, role.title);
  const asked = person ? undefined : (askedFor(words) ?? givenBeside(words, region.email));
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
        ? (title ??
          (region.listed ? undefined : (departmentBeside(person, company) ?? functionBelow(words, person))))
        : undefined,
      company,
      email: region.email,
    },
    'text',
  );
  if (text.company && role.placed && company === role.company) {
    text.company.from = 'inferred';
    if (text.title && role.placed.whole) text.title.whole = role.placed.whole;
  }
  const placeOf = (line: number | undefined) => (line === undefined ? undefined : line - region.at);
  return {
    contact: { ...text, ...withProvenance(labelled, 'label') },
    places: {
      name: placeOf(person?.line),
      title: placeOf(found.titleLine),
      company: placeOf(found.companyLine),
    },
    sure: {
      name: person !== undefined && nameMatch(person.name.first, person.name.last, local) === 3,
      company: found.companyLine !== undefined && organisationStrength(found.company ?? '', host) >= 2,
    },
  };
}
