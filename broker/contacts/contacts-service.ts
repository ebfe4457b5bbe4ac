/** Everything that the broker can do with contacts, composed from its parts. */
import { WRITABLE_CONSENT_STATUSES } from '../../shared/consent.ts';
import { CONTACTS_PAGE_MAX } from '../../shared/limits.ts';
import type { Activity, ActivityQuery } from '../../shared/schemas/account.ts';
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
} from '../../shared/schemas/contact.ts';
import type { Database } from '../database/database.ts';
import type { EnvokeClient, Turn } from '../envoke/envoke-client.ts';
import { ProblemError } from '../errors.ts';
import { activityCsv, activityJson, type ExportLanguage, withNames } from './activity/activity-export.ts';
import { exportActivity, readActivity } from './activity/activity-log.ts';
import type { Caller, EnvokeAccess } from './caller.ts';
import { contactNotFound } from './contact-problems.ts';
import { byOwnClock } from './own-clock.ts';
import { type KeptDays, sweepContacts } from './retention.ts';
import { lookUpEmails } from './search/contact-lookup.ts';
import { findByIds, findNames } from './search/contact-names.ts';
import { searchContacts } from './search/contact-search.ts';
import { createFoundAbsent } from './search/found-absent.ts';
import { createOddAddresses } from './search/odd-addresses.ts';
import { createProvingQuestion } from './search/proving-question.ts';
import { createSearchLevels } from './search/search-level.ts';
import { createProvenForms } from './search/taken-filter.ts';
import { undefinedIfRejected } from './search/undefined-if-rejected.ts';
import { dayOf, toContact } from './to-contact.ts';
import { changeInterests } from './writes/change-interests.ts';
import { createContact } from './writes/create-contact.ts';
import { orUndefined } from './writes/read-back.ts';
import { unsubscribeContact } from './writes/unsubscribe-contact.ts';
import { updateContact } from './writes/update-contact.ts';
import { voidWrite } from './writes/void-write.ts';
import { createWithdrawals } from './writes/withdrawals.ts';
import { createWriteClaims } from './writes/write-claim.ts';

/**
 * A write that has not settled after this many Envoke timeouts belongs to a broker that died: one write makes fewer
 * calls.
 */
const LEASE_DEADLINES = 10;
/** Envoke may carry out a write after the broker stopped waiting: one timeout before it is sent, and one after it. */
const LATE_DEADLINES = 3;
const STALE_WAIT_MS = 300;
const PATIENCE_MS = 3_000;
/** A look-up of several e-mails is for a page, or for many people to add; the person did not type them one by one. */
const LOOKED_UP_BY_HAND_MAX = 1;

export interface ContactsDeps {
  envoke: EnvokeClient;
  database: Database;
  /** Milliseconds since 1970. */
  now: () => number;
  /**
   * Milliseconds by the clock that all brokers share, so that one broker does not take a new write of another for an
   * old one.
   */
  sharedNow?: () => number;
  /** Clock for the removal of old audit lines and claims; `now` by default. */
  sweepNow?: () => number;
  /** Longest duration of one Envoke call. */
  envokeDeadlineMs: number;
  /** How long the audit trail is kept. */
  activityDays: KeptDays;
  /**
   * Keys for the digests of addresses, the active one first. Without keys, withdrawals are forgotten when this broker
   * stops.
   */
  digestKeys?: readonly Uint8Array[];
  staleWaitMs?: number;
  patienceMs?: number;
}

export interface ActivityExport extends Pick<ActivityQuery, 'contact_id'> {
  form: 'csv' | 'json';
  /** Language of the table headings; without it they are the names of the wire. */
  language?: ExportLanguage;
}

/**
 * All methods throw ProblemError, EnvokeError or StoreUnavailableError. A read stops when `left` is aborted, because
 * nobody waits for it any more.
 */
export interface ContactsService {
  search(access: EnvokeAccess, query: ContactsQuery, left?: AbortSignal): Promise<ContactsPage>;
  get(access: EnvokeAccess, id: string, left?: AbortSignal): Promise<Contact>;
  /** The contacts that Envoke finds by these ids; who is missing may still exist. */
  getMany(access: EnvokeAccess, ids: readonly string[], left?: AbortSignal): Promise<Contact[]>;
  lookUp(access: EnvokeAccess, emails: readonly string[], left?: AbortSignal): Promise<LookupAnswer>;
  /** The ends of consent of one page of contacts. Read in the background: any question of a person goes first. */
  consentEnds(access: EnvokeAccess, skip: number, left?: AbortSignal): Promise<ConsentEndsPage>;
  /**
   * The choices that the forms show: tags and subscriptions, custom fields, and the statuses that a person may choose.
   */
  lists(access: EnvokeAccess, left?: AbortSignal): Promise<Lists>;
  create(caller: Caller, draft: ContactDraft): Promise<Contact>;
  update(caller: Caller, id: string, changes: ContactChanges): Promise<Contact>;
  changeInterests(caller: Caller, id: string, changes: InterestChanges): Promise<Contact>;
  unsubscribe(caller: Caller, id: string, said: Unsubscribe): Promise<Contact>;
  /** Takes back the write that has the caller's key, where it was not carried out. */
  void(caller: Caller, write: VoidedWrite): Promise<VoidAnswer>;
  activity(accountId: string, query: ActivityQuery): Promise<Activity>;
  /** All lines as a file, with the contacts' names as Envoke has them now. */
  exportActivity(access: EnvokeAccess, query: ActivityExport, left?: AbortSignal): AsyncIterable<string>;
  /** Removes what has been kept long enough; returns the number of rows. */
  sweep(): Promise<number>;
}

