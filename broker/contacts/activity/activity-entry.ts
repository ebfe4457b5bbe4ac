/** One line of the audit trail, converted between database and wire. Pure. */
import type { ActivityEntry } from '../../../shared/schemas/account.ts';
import type { SqlRow } from '../../database/database.ts';

type ActivityAction = ActivityEntry['action'];
export type ActivityOutcome = ActivityEntry['outcome'];

/** The facts of a write that are known before it is sent. */
export interface ActivityIntention {
  accountId: string;
  sessionId: string;
  requestId: string;
  action: ActivityAction;
  contactId: string;
  consentTo: string;
  basis: string;
  happenedOn?: string;
  conditions?: readonly string[];
  person?: string;
  /** The description as sent; the trail keeps only its digest. */
  description?: string;
  pageUrl: string;
  confirmed: boolean;
}

export function readActivityEntry(row: SqlRow): ActivityEntry {
  const text = (name: string) => String(row[name] ?? '');
  return {
    id: text('id'),
    at: Math.floor(Number(row.at) / 1_000),
    session_id: text('session_id'),
    action: text('action') as ActivityAction,
    contact_id: text('contact_id'),
    outcome: text('outcome') as ActivityOutcome,
    consent_from: text('consent_from'),
    consent_to: text('consent_to'),
    basis: text('basis'),
    happened_on: text('happened_on'),
    conditions: text('conditions'),
    person: text('person'),
    description_digest: text('description_digest'),
    answer: text('answer'),
    page_url: text('page_url'),
    confirmed: Number(row.confirmed) === 1,
    request_id: text('request_id'),
  };
}

/** Scheme, host and path of a web page; queries and fragments may hold private data. `''` for anything else. */
export function pageOf(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return '';
  const { protocol, host, pathname } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? `${protocol}//${host}${pathname}` : '';
}
