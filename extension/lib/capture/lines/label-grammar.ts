/**
 * Reads what a label asks for as a phrase: its main word, what that is of, and whom it is about. "Nominee's job title" and
 * "Fonction de la personne" ask for a title; "Title of the talk", "Email subject" and "Modèle du téléphone" ask for nothing of
 * anybody's.
 */
import {
  ASKED,
  CLAUSE,
  FILL,
  IDIOMS,
  IN_FRONT,
  OF_OTHER,
  OF_WRITER,
  QUALIFIER,
  SPEAKS_FOR,
  THING,
} from './label-words.ts';
import type { LabelKind } from './labels.ts';

export interface LabelReading {
  kind: LabelKind;
  /**
   * Whether it is asked of whoever fills the form in, or in words that stand in labels alone. Otherwise the text says whom it
   * is about, or may be no label: "Child's name", "Elm City Choir".
   */
  isSure: boolean;
}

interface Word {
  word: string;
}
interface AskedWord extends Word {
  kind: LabelKind;
  language: 'en' | 'fr' | 'both';
}
type Item = Word | AskedWord;

const END = String.raw`(?![\p{L}\p{N}])`;
const PHRASES = ASKED.flatMap(([kind, english, french]) => [
  { kind, language: 'en' as const, pattern: new RegExp(`(?:${english})${END}`, 'uy') },
  { kind, language: 'fr' as const, pattern: new RegExp(`(?:${french})${END}`, 'uy') },
]);
const ANY = `(?:${ASKED.flatMap(([, ...both]) => both).join('|')})${END}`;
/** Both are tried first, since most words ask for nothing. */
const ANYWHERE = new RegExp(String.raw`(?<![\p{L}\p{N}])${ANY}`, 'u');
const HERE = new RegExp(ANY, 'uy');

/** The longest phrase for something asked that begins here. */
function phraseAt(text: string, at: number): AskedWord | undefined {
  HERE.lastIndex = at;
  if (!HERE.test(text)) return undefined;
  let best: AskedWord | undefined;
  for (const { kind, language, pattern } of PHRASES) {
    pattern.lastIndex = at;
    const [word = ''] = pattern.exec(text) ?? [];
    if (word.length > (best?.word.length ?? 0)) best = { word, kind, language };
    else if (best && word === best.word && kind === best.kind) best.language = 'both';
  }
  return best;
}

