/**
 * From a selection, a link, a page or pasted text to contacts. Pure but for `parseHtml`: the popup's own `DOMParser`
 * unless the caller hands in another.
 */
import { emailKey } from '../../../shared/email-key.ts';
import {
  answerAtAddress,
  type CapturedContact,
  type CaptureSource,
  fillGaps,
  withProvenance,
} from './captured-contact.ts';
import { findEmails } from './details/email-addresses.ts';
import { findAddresses } from './details/find-addresses.ts';
import { isMailto } from './details/mailto.ts';
import { finishContact } from './finished-contact.ts';
import { readListTables } from './formats/delimited.ts';
import { readJsonLd, siteNames } from './formats/json-ld.ts';
import { readForms } from './formats/labelled-form.ts';
import { hasLdif, readLdif } from './formats/ldif.ts';
import { readMicroformats } from './formats/microformats.ts';
import { type Refused, refusedUnder, withRefusals } from './formats/refusal-above.ts';
import { withRefusalBeside } from './formats/refusal-beside.ts';
import { withoutOwner, withoutProgram } from './formats/sent-form.ts';
import { findStackedTables } from './formats/stacked-table.ts';
import { type ListTable, readTable, readTables, turnUpright, withoutSentences } from './formats/table.ts';
import { withTickedAnswers } from './formats/ticked-columns.ts';
import { hasVcard, readVcards } from './formats/vcard.ts';
import { completeMarkup, walkPage } from './lines/html-walk.ts';
import { withColons } from './lines/label-marks.ts';
import { type Line, linesOfText, MAX_CONTACTS } from './lines/line.ts';
import { inheritCompany, namesIssuer } from './organisations/company-inheritance.ts';
import { titleWithOwner } from './organisations/page-title.ts';
import { joinBrokenLines } from './regions/broken-lines.ts';
import { readLink } from './regions/clicked-link.ts';
import { linesBelow } from './regions/lines-below.ts';
import { readPeople } from './regions/list-places.ts';
import { withNamesElsewhere, withSignatures } from './regions/named-elsewhere.ts';
import { readPartialContact } from './regions/partial-contact.ts';
import { cutRegions } from './regions/regions.ts';
import { withSubstitutes } from './regions/substitutes.ts';
import { cleanText } from './text/clean-text.ts';
import { decodeWords } from './text/encoded-words.ts';
import { detectLanguage, type Language } from './text/guess-language.ts';
import { revealAttendees } from './text/invitations.ts';
import { withoutTransport } from './text/message-source.ts';
import { revealAddresses } from './text/obfuscation.ts';
import { isOfProgram } from './words/mailboxes.ts';

/** Addresses of text and markup that are compared. */
const MAX_COMPARED = 5000;

/** Parses markup without running or loading anything, as `DOMParser` does. */
export type ParseHtml = (html: string) => ParentNode & Node;

const parseWithDom: ParseHtml = (html) => new DOMParser().parseFromString(html, 'text/html').body;

