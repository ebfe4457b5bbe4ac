/** Consent descriptions pre-written as CASL proof, in the contact's language: what happened, where, and when. Pure. */
import { addMonths } from '../../../shared/consent.ts';
import { earliestDay, isDay } from '../../../shared/consent-grounds.ts';
import type { FormAnswer } from '../../../shared/form-answer.ts';
import type { ConsentBasis } from '../settings/settings.ts';
import { formatDay } from './dates.ts';
import { type Language, localeOf } from './language.ts';

export interface ConsentCircumstances {
  /** Title of the page the contact was taken from; `''` when there was none. */
  pageTitle: string;
  /** Address of that page, already without query and fragment; `''` when there was none. */
  pageUrl: string;
  /** The day it happened, `YYYY-MM-DD`; `YYYY-MM` or `YYYY` where only the month or the year is known. */
  day: string;
}

/** Longest page title that is carried into a description, in characters. */
const TITLE_MAX_CHARS = 120;

/** Where no ground is chosen, only the person describes it. */
export type DescribedGround = Exclude<ConsentBasis, 'other'>;

const OPENING: Record<Language, Record<DescribedGround, string>> = {
  en: {
    asked: 'Asked to receive our emails',
    inquired: 'Sent us an inquiry',
    client: 'Is a client of ours (purchase, lease, barter or contract)',
    member: 'Is a member of ours',
    'former-member': 'Was a member of ours',
    donor: 'Gave to us, volunteered for us or came to our meeting',
    published:
      'Publishes this address in plain sight for their role, with no note against messages; our message is about that role',
    card: 'Gave us their card or address; our message is about their role',
    found: 'No consent yet, address found',
  },
  fr: {
    asked: 'A demandé à recevoir nos courriels',
    inquired: 'Nous a fait parvenir une demande de renseignements',
    client: 'Fait partie de notre clientèle (achat, location, troc ou contrat)',
    member: 'Est membre de notre organisation',
    'former-member': 'A été membre de notre organisation',
    donor: 'Nous a fait un don, a fait du bénévolat pour nous ou a assisté à notre réunion',
    published:
      'Publie cette adresse bien en vue pour ses fonctions, sans mention contre les messages; notre message concerne ces fonctions',
    card: 'Nous a remis sa carte ou son adresse; notre message concerne ses fonctions',
    found: 'Aucun consentement pour l’instant, adresse trouvée',
  },
};

/** Membership has no end date of its own: somebody checks it again after a year. */
const REVIEW_MONTHS = 12;
const REVIEW: Record<Language, string> = { en: 'To be reviewed', fr: 'À revoir le' };

function shortTitle(title: string): string {
  return title.trim().replace(/\s+/g, ' ').slice(0, TITLE_MAX_CHARS);
}

function place(language: Language, title: string, url: string): string {
  if (url === '') return '';
  if (title === '') return ` (page ${url})`;
  return language === 'fr' ? ` (page «\u00a0${title}\u00a0», ${url})` : ` (page “${title}”, ${url})`;
}

/** A day in words; a month (`YYYY-MM`) is "May 2027" / "mai 2027", and a year (`YYYY`) stays as it is. */
export function formatPeriod(period: string, language: Language): string {
  if (!/^\d{4}-\d{2}$/.test(period)) return formatDay(period, language);
  const format = new Intl.DateTimeFormat(localeOf(language), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${period}-01T00:00:00Z`));
}

/** No day is named where only the month or the year is known. */
function when(day: string, language: Language): string {
  const words = formatPeriod(day, language);
  if (earliestDay(day) !== day) return language === 'fr' ? `, en ${words}` : `, in ${words}`;
  return language === 'fr' ? `, le ${words}` : `, ${words}`;
}

/** One sentence to start from; the person edits it. */
export function describeConsent(
  circumstances: ConsentCircumstances & { basis: DescribedGround },
  language: Language,
): string {
  const { basis, pageTitle, pageUrl, day } = circumstances;
  const first = earliestDay(day);
  const review =
    basis === 'member' && isDay(first)
      ? ` ${REVIEW[language]} ${formatDay(addMonths(first, REVIEW_MONTHS), language)}.`
      : '';
  return `${OPENING[language][basis]}${place(language, shortTitle(pageTitle), pageUrl)}${when(day, language)}.${review}`;
}

/** A person's own template with `{page}`, `{url}` and `{date}` filled in. */
export function fillDescriptionTemplate(
  template: string,
  circumstances: ConsentCircumstances,
  language: Language,
): string {
  const values: Record<string, string> = {
    page: shortTitle(circumstances.pageTitle),
    url: circumstances.pageUrl,
    date: formatPeriod(circumstances.day, language),
  };
  return template.replace(/\{(page|url|date)\}/g, (_, name: string) => values[name] ?? '').trim();
}

const ANSWERED: Record<Language, Record<`${boolean}`, string>> = {
  en: { true: 'yes', false: 'no' },
  fr: { true: 'oui', false: 'non' },
};
/** "Unsubscribed: Yes" */
const WANTS_NONE: Record<Language, string> = {
  en: 'does not want emails',
  fr: 'ne veut pas recevoir de courriels',
};
const ANSWERED_IN: Record<Language, string> = { en: 'Form or list', fr: 'Formulaire ou liste' };
const QUOTES: Record<Language, readonly [string, string]> = {
  en: ['“', '”'],
  fr: ['«\u00a0', '\u00a0»'],
};

/** What a form or a registration list says: what was asked, the answer, and what it means where it does not read as a no. */
export function describeAnswer(answer: FormAnswer, language: Language): string {
  const { optIn, unclear, written, dayWritten, question = '' } = answer;
  const [open, close] = QUOTES[language];
  const asked = question === '' ? '' : ` ${open}${shortTitle(question)}${close}`;
  const colon = language === 'fr' ? '\u00a0:' : ':';
  const words = unclear ?? written;
  const said = words === undefined ? ANSWERED[language][`${optIn}`] : `${open}${words}${close}`;
  const meant = written === undefined ? '' : `, ${WANTS_NONE[language]}`;
  const day = dayWritten === undefined ? '' : ` (${open}${dayWritten}${close})`;
  return `${ANSWERED_IN[language]}${asked}${colon} ${said}${day}${meant}.`;
}

const NEW_OWNER: Record<Language, string> = {
  en: 'The email address was changed to that of another person; no consent was given.',
  fr: 'L’adresse courriel est devenue celle d’une autre personne; aucun consentement n’a été donné.',
};

/** Why the consent of a contact ended with its address. @param said the contact's language as Envoke has it; both where it is not known */
export function describeNewOwner(said: string): string {
  const language = said.trim().slice(0, 2).toLowerCase();
  return language === 'en' || language === 'fr' ? NEW_OWNER[language] : `${NEW_OWNER.en} / ${NEW_OWNER.fr}`;
}
