/** Lines with several addresses become one line per address. */
import { HEADER, type ListEntry, splitAddressList } from '../details/address-list.ts';
import { type Line, MAX_LINES_AFTER } from '../lines/line.ts';

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
    for (const [index, entry] of entries.entries()) {
      listed.add(result.length);
      if (isRecipients) recipients.add(result.length);
      result.push({
        ...line,
        text: `${entry.words} <${entry.written}> ${entry.tail}`.trim(),
        rise: index === 0 ? line.rise : LIST_RISE,
      });
      emails.push(entry.email);
    }
  }
  return { lines: result, emails, listed, recipients };
}
