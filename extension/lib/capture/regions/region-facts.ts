/** Takes the data with a known form (phones, sites, postal address, labelled values) out of a region; words remain. */

import type { FieldValues } from '../captured-contact.ts';
import { findEmails } from '../details/email-addresses.ts';
import { bestPhone, type FoundPhone, findPhones } from '../details/phones.ts';
import { findAddress, POSTAL_CODE } from '../details/postal-addresses.ts';
import { type LabelKind, type Labelled, labelKind, splitLabel } from '../lines/labels.ts';
import type { Line } from '../lines/line.ts';
import { parseName } from '../names/names.ts';
import { isOccasion } from '../names/titles.ts';
import { bestSite, findSites, type SiteCandidate } from '../organisations/websites.ts';
import { cleanValue, fold } from '../text/clean-text.ts';
import { languageCode } from '../text/guess-language.ts';
import { isNothing } from '../text/nothing-said.ts';

/** Stands where the address stood, so that distance to it can be told. */
export const EMAIL_MARK = '\uE000';

export interface WordLine {
  text: string;
  heading: boolean;
  /** Index of the line in the region. */
  index: number;
  /** How strong the break above the line is: the lower, the stronger. */
  rise: number;
}

export interface RegionFacts {
  values: FieldValues;
  /** Values that a label announced. */
  labelled: Partial<Record<LabelKind, string>>;
  words: WordLine[];
  /** Of a number that stands elsewhere. */
  extension?: string;
}

