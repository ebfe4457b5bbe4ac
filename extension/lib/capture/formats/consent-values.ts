/** What the answers of one person come to: yes or no to e-mail, or unclear, with the day and the words that they wrote. */
import type { FormAnswer } from '../../../../shared/form-answer.ts';
import { type CapturedContact, withProvenance } from '../captured-contact.ts';
import {
  asksForRefusal,
  consentKind,
  isOfOthers,
  mayAskForEmail,
  namesEmail,
} from '../lines/consent-labels.ts';
import { keyOf } from '../lines/label-key.ts';
import { asksPlainly } from '../lines/plain-questions.ts';
import { cleanValue, fold } from '../text/clean-text.ts';
import { forbids, isAnswer, isPlainNo, refusedIn, type Said, saidIn } from './answer-words.ts';
import { dayOf, hasDay } from './written-days.ts';

const GONE =
  /^(?:(?:e-?mails?|courriels?)\W+)?(?:unsubscribed|(?:not|non)[- ]subscribed|bl(?:ack|ock)listed|on hold opt[- ]?out|desabonne(?:e|\(e\))?|non abonnee?|desinscrite?|opt(?:ed)?[- ]?out|do not (?:contact|e-?mail)|ne pas (?:contacter|solliciter|envoyer de courriels?|ecrire)|cleaned|nettoyee?|(?:hard |soft )?bounced?|rebond(?: \w+)?|(?:spam )?complain(?:t|ed)|plaintes?(?: pour pourriel)?|marked as spam)(?:(?:\W+(?:(?:on|since|le|depuis|en)\W+)?\d|\s?[,;]).*)?$/;
/** "Type: Tacite" */
const IMPLIED = /^(?:consentement )?(?:tacite|implicite|implied)(?: consent)?\b/;

/** @param label as for consent */
export const isYes = (value: string, label: string): boolean => saidIn(value, label) === 'yes';

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

/** Another address of somebody, which may be anybody's: their no counts for it too, and their yes does not. */
export const atOtherAddress = (email: string, { consent }: CapturedContact): CapturedContact => ({
  ...withProvenance({ email }, 'table'),
  ...(consent?.optIn === false ? { consent } : {}),
});

/** One cell and what stands over it. */
export interface Answer {
  value: string;
  label: string;
}

/** Whether a yes is one to e-mail. A label that says nothing of it is of a column that somebody chose for that. */
const isPlainLabel = (label: string): boolean =>
  consentKind(keyOf(label)) === undefined || asksPlainly(label);

/** The answer in one cell; undefined where it gives none. */
function answerIn({ value, label }: Answer): Said | undefined {
  if (asksForRefusal(label)) return refusedIn(value);
  const said = saidIn(value, label);
  if (said === 'no') return said;
  if (!mayAskForEmail(label)) return said === 'yes' && !isPlainLabel(label) ? 'unclear' : said;
  // "Communications: Ann Roe" is an office.
  return isAnswer(value) ? 'unclear' : undefined;
}

/** Whether words say of somebody, wherever they stand, that they get no e-mail. */
export const saysGone = (words: string): boolean => GONE.test(fold(cleanValue(words)));

/** "Do not phone, Do not email": one of several. */
const saysGoneAmong = (said: string): boolean => said.split(/\s*[,;|]\s*/).some((one) => GONE.test(one));

/** An answer whatever the column is called: "Status: Unsubscribed", "Type: Tacite", and "Bulletin: Non" to what may be a question about e-mail. */
export const answersUnasked = ({ value, label }: Answer): boolean => {
  const said = fold(cleanValue(value));
  const isGone = saysGoneAmong(said) && (namesEmail(said) || !isOfOthers(fold(label)));
  // "Email: Do Not Allow"
  const isForbidden = forbids(value) && namesEmail(fold(label));
  return isGone || isForbidden || IMPLIED.test(said) || (isAnswer(value) && mayAskForEmail(label));
};

/** A day means yes on that day; what stands there instead may be any answer. */
function answerInDay(day: Answer): Said | undefined {
  const said = saidIn(day.value, day.label);
  return said === 'unclear' && /\d/.test(day.value) ? 'yes' : said;
}

/** A no is stronger than a yes, wherever it stands. */
const BY_STRENGTH: readonly Said[] = ['no', 'unclear', 'yes'];

/** The answer as written, where a plain no would not tell it: "Unsubscribed" is answered with yes. */
function wordsIn({ value, label }: Answer, said: Said): Pick<FormAnswer, 'unclear' | 'written'> {
  const words = cleanValue(value).slice(0, MAX_WORDS_CHARACTERS);
  if (said === 'unclear') return { unclear: words };
  return said === 'no' && (asksForRefusal(label) || !isPlainNo(value)) ? { written: words } : {};
}

/** "Submit date (UTC)": the zone stands in the label. */
const withZone = ({ value, label }: Answer): string =>
  /\d:\d\d/.test(value) && /\b(?:utc|gmt)\b/i.test(label) ? `${value} UTC` : value;

/** The day in the first of the texts that has one: "Oui, depuis le 3 mars 2021". Its words where it cannot be told. */
function whenIn(texts: readonly string[]): Pick<FormAnswer, 'day' | 'dayWritten'> {
  const day = texts.map(dayOf).find(Boolean);
  if (day) return { day };
  const words = cleanValue(texts.find(hasDay) ?? '').slice(0, MAX_WORDS_CHARACTERS);
  return words ? { dayWritten: words } : {};
}

/**
 * What one person's cells say of consent to e-mail: any no counts, then what is unclear. Undefined where there is no answer.
 * @param answers to all questions about it @param day of the answer @param agreedOn without any question, it means yes on that day
 */
export function consentOf(
  answers: readonly Answer[],
  day: Answer,
  agreedOn: Answer | undefined,
): FormAnswer | undefined {
  const isAsked = answers.some(({ label }) => !asksForRefusal(label));
  const inDay = agreedOn && answerInDay(agreedOn);
  const all = [
    ...answers.map((answer) => ({ answer, said: answerIn(answer) })),
    ...(agreedOn && !(isAsked && inDay === 'yes') ? [{ answer: agreedOn, said: inDay }] : []),
  ];
  // "Infolettre : Oui" beside "May we contact you? Yes"
  const isPlain = all.some(({ said }) => said === 'yes');
  const counted = all.filter(
    ({ answer, said }) => !(isPlain && said === 'unclear' && isYes(answer.value, '')),
  );
  const [found] = BY_STRENGTH.flatMap((one) => counted.find(({ said }) => said === one) ?? []);
  if (!found?.said) return undefined;
  const question = cleanValue(found.answer.label).slice(0, MAX_QUESTION_CHARACTERS);
  return {
    optIn: found.said === 'yes',
    ...wordsIn(found.answer, found.said),
    ...(found.said === 'yes' ? whenIn([found.answer, day].map(withZone)) : {}),
    ...(question ? { question } : {}),
  };
}
