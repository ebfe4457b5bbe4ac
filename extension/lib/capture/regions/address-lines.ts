/** Lines with several addresses become one line per address. */
import { HEADER, type ListEntry, splitAddressList } from '../details/address-list.ts';
import { type Line, MAX_LINES_AFTER } from '../lines/line.ts';
import { nameMatch } from '../names/name-match.ts';
import { parseName } from '../names/names.ts';
import { isTitle } from '../names/titles.ts';

export interface AddressLines {
  lines: Line[];
  /** The address of each line that has one. */
  emails: (string | undefined)[];
  /** Lines whose address stood in a list with others. */
  listed: Set<number>;
  /** Recipients in the header of a message: the text around them is about the sender. */
  recipients: Set<number>;
}

/** "To: Ann Roe <…>", "to Ann Roe <…>" */
const RECIPIENTS =
  /^(?:to|cc|bcc|à|cci|destinataires?|envoyé à|reply-to|répondre à)\s?:|^(?:to|à|cc)\s(?=[^<]{0,60}<\S+@\S+>$)/i;

/** The break between the entries of a list: weaker than any other. */
export const LIST_RISE = 90;
/** What is said at the first mentions of an address is enough. */
const MAX_MENTIONS = 2;
/** Limits the work on pages that repeat the same addresses many times. */
const MAX_ENTRIES = 3000;

/** "Co-chairs: Ann Roe and Bo Park", over their addresses. */
const SEVERAL = /^(?:([^:@]{3,40}):\s+)?(\p{Lu}[^:@]{4,120}\s(?:and|et|&)\s\p{Lu}[^:@]{4,40})$/u;

/** Gives each of several people named on one line the address below that spells the name. */
function giveNames({ lines, emails, listed, recipients }: AddressLines): AddressLines {
  const named = new Map<number, string>();
  const done = new Set<number>();
  for (const [index, { text }] of lines.entries()) {
    const [, label, people] = (emails[index] === undefined && SEVERAL.exec(text)) || [];
    const names = people?.split(/,\s+(?:and\s|et\s)?|\s(?:and|et|&)\s/) ?? [];
    const below = emails.slice(index + 1, index + 1 + names.length);
    const owners = names.map((name) => index + 1 + below.findIndex((email) => isSpelledBy(name, email)));
    if (names.length === 0 || owners.includes(index) || new Set(owners).size < names.length) continue;
    done.add(index);
    for (const [at, owner] of owners.entries()) named.set(owner, `${titleOfEach(label)}${names[at]}`);
  }
  if (done.size === 0) return { lines, emails, listed, recipients };
  const kept = lines.flatMap((line, index) => (done.has(index) ? [] : [{ line, index }]));
  const at = new Map(kept.map(({ index }, place) => [index, place]));
  const moved = (places: Set<number>) => new Set([...places].flatMap((index) => at.get(index) ?? []));
  return {
    lines: kept.map(({ line, index }) => {
      const name = named.get(index);
      return name ? { ...line, text: `${name} ${line.text}` } : line;
    }),
    emails: kept.map(({ index }) => emails[index]),
    listed: moved(listed),
    recipients: moved(recipients),
  };
}

function isSpelledBy(text: string, email: string | undefined): boolean {
  const local = email?.slice(0, email.lastIndexOf('@')) ?? '';
  const name = local ? parseName(text, local) : null;
  return name !== null && nameMatch(name.first, name.last, local) === 3;
}

/** "Co-chairs: Ann Roe (ann@…) and Bo Park (bo@…)": what stands before the first is said of all. */
const OF_ALL = /^([^:@]{3,40}):\s+/u;

/** "Co-chairs" is what each of them is one of; "President" is said of the first. */
function titleOfEach(label = ''): string {
  if (!label.endsWith('s')) return '';
  const one = label.replace(/s$/, '');
  return isTitle(one) ? `${one}: ` : '';
}

/** At most about `limit` different addresses are looked for. */
export function separateAddresses(lines: readonly Line[], limit: number): AddressLines {
  const result: Line[] = [];
  const emails: (string | undefined)[] = [];
  const listed = new Set<number>();
  const recipients = new Set<number>();
  const times = new Map<string, number>();
  let mentions = 0;
  const isFresh = ({ email }: ListEntry): boolean => {
    const count = (times.get(email) ?? 0) + 1;
    times.set(email, count);
    return count <= MAX_MENTIONS;
  };
  let after = 0;
  for (const line of lines) {
    // What comes long after the last address that counts is about nobody.
    if (times.size > limit && ++after > MAX_LINES_AFTER) break;
    const isLooked = mentions < MAX_ENTRIES && line.text.includes('@');
    const written = isLooked ? splitAddressList(line.text) : [];
    mentions += written.length;
    const entries = written.filter(isFresh);
    const distinct = new Set(entries.map((entry) => entry.email));
    const [only] = entries;
    // "To: Joe Doe; Ann Roe <…>": who stands before has no address.
    const isAfterOthers =
      only !== undefined &&
      distinct.size === 1 &&
      HEADER.test(line.text) &&
      !/^(?:from|sender)\b/i.test(line.text) &&
      /[;,]/.test(line.text.slice(0, line.text.indexOf('@'))) &&
      !/["“«]/.test(line.text);
    const isRecipients = only !== undefined && RECIPIENTS.test(line.text);
    if (distinct.size < 2 && !isAfterOthers && !isRecipients) {
      result.push(line);
      emails.push(entries[0]?.email);
      continue;
    }
    const title = distinct.size > 1 ? titleOfEach(OF_ALL.exec(line.text)?.[1]) : '';
    for (const [index, entry] of entries.entries()) {
      listed.add(result.length);
      if (isRecipients) recipients.add(result.length);
      result.push({
        ...line,
        text: `${title}${title ? entry.words.replace(OF_ALL, '') : entry.words} <${entry.written}> ${entry.tail}`.trim(),
        rise: index === 0 ? line.rise : LIST_RISE,
      });
      emails.push(entry.email);
    }
  }
  return giveNames({ lines: result, emails, listed, recipients });
}