/** Selectors are only run over pages that can match them. */
const MARKED_UP = /h-card|vcard|schema\.org\/Person|typeof=["'](?:schema:)?Person/;

/** What a page says of everyone on it. */
export interface SourcePage {
  url: string;
  title: string;
  /** Undefined where it cannot be told. */
  language: Language | undefined;
}

/** Everyone in a source, and its tables of people, from which a list can be read with other columns. */
export interface CaptureReading {
  contacts: CapturedContact[];
  tables: readonly ListTable[];
  refused: Refused;
  context: SourcePage;
}

interface Material {
  lines: Line[];
  /** Lines of the text, where it and the markup show different addresses. */
  otherLines: Line[];
  /** Addresses that only the markup shows: a reader does not see them. */
  decoys: ReadonlySet<string>;
  /** People whom the markup spells out. */
  written: CapturedContact[];
  /** What the data of the page call its owner. */
  owners: string[];
}

function addressesOf(lines: readonly Line[]): Set<string> {
  return new Set(findAddresses(lines.map((line) => line.text).join('\n'), [], MAX_COMPARED));
}

/** Whether text shows "Rowingcoach@…" where the markup has "coach@…": the word before the link has no blank after it. */
function isGlued(email: string, found: ReadonlySet<string>): boolean {
  if (found.has(email)) return false;
  for (let start = 1; start < email.indexOf('@'); start += 1) if (found.has(email.slice(start))) return true;
  return false;
}

function readMaterial(source: CaptureSource, parseHtml: ParseHtml): Material {
  const text = revealAddresses(cleanText(revealAttendees(decodeWords(withoutTransport(source.text)))));
  const none = { otherLines: [], decoys: new Set<string>(), written: [], owners: [] };
  if (!source.html || hasVcard(source.text)) return { ...none, lines: linesOfText(text) };
  const root = parseHtml(completeMarkup(source.html));
  const page = walkPage(root);
  const found = addressesOf(page.lines);
  const shown = new Set(findAddresses(text, [], MAX_COMPARED).filter((email) => !isGlued(email, found)));
  const decoys = new Set(
    [...found].filter((email) => shown.size > 0 && !shown.has(email) && !page.linked.has(email)),
  );
  const isOther = page.lines.length === 0 || (!page.isCut && [...shown].some((email) => !found.has(email)));
  const differs = decoys.size > 0 || isOther;
  const marked = MARKED_UP.test(source.html) ? readMicroformats(root) : [];
  const written = [...marked, ...readJsonLd(page.jsonLd)];
  return {
    lines: page.lines,
    otherLines: differs ? linesOfText(text) : [],
    decoys,
    written,
    owners: [...page.siteNames, ...siteNames(page.jsonLd, source.url)],
  };
}

interface LinesReading {
  contacts: CapturedContact[];
  tables: readonly ListTable[];
  rest: Line[];
  /** Addresses that stand in the headers of messages. */
  headed: string[];
  /** Addresses of those who filled a form in. */
  filledIn: string[];
}

const NOTHING: LinesReading = { contacts: [], tables: [], rest: [], headed: [], filledIn: [] };

function readLines(lines: readonly Line[]): LinesReading {
  const forms = readForms(withColons(withTickedAnswers(turnUpright(findStackedTables(lines)))), MAX_CONTACTS);
  const tables = readTables(forms.rest, MAX_CONTACTS);
  const { true: issuers = [], false: own = [] } = Object.groupBy(tables.rest, (line) =>
    namesIssuer(line) ? 'true' : 'false',
  );
  const around = joinBrokenLines(withSubstitutes(withoutProgram(own, forms.contacts)));
  const { regions, rest } = cutRegions(around, MAX_CONTACTS);
  const below = linesBelow(regions, around, rest);
  const contacts = readPeople(regions, rest).map(({ contact }, index) => {
    const near = regions[index]?.lines ?? [];
    const language = detectLanguage([near.map((line) => line.text).join('\n')]);
    // What stands around one person is about them alone; of several, each has their own lines.
    const theirs = [...near, ...(below[index] ?? [])];
    const said = withRefusalBeside(contact, regions.length === 1 ? own : theirs, theirs);
    return language ? fillGaps(said, withProvenance({ language }, 'inferred')) : said;
  });
  return {
    contacts: [...forms.contacts, ...tables.contacts, ...withoutOwner(contacts, own, forms.contacts)],
    tables: tables.tables,
    rest: [...issuers, ...rest],
    headed: regions.flatMap(({ email, headed }) => (headed ? [email] : [])),
    filledIn: forms.contacts.flatMap(({ email }) => email?.value ?? []),
  };
}

/** Markup names the number, the words behind it its extension. */
function withExtension(known: CapturedContact, other: CapturedContact): CapturedContact {
  const isLonger = known.phone && other.phone?.value.startsWith(`${known.phone.value} x`);
  return isLonger ? { ...known, phone: other.phone } : known;
}

/** As a form or a list has it: around an address in a text may stand any name. */
const listedName = ({ first_name, last_name }: CapturedContact): string =>
  first_name?.from === 'text' ? '' : [first_name?.value, last_name?.value].filter(Boolean).join(' ');

/** One contact per address, none of programs; of several values the first counts. */
function mergeByEmail(contacts: readonly CapturedContact[]): CapturedContact[] {
  const people = contacts.filter(({ email }) => email && !isOfProgram(email.value));
  const merged = [...Map.groupBy(people, ({ email }) => emailKey(email?.value ?? '')).values()].map((own) => {
    const contact = own.reduce((known, one) => fillGaps(withExtension(known, one), one));
    const consent = answerAtAddress(own.map((one) => ({ name: listedName(one), answer: one.consent })));
    return consent ? { ...contact, consent } : contact;
  });
  return merged.slice(0, MAX_CONTACTS);
}

/** Readers compare addresses in lower case; here each gets the capitals back with which the text first writes it. */
function asWritten(contacts: readonly CapturedContact[], text: string): CapturedContact[] {
  const spellings = new Map<string, string>();
  for (const { email, written } of findEmails(text)) if (!spellings.has(email)) spellings.set(email, written);
  return contacts.map((contact) => {
    const written = spellings.get(contact.email?.value ?? '');
    return contact.email && written ? { ...contact, email: { ...contact.email, value: written } } : contact;
  });
}

function onlyPartial(lines: readonly Line[], written: readonly CapturedContact[]): CapturedContact[] {
  const partial = readPartialContact(lines);
  const [only] = written;
  const reachable = only && written.length === 1 && (only.phone || only.postal_code);
  if (reachable) return [only];
  return partial ? [partial] : [];
}

type Found = Omit<CaptureReading, 'context'>;

/** The text as a list of rows, unless markup says how its cells stand. */
function asList(source: CaptureSource, context: SourcePage): Found | null {
  if (source.html && /<td/i.test(source.html)) return null;
  const text = revealAddresses(cleanText(source.text));
  const { tables, others } = withoutSentences(readListTables(text));
  const people = tables.flatMap((table) => readTable(table, MAX_CONTACTS));
  // Labels and answers in two columns look like a list, in which nobody stands.
  if (people.length === 0) return null;
  const around = others.length > 0 ? readLines(linesOfText(others.join('\n'))).contacts : [];
  const contacts = ofPage(asWritten(mergeByEmail([...people, ...around]), text), context);
  return { contacts, tables, refused: refusedUnder(linesOfText(text)) };
}

/** Everyone in an exported address book. */
function readCards(text: string): CapturedContact[] {
  if (hasVcard(text)) return readVcards(text);
  return hasLdif(text) ? readLdif(text) : [];
}

function readPage(source: CaptureSource, parseHtml: ParseHtml): Found {
  const { lines, otherLines, decoys, written, owners } = readMaterial(source, parseHtml);
  const cards = readCards(source.text);
  const read = cards.length > 0 ? NOTHING : readLines(lines);
  const seen = read.contacts.filter((contact) => !decoys.has(contact.email?.value ?? ''));
  const other = cards.length > 0 ? [] : readLines(otherLines).contacts;
  const structured = [...cards, ...written];
  const all = [...lines, ...otherLines];
  const headed = new Set(read.headed);
  const signed = withSignatures(mergeByEmail([...structured, ...seen, ...other]), headed);
  const named = withNamesElsewhere(signed, source.title, all);
  let contacts = asWritten(named, all.map((line) => line.text).join('\n'));
  if (source.linkUrl && isMailto(source.linkUrl)) contacts = readLink(source.linkUrl, source, contacts);
  if (contacts.length === 0) contacts = onlyPartial(lines.length > 0 ? lines : otherLines, structured);
  const title = titleWithOwner(source.title, owners, lines);
  const { rest, filledIn } = read;
  const context = {
    title,
    url: source.url,
    rest,
    spelledOut: cards.length > 0,
    headed,
    filledIn: new Set(filledIn),
  };
  return { contacts: inheritCompany(contacts, context), tables: read.tables, refused: refusedUnder(all) };
}

/** People of a list without a column of employers work for the one whose page shows the list. */
const ofPage = (contacts: CapturedContact[], { title, url }: SourcePage): CapturedContact[] =>
  inheritCompany(contacts, {
    title,
    url,
    rest: [],
    spelledOut: contacts.some(({ company }) => company),
    headed: new Set(),
    filledIn: new Set(),
  });

function finishAll(contacts: CapturedContact[], { language }: SourcePage): CapturedContact[] {
  return contacts.map((contact) =>
    finishContact(
      contact.language || !language ? contact : fillGaps(contact, withProvenance({ language }, 'inferred')),
    ),
  );
}

/** People of a list with what the page around it says of all of them: their employer, their language. */
export const finishList = (contacts: CapturedContact[], context: SourcePage): CapturedContact[] =>
  finishAll(ofPage(contacts, context), context);

/** As `captureContacts`, with the tables and the page that the people stand in. */
export function readContacts(source: CaptureSource, parseHtml: ParseHtml = parseWithDom): CaptureReading {
  const { text, title, url } = source;
  const context = { url, title, language: detectLanguage([text.slice(0, 4000), title]) };
  const found = asList(source, context) ?? readPage(source, parseHtml);
  return { ...found, contacts: finishAll(withRefusals(found.contacts, found.refused), context), context };
}

/**
 * Everyone in `source` who has an address, each once, in order; without any address, the one person who can be reached
 * otherwise. Never throws on any text; what `parseHtml` throws is passed on.
 */
export const captureContacts = (
  source: CaptureSource,
  parseHtml: ParseHtml = parseWithDom,
): CapturedContact[] => readContacts(source, parseHtml).contacts;
