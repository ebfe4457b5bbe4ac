/** Tells what the program says that sent a filled-in form on, around the form. */
import type { CapturedContact } from '../captured-contact.ts';
import { findEmails } from '../details/email-addresses.ts';
import type { Line } from '../lines/line.ts';

/** As many filled-in forms are a list of people. */
const MIN_LISTED = 4;

/** "From: notifications@…" */
const SENT_BY = /^(?:from|de|reply-to|sender)\s?:/iu;
/** Words of the program that sent a form on: "Do not reply to noreply@…", "Reply to Ann". */
const OF_PROGRAM =
  /(?<!\p{L})(?:r[ée]pon\p{L}+|repl(?:y|ies)|questions?|need help|help|aide|soutien|support|unsubscribe|d[ée]sabonn\p{L}+|automati\p{L}+|no-?reply|notifications?|platform|plateforme)(?!\p{L})/iu;

/** Whether a line around a form is about nobody. @param people who filled it in, one of whom may be its sender */
function isOfProgram({ text }: Line, people: readonly CapturedContact[]): boolean {
  const [only, ...others] = text.includes('@') ? findEmails(text) : [];
  if (!only || others.length > 0) return false;
  const isOwn = people.some(({ email }) => email?.value === only.email);
  return SENT_BY.test(text) ? !isOwn : OF_PROGRAM.test(text);
}

/** The lines around filled-in forms, without what the program says. @param people who filled them in */
export const withoutProgram = (
  lines: readonly Line[],
  people: readonly CapturedContact[],
): readonly Line[] =>
  people.length > 0 && people.length < MIN_LISTED
    ? lines.filter((line) => !isOfProgram(line, people))
    : lines;