const WORD = /,|[\p{L}\p{N}#°&]+['’]?(?:(?<=[a-z]{2}')s(?!\p{L}))?/uy;

function itemsOf(text: string): Item[] {
  const items: Item[] = [];
  for (let at = 0; at < text.length; at += 1) {
    WORD.lastIndex = at;
    const [word] = WORD.exec(text) ?? [];
    if (!word) continue;
    const item = phraseAt(text, at) ?? { word };
    items.push(item);
    at += item.word.length - 1;
  }
  return items;
}

const isAsked = (item: Item): item is AskedWord => 'kind' in item;
const kindIn = (items: readonly Item[]): LabelKind | undefined => items.find(isAsked)?.kind;
const hasKind = (items: readonly Item[], kind: LabelKind): boolean =>
  items.some((item) => isAsked(item) && item.kind === kind);

const isOneOf = (list: RegExp, item: Item): boolean =>
  !isAsked(item) && list.test(item.word.replace(/['’]s?$/, ''));

/** "Company name", "Nom de la ville": the name of what is asked for. */
const NAMED: ReadonlySet<LabelKind> = new Set([
  'company',
  'city',
  'country',
  'province',
  'department',
  'address',
]);
/** No street, town or organisation has these words in its name. */
const PLAIN: ReadonlySet<LabelKind> = new Set([
  'email',
  'fax',
  'first_name',
  'last_name',
  'mobile',
  'phone',
  'postal_code',
  'country',
  'province',
  'language',
]);
/** Things have none: "Ticket email" is of whoever has the ticket. */
const OF_PEOPLE: ReadonlySet<LabelKind> = new Set([
  'email',
  'fax',
  'first_name',
  'last_name',
  'mobile',
  'phone',
]);
/** Words of labels alone, of other kinds. */
const PLAIN_WORD =
  /^(?:addr|adresse|role|fonction|function|occupation|profession|designation|position|etablissement$|compan|employ|entreprise|outlet|media outlet|affiliation|workplace|web ?[sp]|site web|site internet|page web|organi[sz]ation$|organisme$)/;
/** Each alone heads anything of such a group, not its name. */
const ANYTHING_OF = /^(?:board|band|team|league|choir|chapter|guild|farm|corporation)$/;
/** What may stand behind some: "Address 1", "Phone number", "Province code". */
const BEHIND: readonly (readonly [RegExp, ReadonlySet<LabelKind>])[] = [
  [/^[\da-d]$/, new Set(['email', 'phone', 'mobile', 'address', 'name', 'website', 'company'])],
  [/^(?:no|numbers?|line)$/, new Set(['phone', 'mobile', 'fax', 'address'])],
  [/^(?:code|abbrev\w*)$/, new Set(['province', 'country'])],
];
const OR = /^(?:or|and|ou|et)$/;
const IN_FRENCH = /\b(?:le|la|les|l'|d'|de|du|des|votre|vos|quel|quelle|au|ou|est|pour|dans)\b/;
/** Where no word says what is asked for, something has to ask: "We work with schools" is no label. */
const ASKS =
  /^(?:(?:and|et|hi|hello|bonjour|so)\s)?(?:who|whom|whose|where|what|which|how|are|is|do|does|can|best|call|leave|number|numero|qui|que|quel\w*|comment|ou|d'ou|a|dans|pour|de|en|if|si|person|personne|link|your|you|vous|qualite)\b/;

/** The items in front of "or", or of a comma: "Website or portfolio". */
const untilOr = (items: readonly Item[]): readonly Item[] => {
  const at = items.findIndex(({ word }) => word === ',' || OR.test(word));
  return at < 0 ? items : items.slice(0, at);
};

interface Phrase {
  /** Up to the first word that says of what, or why it is asked. */
  head: readonly Item[];
  tail: readonly Item[];
  isFrench: boolean;
  /** Something in front asks for it: "What is", "Veuillez indiquer". */
  isAnnounced: boolean;
}

function phraseIn(text: string): Phrase {
  const all = itemsOf(text);
  const start = Math.max(
    0,
    all.findIndex((item) => !isOneOf(FILL, item) && !isOneOf(CLAUSE, item)),
  );
  const items = all.slice(start);
  const isFrench = IN_FRENCH.test(text);
  const cut = items.findIndex(
    // "a" is an article in English, and "à" in French.
    (item, index) => index > 0 && isOneOf(CLAUSE, item) && (item.word !== 'a' || isFrench),
  );
  const end = cut < 0 ? items.length : cut;
  return { head: items.slice(0, end), tail: items.slice(end), isFrench, isAnnounced: start > 0 };
}

/** Which of several says what is asked for: English says it last, French first. */
function mainOf({ head, isFrench }: Phrase): { main: AskedWord; isFrench: boolean } | undefined {
  const asked = head.filter(isAsked);
  const [first] = asked;
  const last = asked.at(-1);
  if (!first || !last) return undefined;
  const isEnglish = asked.some(({ language }) => language === 'en');
  if (isEnglish) return { main: last, isFrench: false };
  if (isFrench || asked.some(({ language }) => language === 'fr')) return { main: first, isFrench: true };
  return { main: asked.find(({ kind }) => PLAIN.has(kind)) ?? last, isFrench: false };
}

/** "How do we reach you by email": the only thing that is asked for stands far behind. */
function readTail({ head, tail, isAnnounced }: Phrase): LabelReading | undefined {
  const [only, ...others] = new Set(tail.filter(isAsked).map(({ kind }) => kind));
  const isOnly = only !== undefined && others.length === 0 && PLAIN.has(only);
  return isOnly && isAnnounced && head.length < 2 && !tail.some((item) => isOneOf(THING, item))
    ? { kind: only, isSure: true }
    : undefined;
}

/** Neither a small word nor one for whoever fills the form in. */
const isExtra = (item: Item, main: LabelKind): boolean =>
  !isAsked(item) &&
  item.word !== ',' &&
  ![FILL, CLAUSE, QUALIFIER, OF_WRITER].some((list) => isOneOf(list, item)) &&
  !BEHIND.some(([pattern, kinds]) => kinds.has(main) && pattern.test(item.word));

/** "Email subject", "Board member" and "Modèle du téléphone" ask for something else. */
function isOfElse(main: LabelKind, beside: readonly Item[], isFrench: boolean): boolean {
  if (isFrench) return beside.some((item) => isExtra(item, main));
  return beside.some((item) =>
    isExtra(item, main) ? !isOneOf(OF_OTHER, item) : !PLAIN.has(main) && isOneOf(OF_WRITER, item),
  );
}

/** What a phrase asks for; undefined for nothing of anybody's. @param text a label as `keyOf` writes it */
export function readLabel(text: string): LabelReading | undefined {
  const idiom = IDIOMS.find(([, pattern]) => pattern.test(text))?.[0];
  if (idiom === undefined && !ANYWHERE.test(text)) return undefined;
  const phrase = phraseIn(text);
  const { head, tail } = phrase;
  const found = mainOf(phrase);
  if (idiom && (!found || idiom === 'title'))
    return idiom === 'phone' || ASKS.test(text) || hasKind(tail, idiom)
      ? { kind: idiom, isSure: true }
      : undefined;
  if (!found) return readTail(phrase);
  const { main, isFrench } = found;
  const at = head.indexOf(main);
  const [before, after] = [head.slice(0, at), untilOr(head.slice(at + 1))];
  const isOfIdiom = idiom === main.kind;
  if (!isOfIdiom && isOfElse(main.kind, isFrench ? before : after, isFrench)) return undefined;
  const isOfThing = [...before, ...after, ...tail].some((item) => isOneOf(THING, item));
  if (isOfThing && !OF_PEOPLE.has(main.kind)) return undefined;
  const of = kindIn([...(isFrench ? [] : before.toReversed()), ...tail, ...after]);
  // "The address of your web site"
  if (main.kind === 'address' && (of === 'email' || of === 'website' || idiom === 'website'))
    return { kind: of === 'email' ? of : 'website', isSure: true };
  const named = main.kind === 'name' ? of : undefined;
  if (named !== undefined && !NAMED.has(named)) return undefined;
  const isPlace = main.kind === 'city' || main.kind === 'province';
  // "Municipality or organization", "Municipality you represent"
  const items = [...head, ...tail];
  const isEither = items.some(({ word }) => OR.test(word)) && hasKind(items, 'company');
  const isEmployer = isPlace && (isEither || SPEAKS_FOR.test(text));
  const isMobile = main.kind === 'phone' && hasKind(head, 'mobile');
  const kind = isEmployer ? 'company' : isMobile ? 'mobile' : (named ?? main.kind);
  const extra = [...before, ...after, ...untilOr(tail)].filter((item) => isExtra(item, main.kind));
  // "Ship city", but not "City of Elm"
  const isShort = !isFrench && isPlace && tail.length === 0 && extra.length < 3;
  // "Name of your referee"
  const isOf = named !== undefined || (main.kind === 'name' && !isFrench && tail.length > 0);
  const isPlain = PLAIN.has(kind) || PLAIN_WORD.test(main.word) || isShort;
  const isSaid = extra.length === 0 || isOfIdiom || kind === idiom || isOf || (isPlain && kind !== 'name');
  return { kind, isSure: isSaid && !ANYTHING_OF.test(text) };
}

/** A label without the words in front that only say whose value it is: "Donor's phone", "Your role". */
export function withoutOwner(text: string): string {
  const items = itemsOf(text);
  const start = items.findIndex(
    (item) => isAsked(item) || ![IN_FRONT, OF_WRITER].some((list) => isOneOf(list, item)),
  );
  return start > 0
    ? items
        .slice(start)
        .map(({ word }) => word)
        .join(' ')
    : text;
}
