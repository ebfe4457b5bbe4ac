/** Finds how somebody signs whose address stands elsewhere in a message. */
import type { Line } from '../lines/line.ts';
import { slug } from '../text/clean-text.ts';
import { findLeadingName } from './leading-name.ts';

const MAX_SIGNATURE_LINES = 8;
const MAX_SIGNED = 60;
const MAX_LINES_TO_SIGNATURE = 60;

const namedLines = new WeakMap<Line, boolean>();

/** Asked of the same line for several regions, so that the answer is kept. */
export function hasName(line: Line): boolean {
  const known = namedLines.get(line);
  if (known !== undefined) return known;
  const answer = line.text.length < 200 && findLeadingName(line.text, '') !== null;
  namedLines.set(line, answer);
  return answer;
}

/** "From: Ann Roe <…>", "On 2 Nov 2026 at 15:01 Ann Roe <…> wrote:", which may be broken before its last word. */
const SENDER =
  /^(?:from|de|sender|expéditeur)\s?:|^>{0,3}\s?[^<>]{3,60}<\S+@\S+>\s\d{1,4}[/-]\d{1,2}[/-]\d{1,4}\b.{0,20}>{2,}$|^(?:on|le)\s(?=.*\d)(?:.*\b(?:wrote|écrit)\s?:$|.*\s\d{1,2}\s?[:h]\s?\d{2}\b)/i;

/** The lines above are about another person, the one who answered or forwarded the message. */
export const isSender = (line: Line | undefined): boolean => line !== undefined && SENDER.test(line.text);

const WRITER =
  /^\p{Lu}[\p{L}'’.-]*(?:,? \p{Lu}[\p{L}'’.-]*){0,3}(?: [^\s<>]+@[^\s<>]+| ?<[^\s<>]+@[^\s<>]+>(?: <[^\s<>]+@[^\s<>]+>)?)$/u;
/** "Tue, Nov 24, 10:02 AM", "Ven 2026-11-27 13:41", "to me", but not hours of opening. */
const SENT =
  /^(?=.{5,60}$)(?!.*\d\s?(?:[–-]|to|à)\s?\d{1,2}\s?[:h])(?=.*\d{1,2}\s?[:h]\s?\d{2})(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|\d)|^(?:to|à)\s(?:me|moi)(?!\p{L})/iu;

/** "Ann Roe <ann@…>" over the date of a message: so archives of mailing lists and mail on the web write who sent it. */
export const isWriter = (line: Line | undefined, next: Line | undefined): boolean =>
  WRITER.test(line?.text ?? '') && SENT.test(next?.text ?? '');

/** A name on a line of its own that `line` has too, and what stands below it: how somebody signs who is written to elsewhere. */
export function signatureOf(line: Line, others: readonly Line[]): Line[] {
  const key = slug(line.text);
  const start = others.slice(0, MAX_LINES_TO_SIGNATURE).findIndex((other) => {
    const isLooked = other.text.length < MAX_SIGNED && hasName(other);
    const name = isLooked ? findLeadingName(other.text, '')?.name : undefined;
    const [family = ''] = name?.last.split(/\s(?=\p{L}{1,3}\s|\p{Lu})/u) ?? [];
    return name?.last && [name.first, family].every((part) => key.includes(slug(part)));
  });
  if (start < 0) return [];
  const below = others.slice(start + 1, start + MAX_SIGNATURE_LINES);
  const rise = below[0]?.rise ?? 0;
  const end = below.findIndex((other) => other.rise < rise);
  return others.slice(start, start + 1 + (end < 0 ? below.length : end));
}