export function createContactsService(deps: ContactsDeps): ContactsService {
  const { envoke, database, now, staleWaitMs = STALE_WAIT_MS, patienceMs = PATIENCE_MS } = deps;
  const claims = createWriteClaims(
    database,
    deps.sharedNow ?? now,
    LEASE_DEADLINES * deps.envokeDeadlineMs,
    LATE_DEADLINES * deps.envokeDeadlineMs,
  );
  const withdrawals = createWithdrawals(database, now, deps.digestKeys);
  const forms = createProvenForms(now);
  // A confirmed write is sent even when nobody waits for it any more.
  const unhurried = envoke.inTurn({ urgency: 'background' });
  const odd = createOddAddresses(unhurried);
  const proving = createProvingQuestion(now);
  const levels = createSearchLevels(database, now);
  const reads = (urgency: Turn['urgency'], signal: AbortSignal | undefined) => ({
    envoke: envoke.inTurn({ urgency, ...(signal !== undefined && { signal }) }),
    now,
    forms,
    odd,
    proving,
    levels,
  });
  const ended = (accountId: string, contacts: readonly Contact[]) =>
    byOwnClock(database, accountId, contacts, () => dayOf(now()));
  const endedOne = async (accountId: string, contact: Contact) =>
    (await ended(accountId, [contact]))[0] ?? contact;
  /** Adds the end of consent by our own clock to the contact of a write, or to the contact that prevented the write. */
  const shown = async ({ accountId }: Caller, write: Promise<Contact>) => {
    try {
      return await endedOne(accountId, await write);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.details.contact === undefined) throw error;
      const contact = await endedOne(accountId, error.details.contact);
      throw new ProblemError(error.slug, error.reason, { ...error.details, contact });
    }
  };
  /** Remembers withdrawn consent, in whichever way the contacts were read. */
  const learn = (accountId: string, contacts: readonly Contact[]) =>
    orUndefined(
      withdrawals.note(
        accountId,
        contacts.map(({ id, email, consent }) => ({ id, email, consentStatus: consent.status })),
      ),
    );
  const absent = createFoundAbsent();
  const writes = {
    envoke: unhurried,
    absent,
    now,
    forms,
    odd,
    claims,
    withdrawals,
    ended: endedOne,
    staleWaitMs,
    patienceMs,
  };

  const search = async (
    urgency: Turn['urgency'],
    access: EnvokeAccess,
    query: ContactsQuery,
    left?: AbortSignal,
  ) => {
    const page = await searchContacts(reads(urgency, left), access, query);
    await learn(access.accountId, page.contacts);
    return { ...page, contacts: await ended(access.accountId, page.contacts) };
  };

  return {
    search: (access, query, left) => search('question', access, query, left),
    async consentEnds(access, skip, left) {
      const page = await search('background', access, { limit: CONTACTS_PAGE_MAX, skip }, left);
      const ends = page.contacts.flatMap(({ id, consent: { ends_on, mailable } }) =>
        ends_on === null || mailable !== 'yes' ? [] : { id, ends_on },
      );
      return { ends, next_skip: page.next_skip };
    },
    async get({ accountId, envokeToken }, id, left) {
      const contact = await reads('question', left).envoke.getContact(envokeToken, id);
      if (contact === undefined) throw contactNotFound();
      await orUndefined(withdrawals.note(accountId, [contact]));
      return endedOne(accountId, toContact(contact, dayOf(now())));
    },
    async getMany({ accountId, envokeToken }, ids, left) {
      const { envoke } = reads('ordinary', left);
      const found = (await undefinedIfRejected(findByIds(envoke, envokeToken, ids))) ?? [];
      const contacts = found.map((contact) => toContact(contact, dayOf(now())));
      await learn(accountId, contacts);
      return ended(accountId, contacts);
    },
    async lookUp({ accountId, envokeToken }, emails, left) {
      const urgency = emails.length > LOOKED_UP_BY_HAND_MAX ? 'background' : 'ordinary';
      const answer = await lookUpEmails(reads(urgency, left), envokeToken, emails);
      const found = answer.results.flatMap(({ contact }) => contact ?? []);
      await learn(accountId, found);
      absent.note(accountId, answer.absent);
      const contacts = await ended(accountId, found);
      const byId = new Map(contacts.map((contact) => [contact.id, contact]));
      const results = answer.results.map(({ email, contact }) => ({
        email,
        contact: contact && (byId.get(contact.id) ?? contact),
      }));
      return { results };
    },
    async lists({ envokeToken }, left) {
      const { listInterests, listCustomFields } = reads('ordinary', left).envoke;
      const [interests, customFields] = await Promise.all([
        listInterests(envokeToken),
        listCustomFields(envokeToken),
      ]);
      return { interests, custom_fields: customFields, consent_statuses: [...WRITABLE_CONSENT_STATUSES] };
    },
    create: (caller, draft) => shown(caller, createContact(writes, caller, draft)),
    update: (caller, id, changes) => shown(caller, updateContact(writes, caller, id, changes)),
    changeInterests: (caller, id, changes) => shown(caller, changeInterests(writes, caller, id, changes)),
    unsubscribe: (caller, id, said) => shown(caller, unsubscribeContact(writes, caller, id, said)),
    void: (caller, write) => voidWrite(writes, caller, write),
    activity: (accountId, query) => readActivity(database, accountId, query),
    exportActivity({ accountId, envokeToken }, { form, language, ...query }, left) {
      const { envoke } = reads('background', left);
      const entries = exportActivity(database, accountId, query);
      const lines = withNames(entries, (ids) => findNames(envoke, envokeToken, ids), language);
      return form === 'csv' ? activityCsv(lines, language) : activityJson(lines);
    },
    sweep: () => sweepContacts(database, (deps.sweepNow ?? now)(), deps.activityDays),
  };
}
