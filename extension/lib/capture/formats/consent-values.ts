/** Reads the answer in a consent column or question: yes or no, and the day. An unclear answer is left out. */
import type { CapturedConsent } from '../captured-contact.ts';
import { asksForRefusal } from '../lines/field-labels.ts';
import { cleanValue, fold } from '../text/clean-text.ts';

const YES =
  /^(?:yes|y|oui|o|true|vrai|1|x|✓|✔|☑|✅|checked|coche|on|ok|agreed?|accepte|i (?:agree|accept|consent|would like|want).*|j'accepte.*|je (?:consens|souhaite|veux|desire|m'abonne).*|subscribed|abonne(?:e|\(e\))?|opt(?:ed)?[- ]?in|express|expres|exprime|granted|active|yes[,!.: ].*|oui[,!.: ].*)$/;
const NO =
  /^(?:no|n|non|false|faux|0|✗|✘|☐|❌|unchecked|off|unsubscribed|desabonne(?:e|\(e\))?|opt(?:ed)?[- ]?out|refuse[d]?|declined|withdrawn|retire|no[,!.: ].*|non[,!.: ].*)$/;

/** True, false, or undefined where the cell does not tell. @param label a box that is ticked may repeat what it asks */
function optInOf(value: string, label: string): boolean | undefined {
  const said = fold(cleanValue(value)).replace(/[.]$/, '');
  if (!said) return undefined;
  if (YES.test(said)) return true;
  if (NO.test(said)) return false;
  return said.length > 8 && said === fold(cleanValue(label)) ? true : undefined;
}

/** @param label as for consent */
export const isYes = (value: string, label: string): boolean => optInOf(value, label) === true;

const MONTHS: readonly RegExp[] = [
  /^jan/,
  /^fe[bv]/,
  /^mar/,
  /^a[pv]r/,
  /^ma[iy]/,
  /^(?:jun|juin)/,
  /^(?:jul|juil)/,
  /^ao?u/,
  /^sep/,
  /^oct/,
  /^nov/,
  /^dec/,
];

function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 1990 && year < 2100;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}

/** "2025-03-01 10:10", "March 1, 2025", "1er mars 2025", "25/03/2025"; undefined where day and month could be either. */
export function dayOf(value: string): string | undefined {
  const text = fold(cleanValue(value)).slice(0, 60);
  const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (iso) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const monthOf = (word = ''): number => MONTHS.findIndex((pattern) => pattern.test(word)) + 1;
  const english = /\b(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/u.exec(text);
  if (english && monthOf(english[1]))
    return isoDay(Number(english[3]), monthOf(english[1]), Number(english[2]));
  const french = /(?<!\d)(\d{1,2})(?:er|st|nd|rd|th)?[ -](?:of )?(\p{L}{3,9})\.?,?[ -](\d{4})\b/u.exec(text);
  if (french && monthOf(french[2])) return isoDay(Number(french[3]), monthOf(french[2]), Number(french[1]));
  const numbers = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/.exec(text);
  if (!numbers) return undefined;
  const [one, two, year] = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])];
  if (one > 12) return isoDay(year, two, one);
  return two > 12 || one === two ? isoDay(year, one, two) : undefined;
}

const MAX_QUESTION_CHARACTERS = 200;

/** One cell and what stands over it. */
export interface Answer {
  value: string;
  label: string;
}

/** The answer in one person's cells; undefined where there is none. A day without an answer means yes on that day. */
export function consentOf(answer: Answer | undefined, day: Answer): CapturedConsent | undefined {
  const said = answer ? optInOf(answer.value, answer.label) : day.value ? true : undefined;
  // Who did not refuse has not agreed either.
  const optIn = answer && asksForRefusal(answer.label) ? (said ? false : undefined) : said;
  if (optIn === undefined) return undefined;
  const written = optIn ? dayOf(day.value) : undefined;
  const question = cleanValue((answer ?? day).label).slice(0, MAX_QUESTION_CHARACTERS);
  return { optIn, ...(written ? { day: written } : {}), ...(question ? { question } : {}) };
}
