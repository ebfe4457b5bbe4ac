/** One Envoke account (or sub-account): its people, its lists, and who may log in to it. */

import type { Autoresponder, CustomField, Interest, InterestGroup, Shelf } from './catalogue.ts';
import { createShelf } from './catalogue.ts';
import type { ContactStore } from './contact-store.ts';
import { createContactStore } from './contact-store.ts';

/** A person who can log in to the account; the same e-mail in two accounts is one person with a choice to make. */
interface Login {
  readonly email: string;
  readonly password: string;
}

export interface AccountOptions {
  readonly id: string;
  readonly name: string;
  readonly logins: readonly Login[];
  /** How many contacts to invent. */
  readonly contacts: number;
  /** Whether the plan has private subscriptions (section 3.4). */
  readonly privateSubscriptions: boolean;
}

export interface Account extends AccountOptions {
  readonly people: ContactStore;
  readonly interests: Shelf<Interest>;
  readonly groups: Shelf<InterestGroup>;
  readonly customFields: Shelf<CustomField>;
  readonly autoresponders: Shelf<Autoresponder>;
}

/** An account with nothing in it yet. */
export function createAccount(options: AccountOptions): Account {
  return {
    ...options,
    people: createContactStore(),
    interests: createShelf(101),
    groups: createShelf(11),
    customFields: createShelf(),
    autoresponders: createShelf(501),
  };
}

/** Items alphabetically by name, as Envoke lists them. */
export function byName<Item extends { readonly name: string }>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}
