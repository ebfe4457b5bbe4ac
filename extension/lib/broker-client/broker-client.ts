/** The calls that the extension can make to the broker. */

import type { Account, Activity, ActivityQuery, Sessions } from '../../../shared/schemas/account.ts';
import type {
  ConsentEndsPage,
  Contact,
  ContactChanges,
  ContactDraft,
  ContactsPage,
  ContactsQuery,
  InterestChanges,
  Lists,
  LookupAnswer,
  Unsubscribe,
  VoidAnswer,
  VoidedWrite,
} from '../../../shared/schemas/contact.ts';

export interface CallOptions {
  /** Aborts the call when its result is not needed any more (the next letter was typed). */
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
  /** The contacts that Envoke finds by these ids, 100 at most; who is missing may still exist. */
  contactsById(ids: readonly string[], options?: CallOptions): Promise<readonly Contact[]>;
  /** When consent ends, a page of contacts at a time. */
  consentEnds(skip: number, options?: CallOptions): Promise<ConsentEndsPage>;
  /** Any number of e-mails; answered in the order asked. */
  lookUp(emails: readonly string[], options?: CallOptions): Promise<LookupAnswer['results']>;
  createContact(draft: ContactDraft, options: WriteOptions): Promise<Contact>;
  updateContact(id: string, changes: ContactChanges, options: WriteOptions): Promise<Contact>;
  setInterests(id: string, changes: InterestChanges, options: WriteOptions): Promise<Contact>;
  unsubscribe(id: string, said: Unsubscribe, options: WriteOptions): Promise<Contact>;
  /**
   * Takes back the write of this key: the answer says to whom it was written, or that it never will be. Rejects while
   * neither is certain.
   */
  voidWrite(write: VoidedWrite, options: WriteOptions): Promise<VoidAnswer>;
  lists(options?: CallOptions): Promise<Lists>;
  sessions(options?: CallOptions): Promise<Sessions['sessions']>;
  endSession(id: string, options?: CallOptions): Promise<void>;
  /** Names this browser in the list of sessions. */
  nameSession(id: string, deviceName: string, options?: CallOptions): Promise<void>;
  /** Ends the person's other sessions. */
  endOtherSessions(options?: CallOptions): Promise<void>;
  /** Ends all sessions of the account, colleagues' too. */
  endAllSessions(options?: CallOptions): Promise<void>;
  activity(query: ActivityQuery, options?: CallOptions): Promise<Activity>;
  /** The whole activity as the text of a file, with names as Envoke has them now. `language` is that of a table's headings. */
  activityFile(form: 'csv' | 'json', language: 'en' | 'fr', options?: CallOptions): Promise<string>;
}
