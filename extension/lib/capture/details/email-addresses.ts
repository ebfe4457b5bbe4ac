/**
 * Finds e-mail addresses by reading outward from every '@', at most as far as an address may be long, so that any input
 * takes linear time.
 * @see RFC 5321 section 4.5.3.1 for the lengths.
 */
import { withoutSpamMark } from '../text/spam-marks.ts';
import { isTopLevelDomain } from '../text/top-level-domains.ts';

export interface FoundEmail {
  /** Lower-cased, as it is compared. */
  email: string;
  /** With the capitals that the text has before the `@`, as it is shown and stored. */
  written: string;
  start: number;
  end: number;
}

/** The part before the '@'. */
export const localOf = (email: string): string => email.slice(0, email.lastIndexOf('@'));

const MAX_LOCAL = 64;
const AT_SIGN = 64;
const MAX_DOMAIN = 253;
const LOCAL_CHAR = /[\p{L}\p{N}.!#$%&'’*+=?^_{|}~`-]/u;
const DOMAIN_CHAR = /[\p{L}\p{N}\p{M}.-]/u;
/** Lower-case ASCII letters and digits: most of every address, recognized without a regular expression. */
const isPlain = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u;
const FILE_ENDINGS = new Set(
  'png jpg jpeg gif svg webp ico bmp tif tiff avif js mjs cjs ts tsx jsx css scss json xml html htm php asp aspx md txt pdf doc docx xls xlsx ppt pptx zip tgz gz rar mp3 mp4 mov avi wav woff woff2 ttf map lock yml yaml toml py rb rs go java sh exe dmg vcf ics csv local internal localdomain'.split(
    ' ',
  ),
);
// Words before an address which show that it is a login or a message number, not a mailbox.
const NOT_MAIL_BEFORE =
  /(?:\b(?:cid|sip|sips|xmpp|acct|ssh|git|s?ftp|jabber|mid|urn)\s?:|\b(?:ssh|scp|rsync|sftp|message-id|article|in-reply-to|references|matrix)\b(?!@)[^\n]{0,40})$/i;

const PUNCTUATION_BEFORE = /^[.'’`|{}*=~?!#$%&^-]+/;
/** "1718.4471@mx.…", "17a4c9d81bb20f4e66@…": what programs call messages. */
const MESSAGE_NUMBER = /^(?:\d+\.\d[\d.]*|(?=(?:.*\d){8})[\da-f.$-]{18,})$/i;

/** The address as written, its domain in lower case, when `local` and `domain` can be one; null otherwise. */
function asEmail(local: string, domain: string): string | null {
  const name = withoutSpamMark(local);
  if (!name || name.length > MAX_LOCAL || name.includes('..') || name.endsWith('.')) return null;
  const labels = withoutSpamMark(domain).toLowerCase().split('.');
  const ending = labels.at(-1) ?? '';
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return null;
  if (FILE_ENDINGS.has(ending) || !isTopLevelDomain(ending)) return null;
  if (MESSAGE_NUMBER.test(name)) return null;
  // "2.0.1-beta.rc" is a version, "@2x.…" a picture.
  if (labels.length > 2 && /^\d+$/.test(labels[0] ?? '') && /^\d/.test(labels[1] ?? '')) return null;
  return `${name.replace(/’/g, "'")}@${labels.join('.')}`;
}

function localStart(text: string, at: number): number {
  let start = at;
  while (
    start > 0 &&
    at - start <= MAX_LOCAL &&
    (isPlain(text.charCodeAt(start - 1)) || LOCAL_CHAR.test(text[start - 1] ?? ''))
  )
    start -= 1;
  return start;
}

function domainEnd(text: string, at: number): number {
  let end = at + 1;
  while (
    end < text.length &&
    end - at <= MAX_DOMAIN + 1 &&
    (isPlain(text.charCodeAt(end)) || DOMAIN_CHAR.test(text[end] ?? ''))
  )
    end += 1;
  while (end > at + 1 && /[.-]/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

function lastWord(text: string): string {
  let start = text.length;
  while (start > 0 && !/[\s<>"'(),;]/.test(text[start - 1] ?? '')) start -= 1;
  return text.slice(start);
}

/** Whether the text around shows a URL, a handle, a git remote, a login or a message number. */
function isSomethingElse(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  const word = lastWord(before);
  if (
    word.includes('://') ||
    word.endsWith('@') ||
    /(?:^|[^\p{L}])[/\\]$/u.test(word) ||
    /\/.*\/$/.test(word)
  )
    return true;
  if (/^:[^\s]/.test(text.slice(end, end + 2)) || text[end] === '@' || /^\/\S/.test(text.slice(end, end + 2)))
    return true;
  return NOT_MAIL_BEFORE.test(before.replace(/[<"'(]+$/, ''));
}

/** "l’adresse d’ann@…": an article or "de" before an address follows a word in small letters, not a name or a label. */
const isInSentence = (text: string, start: number): boolean =>
  /(?<![\p{L}’'])(?!(?:à|at|to)\s)\p{Ll}[\p{L}’']*\s$/u.test(text.slice(Math.max(0, start - 40), start));

function emailAt(text: string, at: number): FoundEmail | null {
  const start = localStart(text, at);
  if (start === at || at - start > MAX_LOCAL) return null;
  const end = domainEnd(text, at);
  const domain = text.slice(at + 1, end);
  // Checked first, since most at signs on a page full of them are this.
  if (text.charCodeAt(end) === AT_SIGN || !domain.includes('.')) return null;
  const word = text.slice(start, at).replace(PUNCTUATION_BEFORE, '');
  const local = /^[dl]’\p{Ll}/u.test(word) && isInSentence(text, at - word.length) ? word.slice(2) : word;
  const written = asEmail(local, domain);
  if (!written || isSomethingElse(text, start, end)) return null;
  return { email: written.toLowerCase(), written, start: at - local.length, end };
}

/** Every address of `text`, in order, with its place; repeated ones are given each time, at most `limit` in all. */
export function findEmails(text: string, limit = Number.POSITIVE_INFINITY): FoundEmail[] {
  const found: FoundEmail[] = [];
  for (let at = text.indexOf('@'); at >= 0 && found.length < limit; at = text.indexOf('@', at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (before === AT_SIGN || Number.isNaN(before) || text.charCodeAt(at + 1) === AT_SIGN) continue;
    const email = emailAt(text, at);
    if (email) found.push(email);
  }
  return found;
}
