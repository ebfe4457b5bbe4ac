/** What the answers of one person come to: yes or no to e-mail, or unclear, with the day and the words that they wrote. */
import type { CapturedConsent, CapturedContact } from '../captured-contact.ts';
import { asksForRefusal, isOfOthers, mayAskForEmail } from '../lines/consent-labels.ts';
import { cleanValue, fold } from '../text/clean-text.ts';
import { isAnswer, isPlainNo, refusedIn, type Said, saidIn } from './answer-words.ts';

const GONE =
  /^(?:unsubscribed|desabonne(?:e|\(e\))?|desinscrite?|opt(?:ed)?[- ]?out|do not (?:contact|e-?mail)|ne pas (?:contacter|solliciter))(?:\W+(?:(?:on|since|le|depuis|en)\W+)?\d.*)?$/;

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
const MAX_WORDS_CHARACTERS = 200;

/** The answers of several people in one row: one yes of whoever filled it in is nobody's for sure, and a no is everybody's. */
export function answersOfSeveral(
  contacts: readonly CapturedContact[],
  row: readonly string[],
  labels: readonly string[],
): CapturedContact[] {
  const isShared = ({ consent, email }: CapturedContact): boolean =>
    contacts.some(
      (other) => other.email?.value !== email?.value && other.consent?.question === consent?.question,
    );
  return contacts.map((contact) => {
    const { consent } = contact;
    if (!consent?.optIn || !isShared(contact)) return contact;
    const at = labels.findIndex((label) => cleanValue(label) === consent.question);
    return {
      ...contact,
      consent: { ...consent, optIn: false, unclear: cleanValue(row[at] ?? '') || (consent.question ?? '') },
    };
  });
}

/** One cell and what stands over it. */
export interface Answer {
  value: string;
  label: string;
}

/** The answer in one cell; undefined where it gives none. */
function answerIn({ value, label }: Answer): Said | undefined {
  if (asksForRefusal(label)) return refusedIn(value);
  const said = saidIn(value, label);
  if (!mayAskForEmail(label) || said === 'no') return said;
  // "Communications: Ann Roe" is an office.
  return isAnswer(value) ? 'unclear' : undefined;
}

/** An answer whatever the column is called: "Status: Unsubscribed", and "Bulletin: Non" to what may be a question about e-mail. */
export const answersUnasked = ({ value, label }: Answer): boolean =>
  (GONE.test(fold(cleanValue(value))) && !isOfOthers(fold(label))) ||
  (isAnswer(value) && mayAskForEmail(label));

/** A day means yes on that day; what stands there instead may be any answer. */
function answerInDay(day: Answer): Said | undefined {
  const said = saidIn(day.value, day.label);
  return said === 'unclear' && /\d/.test(day.value) ? 'yes' : said;
}

/** A no is stronger than a yes, wherever it stands. */
const BY_STRENGTH: readonly Said[] = ['no', 'unclear', 'yes'];

/** The answer as written, where a plain no would not tell it: "Unsubscribed" is answered with yes. */
function wordsIn({ value, label }: Answer, said: Said): Pick<CapturedConsent, 'unclear' | 'written'> {
  const words = cleanValue(value).slice(0, MAX_WORDS_CHARACTERS);
  if (said === 'unclear') return { unclear: words };
  return said === 'no' && (asksForRefusal(label) || !isPlainNo(value)) ? { written: words } : {};
}

/**
 * What one person's cells say of consent to e-mail: any no counts, then what is unclear. Undefined where there is no answer.
 * @param answers to all questions about it @param day of the answer @param agreedOn without any question, it means yes on that day
 */
export function consentOf(
  answers: readonly Answer[],
  day: Answer,
  agreedOn: Answer | undefined,
): CapturedConsent | undefined {
  const isAsked = answers.some(({ label }) => !asksForRefusal(label));
  const inDay = agreedOn && answerInDay(agreedOn);
  const all = [
    ...answers.map((answer) => ({ answer, said: answerIn(answer) })),
    ...(agreedOn && !(isAsked && inDay === 'yes') ? [{ answer: agreedOn, said: inDay }] : []),
  ];
  // "Infolettre : Oui" beside "May we contact you? Yes"
  const isPlain = all.some(({ answer, said }) => said === 'yes' && !mayAskForEmail(answer.label));
  const counted = all.filter(
    ({ answer, said }) =>
      !(isPlain && said === 'unclear' && isYes(answer.value, '') && mayAskForEmail(answer.label)),
  );
  const [found] = BY_STRENGTH.flatMap((one) => counted.find(({ said }) => said === one) ?? []);
  if (!found?.said) return undefined;
  // "Oui, depuis le 3 mars 2021"
  const written = found.said === 'yes' ? (dayOf(found.answer.value) ?? dayOf(day.value)) : undefined;
  const question = cleanValue(found.answer.label).slice(0, MAX_QUESTION_CHARACTERS);
  return {
    optIn: found.said === 'yes',
    ...wordsIn(found.answer, found.said),
    ...(written ? { day: written } : {}),
    ...(question ? { question } : {}),
  };
}
