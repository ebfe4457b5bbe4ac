/**
 * The only parser of e-mail addresses: text that was typed, pasted, captured or sent becomes one address, or one reason
 * why not. Pure.
 */
import { asciiDomain, emailKey, plainAddress, withoutUnseen } from './email-key.ts';

/** Why a text is not one address; the catalogues have a sentence for each reason. */
export const EMAIL_FAULTS = [
  'empty',
  'no-at',
  'no-local',
  'several',
  'blank',
  'dots',
  'character',
  'mixed-letters',
  'domain',
  'too-long',
] as const;
export type EmailFault = (typeof EMAIL_FAULTS)[number];

export type EmailReading =
  /** `email` is shown and stored, `key` is used to compare, `name` is the name beside the address or `''`. */
  { ok: true; email: string; key: string; name: string } | { ok: false; fault: EmailFault };

/** RFC 5321 section 4.5.3.1. */
const LOCAL_MAX_CHARS = 64;
const EMAIL_MAX_CHARS = 254;
/** A longer text cannot be one person's address. */
const GIVEN_MAX_CHARS = 2_000;
const LOCAL = /^[\p{L}\p{N}\p{M}.!#$%&'*+/=?^_{|}~`-]+$/u;
const DOMAIN = /^[\p{L}\p{N}\p{M}.-]+$/u;
const ASCII_LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
const TOP_LABEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
/** Characters that occur around an address in running text, never inside one. */
const WRAPPERS = /[<>()[\]"“”„«»‹›,;|]+/;
const LABEL_WORD = /^(?:e-?mail|courriel|to|cc|from|à|de|mél|adresse|address)$/i;

const wrong = (fault: EmailFault) => ({ ok: false, fault }) as const;

/** Finds the one address in a text. */
export function readEmail(given: string): EmailReading {
  if (given.length > GIVEN_MAX_CHARS) return wrong('too-long');
  const text = plainAddress(undoMailto(withoutUnseen(given)))
    .replace(/\s*@\s*/g, '@')
    .replace(/^[\s<"']*(?=mailto:)/i, '');
  if (text === '') return wrong('empty');
  if (!text.includes('@')) return wrong('no-at');
  const bracketed = /<\s*(?:mailto:)?([^<>]*@[^<>]*?)\s*>/i.exec(text);
  const pieces = text.split(WRAPPERS).flatMap((piece) => piece.split(/\s+/));
  const candidates = pieces.filter((piece) => piece.includes('@')).map(trimmed);
  if (new Set(candidates.map(emailKey)).size > 1) return wrong('several');
  const [candidate = ''] = candidates;
  const name = nameBeside(given, candidate);
  // Words beside an address without brackets count as a name only when they look like one: "jane roe@…" is a typing
  // error.
  if (bracketed === null && name !== '' && !/^\p{Lu}/u.test(name) && !/[("“«]/.test(text))
    return wrong('blank');
  if (bracketed !== null && /\s/.test(bracketed[1] ?? '')) return wrong('blank');
  return judge(candidate, name);
}

/** Whether a text is exactly an address as this parser returns it, with either form of its domain. */
export function isReadEmail(text: string): boolean {
  const reading = readEmail(text);
  if (!reading.ok || reading.name !== '') return false;
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1).toLowerCase();
  const localIsKept = reading.email.slice(0, reading.email.lastIndexOf('@')) === text.slice(0, at);
  return localIsKept && [reading.email, reading.key].some((form) => form.endsWith(`@${domain}`));
}

/**
 * An address with its domain in readable letters (not Punycode); a text that is not an address is returned unchanged.
 */
export function showEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return /(?:^|\.)xn--/i.test(email.slice(at + 1))
    ? email.slice(0, at + 1) + unicodeDomain(email.slice(at + 1))
    : email;
}

function undoMailto(text: string): string {
  const link = /^[\s<"']*mailto:(?:\/\/)?([^?]*)/i.exec(text);
  if (link === null) return text;
  const [, path = ''] = link;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Without the punctuation of a sentence, a link or a list. */
function trimmed(piece: string): string {
  const [bare = ''] = piece.replace(/^[^@]*mailto:(?:\/\/)?/i, '').split(/\?(?=[^@]*$)/);
  const colon = bare.replace(/^[\p{L}-]+:(?=[^:@]+@)/u, '');
  return colon.replace(/^['‘{]+/, '').replace(/[.,;:!?'’}/\uFFFD]+$/, '');
}

function nameBeside(given: string, candidate: string): string {
  const rest = withoutUnseen(given)
    .normalize('NFC')
    .replace(/^[\s<"']*mailto:[^?]*(?:\?.*)?$/i, '')
    .replace(/\s*[@\uFF20\uFE6B]\s*/g, '@')
    .split(/[<>()[\]"“”„«»‹›;|\s]+/)
    .filter((word) => word !== '' && !word.includes('@') && !candidate.includes(`@${word}`))
    .filter((word) => !/^[.,;:|'–—-]+$/.test(word) && !LABEL_WORD.test(word.replace(/:$/, '')))
    .join(' ')
    .replace(/^[\s,'‘]+|[\s,:'’]+$/g, '');
  const [last = '', first = '', ...more] = rest.split(/,\s*/);
  return first !== '' && more.length === 0 ? `${first} ${last}`.trim() : rest;
}

function judge(candidate: string, name: string): EmailReading {
  const at = candidate.lastIndexOf('@');
  const [local, domain] = [candidate.slice(0, at), candidate.slice(at + 1)];
  if (local === '') return wrong('no-local');
  if (domain === '') return wrong('domain');
  if (local.includes('@')) return wrong('several');
  if (/^\.|\.\.|\.$/.test(local) || /^\.|\.\./.test(domain)) return wrong('dots');
  if (!LOCAL.test(local) || !DOMAIN.test(domain)) return wrong('character');
  if (isMixed(local) || domain.split('.').some(isMixed)) return wrong('mixed-letters');
  const ascii = asciiDomain(domain);
  const labels = ascii.split('.');
  const isDomain = labels.length > 1 && labels.every((label) => ASCII_LABEL.test(label));
  if (!isDomain || !TOP_LABEL.test(labels.at(-1) ?? '')) return wrong('domain');
  if (local.length > LOCAL_MAX_CHARS || local.length + 1 + ascii.length > EMAIL_MAX_CHARS)
    return wrong('too-long');
  return {
    ok: true,
    email: `${local}@${unicodeDomain(ascii)}`,
    key: `${local.toLowerCase()}@${ascii}`,
    name,
  };
}

/** Latin letters among Cyrillic or Greek ones can make an address look like another one. */
function isMixed(text: string): boolean {
  return /\p{Script=Latin}/u.test(text) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text);
}

/** The domain in readable letters, unless parsing it again gives another domain. */
function unicodeDomain(ascii: string): string {
  const shown = ascii
    .toLowerCase()
    .split('.')
    .map((label) => (label.startsWith('xn--') ? decodeLabel(label.slice(4)) : label))
    .join('.')
    .normalize('NFC');
  const isSafe = !shown.split('.').some(isMixed) && asciiDomain(shown) === ascii.toLowerCase();
  return isSafe ? shown : ascii.toLowerCase();
}

/** Punycode. @see RFC 3492 section 6.2 */
function decodeLabel(encoded: string): string {
  const points = [...encoded.slice(0, Math.max(0, encoded.lastIndexOf('-')))].map((char) =>
    char.charCodeAt(0),
  );
  const digits = [...encoded.slice(encoded.lastIndexOf('-') + 1)];
  let [point, bias, index] = [128, 72, 0];
  while (digits.length > 0) {
    const before = index;
    for (let [weight, step] = [1, 36]; ; step += 36) {
      const digit = Number.parseInt(digits.shift() ?? '', 36);
      if (Number.isNaN(digit) || index > 0xff_ffff) return `xn--${encoded}`;
      const value = digit < 10 ? digit + 26 : digit - 10;
      index += value * weight;
      const threshold = Math.min(26, Math.max(1, step - bias));
      if (value < threshold) break;
      weight *= 36 - threshold;
    }
    const length = points.length + 1;
    bias = adaptedBias(index - before, length, before === 0);
    point += Math.floor(index / length);
    index %= length;
    if (point > 0x10ffff) return `xn--${encoded}`;
    points.splice(index, 0, point);
    index += 1;
  }
  return String.fromCodePoint(...points);
}

function adaptedBias(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / length);
  let bias = 0;
  for (; rest > 455; bias += 36) rest = Math.floor(rest / 35);
  return bias + Math.floor((36 * rest) / (rest + 38));
}