const IN_BRACKETS = /(?:\[?mailto:)?[<([]\s*(?:mailto|e-?mail|courriel|mail|mél)?[\s:]*\uE000\s*[>)\]]/gi;
const HANDLE = /(?<![\p{L}\p{N}.])@[\p{L}\p{N}_]{2,40}/gu;
const KEPT_LABELS: ReadonlySet<LabelKind> = new Set([
  'title',
  'company',
  'first_name',
  'last_name',
  'language',
  'city',
  'province',
  'country',
]);
const DROPPED_LABELS: ReadonlySet<LabelKind> = new Set([
  'phone',
  'mobile',
  'fax',
  'website',
  'address',
  'postal_code',
  'language',
  'department',
  'note',
  'other',
]);

function cutOut(text: string, spans: readonly { start: number; end: number }[], mark: string): string {
  let result = text;
  for (const { start, end } of [...spans].sort((a, b) => b.start - a.start))
    result = `${result.slice(0, start)}${mark}${result.slice(end)}`;
  return result;
}

interface Reduced {
  text: string;
  phones: FoundPhone[];
  sites: SiteCandidate[];
  /** Behind no number. */
  extension: string | undefined;
}

/** "On Dec 15, 2024, at 3:45 PM, Roe, Ann <ann@…> wrote:": the name starts behind the day and the hour. */
const DAY_OF_REPLY =
  /^(?:-{2,}\s)?(?:[Oo]n|[Ll]e)\s[^@]{4,60}\d(?:\s?[AaPp]\.?[Mm]\.?|\s?h)?(?:\s\(?[A-Z]{2,4}\)?)?,?\s+(?=[^\d@]{3,60}<\S+@)/u;

function reduce(written: string): Reduced {
  const line = written.replace(DAY_OF_REPLY, '');
  const marked = cutOut(line, findEmails(line), EMAIL_MARK);
  // Twice: "(email <address>)" has brackets in brackets.
  const noAddress = marked.replace(IN_BRACKETS, EMAIL_MARK).replace(IN_BRACKETS, EMAIL_MARK);
  const sites = findSites(noAddress);
  const noSite = cutOut(noAddress, sites, ' | ').replace(HANDLE, ' | ');
  const phones = findPhones(noSite);
  let extension: string | undefined;
  const words = cutOut(noSite, phones, ' | ')
    .replace(EXTENSION_ALONE, (_, digits: string) => {
      extension ??= digits;
      return ' | ';
    })
    .replace(NUMBER_LABEL, ' | ');
  return { text: words, phones, sites, extension };
}

/** "Title: No Title" too: what programs write where nothing was said. */
const saysNothing = ({ kind, label, value }: Labelled): boolean =>
  isNothing(value) ||
  (kind === 'title' && isOccasion(value)) ||
  ['no', 'aucun', 'aucune', 'sans'].some((none) => fold(value) === `${none} ${fold(label)}`);

/** "Poste : 3412", "Ext. 221" on a line of its own: part of a number that stands on another. */
const EXTENSION_LINE = /^(?:ext(?:ension)?|poste|post)\.?\s{0,2}[:.#]?\s{0,2}(\d{2,6})(?!\d)/i;

/** "Assistant: Kim Roe, 604-555-0101": what such a line says is about somebody else. */
const isOthers = (text: string, label: string): boolean =>
  /^(?:assistante?|adjointe?|backup)$/i.test(label) && findEmails(text).length === 0;

/** "(ext. 101)" without the number that it extends. */
const EXTENSION_ALONE = /\(?(?<![\p{L}\p{N}])(?:ext|extension|poste)\.?\s{0,2}[:#]?\s?(\d{1,6})\)?/giu;

/** "Tele.# (H)" before a number that was cut out. */
const NUMBER_LABEL = /\s(?:t[eé]le?|phone|ph|cell)\.?\s?(?:#|no\.?)?(?:\s?\([HWCO]\))?\s*(?=\|)/giu;

/** "Proudly created with Wix.com", "Site powered by …": who made the page. */
const MADE_WITH =
  /(?<!\p{L})(?:created|powered|built|designed|developed|hosted|propuls[ée]e?|cr[ée]{1,2}e?|con[cç]ue?|r[ée]alis[ée]e?) (?:with|by|on|using|avec|par|sur)(?!\p{L})/iu;

/** "This is an enquiry email via https://…": where somebody wrote, and not whose site it is. */
const SENT_FROM = /(?<!\p{L})(?:via|through|from|depuis|par|sur|à partir d[eu])\s<?https?:\/\//iu;

/** "Room B214, Ganong Campus" */
const ROOM =
  /^(?:room|rm|office|bureau|local|suite|salle|building|bldg|édifice|pavillon|floor)\.?\s(?=[^,]{0,20}\d)[^@|\uE000]{1,60}$/iu;

/** "Forum fee : $ 45.00 - Member", "Total : 50,00 $" */
const AMOUNT = /\$\s?\d|\d\s?\$(?![\p{L}\d])/u;

const LEFTOVER =
  /^(?:[\s|·•▪■●,;:()/–—-]|\b(?:ext|poste|t[eé]l|t[eé]l[eé]c|fax|fx|ph|cell|web|site|website|e-?mail|courriel|phone|mastodon|bluesky|linkedin|facebook|instagram|twitter|youtube|tiktok|threads|orcid|google scholar|[a-z])\b\.?)*$/i;

/** "I called 250-555-0100 but nobody answered": whose number it is, is not said. */
const CALLED =
  /(?<!\p{L})(?:i|we|have|j['’]ai|nous avons|avons)\s(?:already\s|déjà\s)?(?:called|phoned|rang|dialed|appelé|téléphoné)(?!\p{L})/iu;

/** More words than labels and a name or a place have. */
const MAX_WORDS_BESIDE_NUMBER = 9;
const wordCount = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

/** "Dear Minister:", "Madame, Monsieur," */
const GREETING = /^(?:dear|chère?s?|madame|monsieur)\s?[^@:]{0,60}[,:]$/iu;

/** "Office hours" over what they are. */
const LONE_LABEL = /^\p{L}[\p{L} .'’-]{0,20}$/u;

const OF_DAY = /^(?:date|when|quand|time|heure|horaire)\s?:/iu;
const OF_VENUE = /^(?:venue|where|location|place|lieu|endroit|où)\s?:/iu;
const MAX_VENUE_LINES = 4;

/** The lines that say where something takes place, beside when it does: nobody's address. */
function venueOf(lines: readonly Line[]): ReadonlySet<number> {
  const at = lines.some(({ text }) => OF_DAY.test(text))
    ? lines.findIndex(({ text }) => OF_VENUE.test(text))
    : -1;
  if (at < 0) return new Set();
  const below = lines.slice(at + 1, at + MAX_VENUE_LINES);
  const end = below.findIndex(({ text, rise }) => rise < (below[0]?.rise ?? 0) || /[:：@]/.test(text));
  const count = end < 0 ? below.length : end;
  return new Set(Array.from({ length: count + 1 }, (_, place) => at + place));
}

const BILLING =
  /^(?:billing (?:address|details|information)|bill(?:ed)? to|adresse de facturation|facturé à)\s?:?$/iu;
const DELIVERY =
  /^(?:(?:shipping|delivery) (?:address|details|information)|(?:ship|deliver)(?:ed)? to|adresse (?:de livraison|d['’]expédition)|livr[ée] à)\s?:?$/iu;
const MAX_DELIVERY_LINES = 8;

/** The lines that say where an order goes, beside the address of whoever pays: perhaps to somebody else. */
function deliveryOf(lines: readonly Line[]): ReadonlySet<number> {
  const at = lines.findIndex(({ text }) => DELIVERY.test(text));
  const paid = lines.findIndex(({ text }) => BILLING.test(text));
  if (at < 0 || paid < 0) return new Set();
  const code = lines.findIndex(({ text }, index) => index > at && POSTAL_CODE.test(text));
  const end = Math.min(paid > at ? paid : lines.length, (code < 0 ? at : code) + 1, at + MAX_DELIVERY_LINES);
  return new Set(Array.from({ length: end - at }, (_, place) => at + place));
}

/** The facts of one region. @param email whose site is looked for */
export function readFacts(lines: readonly Line[], email: string): RegionFacts {
  const labelled: Partial<Record<LabelKind, string>> = {};
  const greeting = lines.findLastIndex(({ text }) => GREETING.test(text));
  // Above the greeting of a letter stands the address of the one it is written to.
  const others = new Set([...venueOf(lines), ...deliveryOf(lines)]);
  const address = findAddress(
    lines.map(({ text }, index) => (index < greeting || others.has(index) ? '' : text)),
  );
  const phones: FoundPhone[] = [];
  /** Numbers in sentences, which may be about anybody. */
  const told: FoundPhone[] = [];
  const sites: SiteCandidate[] = [];
  const words: WordLine[] = [];
  let extension: string | undefined;
  for (const [index, line] of lines.entries()) {
    if (others.has(index)) continue;
    const own = EXTENSION_LINE.exec(line.text)?.[1];
    if (own) {
      extension ??= own;
      // "poste 414  bureau 450 555-0170"
      if (findPhones(line.text).length === 0) continue;
    }
    const label = splitLabel(line.text);
    if (label && saysNothing(label)) continue;
    if (label && isOthers(line.text, label.label)) continue;
    // "School: 250-555-0152"
    const isNumber = findPhones(label?.value ?? '').length > 0;
    const isKnown = label && !isNumber && (label.kind === 'name' || KEPT_LABELS.has(label.kind));
    if (label?.value && isKnown && !labelled[label.kind]) labelled[label.kind] = cleanValue(label.value);
    const reduced = reduce(line.text);
    if (reduced.phones.length === 0) extension ??= reduced.extension;
    const isBeside = reduced.text.includes(EMAIL_MARK);
    const isSaid = wordCount(reduced.text) > MAX_WORDS_BESIDE_NUMBER && !isBeside;
    for (const phone of CALLED.test(line.text) ? [] : reduced.phones)
      (isSaid ? told : phones).push(
        isBeside && phone.kind === 'unknown' ? { ...phone, kind: 'office' } : phone,
      );
    if (
      label?.kind !== 'other' &&
      label?.kind !== 'note' &&
      !MADE_WITH.test(reduced.text) &&
      !SENT_FROM.test(line.text)
    )
      sites.push(...reduced.sites.map((site) => ({ ...site, told: isSaid })));
    const taken = address?.used.get(index);
    // Columns that were printed with blanks between them.
    const text = (taken === undefined ? reduced.text : reduce(taken).text).replace(
      /(?<=\S) {3,}(?=\S)/g,
      ' | ',
    );
    const kind = label?.kind ?? (LONE_LABEL.test(line.text) ? labelKind(line.text) : undefined);
    const isKept = label && KEPT_LABELS.has(label.kind) && labelled[label.kind] === cleanValue(label.value);
    // "Direction : Ginette Roe"
    const isNamed = kind === 'department' && label !== null && parseName(label.value) !== null;
    // "Backup: Ann Roe – ann@elm.example.ca"
    const isReachable =
      (kind === 'other' || kind === 'note' || kind === 'website') && isBeside && label !== null;
    const isInside = ROOM.test(text);
    const isPrice = AMOUNT.test(text) && !isBeside;
    const drop =
      isInside || isPrice || (kind && DROPPED_LABELS.has(kind) && !isNamed && !isReachable) || isKept;
    if (!drop && !LEFTOVER.test(text.replaceAll(EMAIL_MARK, '')))
      words.push({ text: text.replace(/\s+/g, ' ').trim(), heading: line.heading, index, rise: line.rise });
  }
  const phone = bestPhone(phones) ?? bestPhone(told);
  const values: FieldValues = {
    ...address?.address,
    phone: phone && extension && !phone.includes('x') ? `${phone} x${extension}` : phone,
    website: bestSite(
      sites,
      lines.flatMap((line) => line.hrefs),
      email,
    ),
    language: labelled.language ? languageCode(labelled.language) : undefined,
  };
  return { values, labelled, words, ...(phone ? {} : { extension }) };
}
