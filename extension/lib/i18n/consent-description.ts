/** Consent descriptions pre-written as CASL proof, in the contact's language: what happened, where, and when. Pure. */
import { addMonths } from '../../../shared/consent.ts';
import type { ConsentBasis } from '../settings/settings.ts';
import { formatDay } from './dates.ts';
import type { Language } from './language.ts';

export interface ConsentCircumstances {
  /** Title of the page the contact was taken from; `''` when there was none. */
  pageTitle: string;
  /** Address of that page, already without query and fragment; `''` when there was none. */
  pageUrl: string;
  /** The day it happened, `YYYY-MM-DD`. */
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
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function shortTitle(title: string): string {
  return title.trim().replace(/\s+/g, ' ').slice(0, TITLE_MAX_CHARS);
}

function place(language: Language, title: string, url: string): string {
  if (url === '') return '';
  if (title === '') return ` (page ${url})`;
  return language === 'fr' ? ` (page «\u00a0${title}\u00a0», ${url})` : ` (page “${title}”, ${url})`;
}

/** One sentence to start from; the person edits it. */
export function describeConsent(
  circumstances: ConsentCircumstances & { basis: DescribedGround },
  language: Language,
): string {
  const { basis, pageTitle, pageUrl, day } = circumstances;
  const on = language === 'fr' ? `, le ${formatDay(day, 'fr')}` : `, ${formatDay(day, 'en')}`;
  const review =
    basis === 'member' && DAY.test(day)
      ? ` ${REVIEW[language]} ${formatDay(addMonths(day, REVIEW_MONTHS), language)}.`
      : '';
  return `${OPENING[language][basis]}${place(language, shortTitle(pageTitle), pageUrl)}${on}.${review}`;
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
    date: formatDay(circumstances.day, language),
  };
  return template.replace(/\{(page|url|date)\}/g, (_, name: string) => values[name] ?? '').trim();
}

const ANSWER: Record<Language, { list: string; quote: readonly [string, string]; yes: string; no: string }> =
  {
    en: { list: 'Registration list', quote: ['“', '”'], yes: 'yes', no: 'no' },
    fr: { list: 'Liste d’inscription', quote: ['«\u00a0', '\u00a0»'], yes: 'oui', no: 'non' },
  };

/** What a registration list says: what was asked, and the answer. @param answered the words of an unclear answer */
export function describeAnswer(question: string, answered: boolean | string, language: Language): string {
  const { list, quote, yes, no } = ANSWER[language];
  const asked = question === '' ? '' : ` ${quote[0]}${shortTitle(question)}${quote[1]}`;
  const colon = language === 'fr' ? '\u00a0:' : ':';
  const said = typeof answered === 'string' ? `${quote[0]}${answered}${quote[1]}` : answered ? yes : no;
  return `${list}${asked}${colon} ${said}.`;
}
