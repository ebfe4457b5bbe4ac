/** The lines that may say what somebody does, in the order in which they are likely to, and those that only speak of it. */
import { organisationStrength } from '../organisations/organisations.ts';
import { fold } from '../text/clean-text.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';
import { type Candidate, isNameOf } from './candidates.ts';
import { findLeadingName } from './leading-name.ts';
import type { WordLine } from './region-facts.ts';

/** "For Elm Rivers Trust:" above those who answer for it. */
const FOR_WHOM =
  /^(?:[Ff]or|[Oo]n behalf of|[Pp]our|[Aa]u nom de)\s(?:the\s|la\s|les?\s|l['’])?(\p{Lu}.{2,80}?)\s?[:：]$/u;

/** "Hi, this is Ann from Elm Trust" */
const CALLED_FROM =
  /(?:^|\s)(?:[Ii]['’]m|I am|[Mm]y name is|[Tt]his is|[Ii]t['’]s|[Jj]e suis|[Ii]ci|[Cc]['’]est)\s\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?\s(?:from|with|at|de|du|des|chez)\s(?:the\s|la\s|les?\s|l['’])?(\p{Lu}[^,;.:\uE000]{2,80})/u;

/** "yep — Ann at Elm & Ash, ann@…" */
const ONE_AT = /(?:^|[—–-]\s)(\p{Lu}\p{Ll}+)\s(?:at|from|chez)\s(?:the\s)?(\p{Lu}[^,;.:|\uE000]{2,80})/u;

function employerOfOne(text: string): string | undefined {
  const [, given = '', employer] = ONE_AT.exec(text) ?? [];
  return COMMON_GIVEN_NAMES.has(fold(given)) ? employer : undefined;
}

/** The organisation that such a line names; any other line as it is. */
export function forWhom(text: string, host: string): string {
  const whom = ((FOR_WHOM.exec(text) ?? CALLED_FROM.exec(text))?.[1] ?? employerOfOne(text) ?? '').trim();
  return organisationStrength(whom, host) >= 2 ? whom : text;
}

/** "The president shall chair all meetings": what an office is for. */
const OF_OFFICE = /^(?:the|la|le|les)\s.{3,60}\s(?:shall|must|will|may|doit|doivent|peut)\s\p{Ll}/iu;

/** "Dean teaches beading." below "Dean Roe" is a sentence, though deans have that title. */
export function isToldOf(person: Candidate | undefined, text: string): boolean {
  const first = person?.name.first ?? '';
  const isSubject =
    first !== '' && text.startsWith(`${first} `) && /^\p{Ll}{3}/u.test(text.slice(first.length + 1));
  return isSubject || OF_OFFICE.test(text);
}

/** "Bo Park, student representative": the next in a list, who has no address. */
export function isOfAnother(person: Candidate | undefined, text: string): boolean {
  if (!person || !/^\p{Lu}[^,|:@\uE000]{4,50},\s/u.test(text)) return false;
  const name = findLeadingName(text, '')?.name;
  if (!name?.clean || name.last === '') return false;
  return COMMON_GIVEN_NAMES.has(fold(name.first)) && !isNameOf(person, name.first + name.last);
}

type RoleLine = Pick<WordLine, 'text' | 'index'>;

/** What stands beside the name, below it as far as the address, right above it, and then the rest below and above. */
export function aroundName(words: readonly WordLine[], { line, rest }: Candidate, at: number): RoleLine[] {
  const above = words.filter(({ index }) => index < line).reverse();
  const [nearest, others] = [above.slice(0, 1), above.slice(1)];
  const [below, behind] = [
    words.filter(({ index }) => index > line && index <= at),
    words.filter(({ index }) => index > Math.max(line, at)),
  ];
  // A title above the name and one below the address: the one in the same block is the person's.
  const isNear = (words.find(({ index }) => index === line)?.rise ?? 0) > (behind[0]?.rise ?? 0);
  const isFirst = line < at || isNear;
  return [
    { text: rest(), index: line },
    ...below,
    ...(isFirst ? nearest : []),
    ...behind,
    ...(isFirst ? [] : nearest),
    ...others,
  ];
}
