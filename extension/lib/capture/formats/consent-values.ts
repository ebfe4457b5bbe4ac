/** Reads the answer in a consent column or question: yes or no, and the day. An answer that takes something back is kept as unclear. */
import type { CapturedConsent } from '../captured-contact.ts';
import { asksForRefusal, isOfOthers, refuses, takesBack } from '../lines/consent-labels.ts';
import { cleanValue, fold } from '../text/clean-text.ts';
import { isNothing } from '../text/nothing-said.ts';

const YES =
  /^(?:yes|y|oui|o|true|vrai|1|x|✓|✔|☑|✅|checked|coche|on|ok|agreed?|accepte|subscribed|abonne(?:e|\(e\))?|opt(?:ed)?[- ]?in|express|expres|exprime|granted|active)$/;
const YES_IN_WORDS =
  /^(?:(?:yes|oui)[,!.: ]|i (?:agree|accept|consent|would like|want)|j'accepte|je (?:consens|souhaite|veux|desire|m'abonne))/;
const NO =
  /^(?:no|n|non|false|faux|0|✗|✘|☐|❌|unchecked|off|unsubscribed|desabonne(?:e|\(e\))?|opt(?:ed)?[- ]?out|refuse[d]?|declined|withdrawn|retire(?:e|\(e\))?|no[,!.: ].*|non[,!.: ].*)$/;

/** What a cell answers; `unclear` where it says yes and takes something back. */
type Said = 'yes' | 'no' | 'unclear';

/** Undefined where the cell does not tell. @param label a box that is ticked may repeat what it asks */
function saidIn(value: string, label: string): Said | undefined {
  const said = fold(cleanValue(value)).replace(/[.]$/, '');
  if (!said) return undefined;
  if (YES.test(said)) return 'yes';
  if (NO.test(said)) return 'no';
  const isRepeated = said.length > 8 && said === fold(cleanValue(label));
  if (isRepeated) return 'yes';
  if (YES_IN_WORDS.test(said)) {
    // "I agree to the privacy policy" beside "Consent"
    if (!takesBack(said)) return isOfOthers(said) ? undefined : 'yes';
    return /^(?:yes|oui)\b/.test(said) || !refuses(said) ? 'unclear' : 'no';
  }
  return refuses(said) && !isOfOthers(said) ? 'no' : undefined;
}

const GONE =
  /^(?:unsubscribed|desabonne(?:e|\(e\))?|desinscrite?|opt(?:ed)?[- ]?out|do not (?:contact|e-?mail)|ne pas (?:contacter|solliciter))$/;

/** "Status: Unsubscribed": whoever left, whatever the column is called. */
export const saysGone = ({ value, label }: Answer): boolean =>
  GONE.test(fold(cleanValue(value))) && !isOfOthers(fold(label));

/** @param label as for consent */
export const isYes = (value: string, label: string): boolean => saidIn(value, label) === 'yes';

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

/** The answer in one cell; undefined where it gives none. */
function answerIn({ value, label }: Answer): Said | undefined {
  const said = isNothing(value.trim()) ? undefined : saidIn(value, label);
  if (!asksForRefusal(label)) return said;
  // Who did not refuse has not agreed either. A day, or a reason, is written for whoever refused.
  return value.trim() === '' || isNothing(value.trim()) || said === 'no' ? undefined : 'no';
}

/** A no is stronger than a yes, wherever it stands. */
const BY_STRENGTH: readonly Said[] = ['no', 'unclear', 'yes'];

/**
 * What one person's cells say of consent to e-mail: any no counts, then what is unclear. Undefined where there is no answer.
 * @param answers to all questions about it @param day without any question, it means yes on that day
 */
export function consentOf(answers: readonly Answer[], day: Answer): CapturedConsent | undefined {
  const said = answers.map((answer) => ({ answer, said: answerIn(answer) }));
  const isAsked = answers.some(({ label }) => !asksForRefusal(label));
  const dated = !isAsked && day.value.trim() !== '' ? [{ answer: day, said: 'yes' as const }] : [];
  const all = [...said, ...dated];
  const [found] = BY_STRENGTH.flatMap((one) => all.find((own) => own.said === one) ?? []);
  if (!found) return undefined;
  const written = found.said === 'yes' ? dayOf(day.value) : undefined;
  const question = cleanValue(found.answer.label).slice(0, MAX_QUESTION_CHARACTERS);
  return {
    optIn: found.said === 'yes',
    ...(found.said === 'unclear'
      ? { unclear: cleanValue(found.answer.value).slice(0, MAX_QUESTION_CHARACTERS) }
      : {}),
    ...(written ? { day: written } : {}),
    ...(question ? { question } : {}),
  };
}
