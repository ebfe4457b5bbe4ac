/** What the extension can ask of the broker, in its own words. */

import type { Account, Activity, ActivityQuery, Sessions } from '../../../shared/schemas/account.ts';
import type {
  Contact,
  ContactChanges,
  ContactDraft,
  ContactsPage,
  ContactsQuery,
  InterestChanges,
  Lists,
  LookupAnswer,
} from '../../../shared/schemas/contact.ts';

export interface CallOptions {
  /** Ends the call when what it was for is gone (the next letter was typed). */
  signal?: AbortSignal;
}

interface WriteOptions extends CallOptions {
  /** Same key, same write: a repeat gets the first answer. */
  idempotencyKey: string;
}

/** Every call rejects with a {@link import('./broker-error.ts').BrokerError}, or with the signal's reason when aborted. */
export interface BrokerClient {
  account(options?: CallOptions): Promise<Account>;
  searchContacts(query: ContactsQuery, options?: CallOptions): Promise<ContactsPage>;
  contact(id: string, options?: CallOptions): Promise<Contact>;
  /** Any number of e-mails; answered in the order asked. */
  lookUp(emails: readonly string[], options?: CallOptions): Promise<LookupAnswer['results']>;
  createContact(draft: ContactDraft, options: WriteOptions): Promise<Contact>;
  updateContact(id: string, changes: ContactChanges, options: WriteOptions): Promise<Contact>;
  setInterests(id: string, changes: InterestChanges, options: WriteOptions): Promise<Contact>;
  unsubscribe(id: string, reason: string, options: WriteOptions): Promise<Contact>;
  lists(options?: CallOptions): Promise<Lists>;
  sessions(options?: CallOptions): Promise<Sessions['sessions']>;
  endSession(id: string, options?: CallOptions): Promise<void>;
  endAllSessions(options?: CallOptions): Promise<void>;
  activity(query: ActivityQuery, options?: CallOptions): Promise<Activity>;
  /** The whole activity as CSV text. */
  /** `language` of the headings; without it they are the wire's names. */
  activityCsv(language?: 'en' | 'fr', options?: CallOptions): Promise<string>;
}
