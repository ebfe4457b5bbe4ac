/** Every state consent can be in, with when it began, so that a seeded account shows them all. */

import type { Consent, ConsentStatus } from '../accounts/consent.ts';
import { allowsSending, beginConsent } from '../accounts/consent.ts';
import type { Clock } from '../clock.ts';
import type { Random } from './random.ts';

const DAY_MS = 86_400_000;

/** Status and how many days ago it began, from and to; a long-past implied consent has run out by itself. */
const STATES: readonly [
  readonly [ConsentStatus, number, number],
  ...(readonly [ConsentStatus, number, number])[],
] = [
  ['Express', 1, 1500],
  ['Express', 1, 1500],
  ['Express', 1, 1500],
  ['Implied - Inquiry', 1, 150],
  ['Implied - Inquiry', 200, 600],
  ['Implied - Transaction', 1, 700],
  ['Implied - Transaction', 760, 1200],
  ['Implied - No Expiry', 1, 1500],
  ['Expired', 200, 1500],
  ['Not Provided', 1, 1500],
  ['Not Provided', 1, 1500],
  ['Revoked', 1, 900],
  ['External Spam Reported', 1, 900],
  ['Envoke Spam Reported', 1, 900],
];

const SOURCES = {
  en: [
    'Signed up on the website',
    'Paper form at the annual conference',
    'Asked a question by phone',
    'Renewed membership',
  ],
  fr: [
    'Inscription sur le site Web',
    'Formulaire papier au congrès annuel',
    'Question posée par téléphone',
    'Adhésion renouvelée',
  ],
} as const;

export interface SeededConsent {
  readonly consent: Consent;
  /** When the contact was added, at the same time as its consent. Epoch milliseconds. */
  readonly createdAtMs: number;
}

/** The consent of the `index`-th contact: the states in turn, so that even a small account has each. */
export function seedConsent(
  index: number,
  language: 'en' | 'fr',
  random: Random,
  clock: Clock,
): SeededConsent {
  const [status, from, to] = STATES[index % STATES.length] ?? STATES[0];
  const ago = from + random.below(to - from);
  const createdAtMs = clock.now() - ago * DAY_MS - random.below(DAY_MS / 2);
  const described = allowsSending(status) || status === 'Expired';
  const description = described ? random.pick(SOURCES[language]) : '';
  return { consent: beginConsent(status, description, clock.local(createdAtMs)), createdAtMs };
}
