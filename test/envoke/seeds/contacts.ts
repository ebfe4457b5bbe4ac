/** Invents the contacts of an account: the same ones for the same seed and the same day. */

import type { Account } from '../accounts/account.ts';
import { allowsSending, statusAt } from '../accounts/consent.ts';
import type { Contact } from '../accounts/contact.ts';
import { emptyContactText } from '../accounts/contact.ts';
import { applyInterests } from '../accounts/interest-settings.ts';
import type { Clock } from '../clock.ts';
import { type SeededConsent, seedConsent } from './consents.ts';
import { seedLists } from './lists.ts';
import type { Organisation } from './organisations.ts';
import { ORGANISATIONS } from './organisations.ts';
import { NAME_POOLS } from './people.ts';
import { createRandom, type Random } from './random.ts';

const TITLES = {
  en: ['Clerk', 'Director, Communications', 'Registrar', 'Program officer', ''],
  fr: ['Greffière', 'Directeur des communications', 'Registraire', 'Agente de programme', ''],
} as const;

/** Fills an account's lists and people. */
export function seedAccount(account: Account, seed: number, clock: Clock): void {
  const random = createRandom(seed);
  const newExternalId = () => Array.from({ length: 32 }, () => random.below(16).toString(16)).join('');
  seedLists(account, newExternalId);
  const drafts = inventDrafts(account.contacts, random, clock);
  for (const [index, { person, consent, createdAtMs }] of drafts.entries()) {
    const mailable = allowsSending(statusAt(consent, clock.local(clock.now())));
    account.people.add((id) => ({
      id,
      externalId: newExternalId(),
      dateCreated: clock.local(createdAtMs),
      text: inventText(person, index, random),
      consent,
      customFields: random.chance(40) ? inventCustomFields(person.language, index) : {},
      interestIds: someInterests(account, random),
      autoresponderIds: mailable ? some(account.autoresponders.list(), 8, random) : [],
    }));
  }
}

interface Draft extends SeededConsent {
  readonly person: Person;
}

/** Oldest first, so that ids rise with the date as they do in a real account. */
function inventDrafts(count: number, random: Random, clock: Clock): Draft[] {
  const taken = new Set<string>();
  const drafts = Array.from({ length: count }, (_, index): Draft => {
    const person = inventPerson(random, taken);
    return { person, ...seedConsent(index, person.language, random, clock) };
  });
  return drafts.sort((a, b) => a.createdAtMs - b.createdAtMs);
}

interface Person {
  readonly language: 'en' | 'fr';
  readonly first: string;
  readonly last: string;
  readonly organisation: Organisation;
  readonly email: string;
}

function inventPerson(random: Random, taken: Set<string>): Person {
  const pool = random.pick(NAME_POOLS);
  const [first, last, organisation] = [
    random.pick(pool.first),
    random.pick(pool.last),
    random.pick(ORGANISATIONS),
  ];
  const local = `${plain(first)}.${plain(last)}`;
  let email = `${local}@${organisation.domain}`;
  for (let twin = 2; taken.has(email); twin++) email = `${local}${twin}@${organisation.domain}`;
  taken.add(email);
  return { language: pool.language, first, last, organisation, email };
}

function inventText(
  { language, first, last, organisation, email }: Person,
  index: number,
  random: Random,
): Contact['text'] {
  const nameless = index % 29 === 28;
  return {
    ...emptyContactText(),
    remote_id: random.chance(30) ? `crm-${1000 + index}` : '',
    first_name: nameless ? '' : first,
    last_name: nameless ? '' : last,
    title: random.pick(TITLES[language]),
    email,
    company: random.chance(85) ? organisation.name : '',
    phone: random.chance(50) ? `(613) 555-01${String(random.below(100)).padStart(2, '0')}` : '',
    city: organisation.city,
    country: 'CA',
    province: organisation.province,
    language: random.chance(95) ? language : '',
  };
}

/** By custom field id: the member number and the department. */
function inventCustomFields(language: 'en' | 'fr', index: number): Record<string, string> {
  return { 1: `M-${10_000 + index}`, 3: language === 'fr' ? 'Greffe' : 'Records' };
}

/** ASCII letters, digits and hyphens of a name, for an e-mail address. */
function plain(name: string): string {
  const ascii = name.normalize('NFD').replace(/[^A-Za-z0-9-]/g, '');
  return ascii.toLowerCase();
}

function someInterests(account: Account, random: Random): number[] {
  const chosen = account.interests.list().filter(() => random.chance(20));
  return applyInterests(
    [],
    chosen.map((item) => ({ item, set: true })),
    account,
  );
}

function some(items: readonly { readonly id: number }[], percent: number, random: Random): number[] {
  return items.filter(() => random.chance(percent)).map(({ id }) => id);
}
