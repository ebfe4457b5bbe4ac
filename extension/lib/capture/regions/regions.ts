/** Divides the lines of a page into one region per address: the lines about the owner of that address. */

import { labelKind } from '../lines/labels.ts';
import { type Line, MAX_LINES_AFTER } from '../lines/line.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { type AddressLines, separateAddresses } from './address-lines.ts';
import { areEntries, cutBetween, linesBelow, MAX_LINES_BEFORE, outerBounds } from './breaks.ts';
import { ASSISTANT } from './leading-name.ts';
import { endOfOwnEntry, startOfOwnEntry } from './own-entry.ts';
import { hasName, isSender, isWriter, signatureOf } from './signatures.ts';

export interface Region {
  email: string;
  lines: Line[];
  /** Index in `lines` of the line with the address. */
  at: number;
  /** The address stood in a list with others: only the words beside it are about it. */
  listed: boolean;
  /** The address stood in the header of a message: whom it is from, or whom it went to. */
  headed: boolean;
}

export interface Regions {
  regions: Region[];
  /** Lines that belong to nobody in particular: headings, introductions, footers. */
  rest: Line[];
}

const MAX_LINES_TO_OTHER = 6;
/** The same address again, so soon and with no other between, goes on about the same person. */
const MAX_LINES_BETWEEN_MENTIONS = 8;

interface Apart {
  lines: Line[];
  emails: (string | undefined)[];
  listed: Set<number>;
  /** Which line of the input each is. */
  places: number[];
  /** Lines with complete data about their own person, and none about the people around them. */
  alone: Placed[];
}

interface Placed {
  region: Region;
  place: number;
}

function setApart({ lines, emails, listed, recipients }: AddressLines): Apart {
  const own: Apart = { lines: [], emails: [], listed: new Set(), places: [], alone: [] };
  for (const [index, line] of lines.entries()) {
    const email = emails[index];
    const near = emails.slice(Math.max(0, index - MAX_LINES_TO_OTHER), index + MAX_LINES_TO_OTHER);
    const isAssistant = ASSISTANT.test(line.text) && near.some((other) => other && other !== email);
    if (email && (isAssistant || recipients.has(index))) {
      own.alone.push({
        region: { email, lines: [line], at: 0, listed: true, headed: recipients.has(index) },
        place: index,
      });
      continue;
    }
    if (listed.has(index)) own.listed.add(own.lines.length);
    own.lines.push(line);
    own.emails.push(email);
    own.places.push(index);
  }
  return own;
}

/** "Organizer", over a name and the address, ends where "Venue" begins; "Phone" and "Address" go on about them. */
function endOfCard(lines: readonly Line[], at: number, last: number): number | undefined {
  const from = Math.max(0, at - MAX_LINES_BEFORE);
  const own = from + lines.slice(from, at).findLastIndex(({ heading }) => heading);
  if (own < from || !lines.slice(own, at).some((line) => hasName(line) || isOrganisation(line.text)))
    return undefined;
  // Above the very first line there is no break.
  const strength = own === 0 ? Number.POSITIVE_INFINITY : (lines[own]?.rise ?? 0);
  const next = lines
    .slice(at + 1, last)
    .findIndex(({ heading, rise, text }) => heading && rise <= strength && labelKind(text) === undefined);
  return next < 0 ? undefined : at + 1 + next;
}

/** Where the next person stands under a heading, another such heading before it ends what is about this one. */
function endUnderHeading(lines: readonly Line[], at: number, last: number): number {
  const beside = endOfCard(lines, at, last);
  if (beside !== undefined) return beside;
  const next = lines[last];
  if (!next?.heading) return last;
  const other = lines.findIndex(
    (line, index) => index > at && index < last && line.heading && line.rise === next.rise,
  );
  return other < 0 ? last : other;
}

/** How the sender of a quoted message signs: below it, or else above, where they go on writing. */
function signatureAround(sender: Line, below: readonly Line[], above: readonly Line[]): Line[] {
  const signature = signatureOf(sender, below);
  return signature.length > 0 ? signature : signatureOf(sender, above);
}

/** Whom a header names may sign elsewhere in the message. */
function withSignature({ region, place }: Placed, others: readonly Line[]): Placed {
  const signature = region.lines.flatMap((line) => signatureOf(line, others));
  return { region: { ...region, lines: [...region.lines, ...signature] }, place };
}

/** One region per line with an address, in order; at most `limit`. */
export function cutRegions(input: readonly Line[], limit: number): Regions {
  const { lines, emails, listed, places, alone } = setApart(separateAddresses(input, limit));
  const at: number[] = [];
  for (const [index, email] of emails.entries()) {
    const last = at.at(-1) ?? Number.NEGATIVE_INFINITY;
    const isRepeated =
      email === emails[last] && !listed.has(index) && index - last <= MAX_LINES_BETWEEN_MENTIONS;
    if (email && !isRepeated && at.length < limit) at.push(index);
  }
  if (at.length === 0) {
    const rest = alone.length > 0 ? lines : [...input];
    return { regions: alone.map((one) => withSignature(one, rest).region), rest };
  }
  const below = at.some((line) => listed.has(line)) ? undefined : linesBelow(lines, emails, at);
  const cuts: number[] = [];
  for (let index = 1; index < at.length; index += 1) {
    const [from = 0, to = 0] = [at[index - 1], at[index]];
    cuts.push(below === undefined ? cutBetween(lines, emails, cuts.at(-1) ?? 0, from, to) : from + below + 1);
  }
  const [first = 0, second = 0] = at;
  const { start, end } =
    below === undefined
      ? outerBounds(lines, emails, cuts, first, at.at(-1) ?? 0)
      : { start: first - (second - first - below - 1), end: (at.at(-1) ?? 0) + below + 1 };
  const placed = at.map((line, index): Placed => {
    const first = Math.max(index === 0 ? start : (cuts[index - 1] ?? 0), line - MAX_LINES_BEFORE);
    const from = startOfOwnEntry(lines, first, line, emails[line] ?? '');
    const next = at[index + 1];
    const isEntry = next !== undefined && areEntries(lines, line, next);
    const last = Math.min(cuts[index] ?? end, line + 1 + MAX_LINES_AFTER);
    const under = endUnderHeading(lines, line, last);
    const to = isEntry ? line + 1 : endOfOwnEntry(lines, line, under, emails[line] ?? '');
    const own = listed.has(line) ? { from: line, to: line + 1 } : { from, to };
    const ownLines = lines.slice(own.from, own.to);
    const sender = lines[line];
    const isHead = isSender(sender) || isWriter(sender, lines[line + 1]);
    const signed = sender && isHead ? signatureOf(sender, lines.slice(line + 1, next)) : [];
    const isUnsigned = sender && isHead && signed.length === 0;
    const region = {
      email: emails[line] ?? '',
      lines: isUnsigned
        ? [...ownLines, ...signatureAround(sender, lines.slice(own.to), lines.slice(0, line))]
        : [...ownLines, ...signed.filter((one) => !ownLines.includes(one))],
      at: line - own.from,
      listed: listed.has(line),
      headed: isHead,
    };
    return { region, place: places[line] ?? 0 };
  });
  // What stands above the first own entry is about nobody on its own: "Elm Refuge" over "General: info@…".
  const top = Math.max(start, first - (placed[0]?.region.at ?? 0));
  const rest = [...lines.slice(0, top), ...lines.slice(end)];
  const signed = alone.map((one) => withSignature(one, rest));
  const regions = [...placed, ...signed].sort((a, b) => a.place - b.place).map(({ region }) => region);
  return { regions, rest };
}
