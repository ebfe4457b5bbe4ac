/** The audit trail: who did what to which contact, on which ground, with which outcome. Never the contact's data. */
import { createHash, randomBytes } from 'node:crypto';
import type { Activity, ActivityEntry, ActivityQuery } from '../../../shared/schemas/account.ts';
import type { Database, SqlRunner } from '../../database/database.ts';
import { type ActivityIntention, type ActivityOutcome, readActivityEntry } from './activity-entry.ts';

const PAGE_DEFAULT = 50;
/** Rows read at a time for an export. */
const EXPORT_PAGE = 500;

export interface ActivitySettlement {
  outcome: ActivityOutcome;
  contactId?: string;
  consentFrom?: string;
  /** Status of the consent in Envoke after the write. */
  answer?: string;
}

const digestOf = (text: string) => (text === '' ? '' : createHash('sha256').update(text).digest('hex'));

/** A new line's id; ids sort by time. */
export function activityIdAt(nowMs: number): string {
  return nowMs.toString(16).padStart(12, '0') + randomBytes(8).toString('hex');
}

/**
 * Writes the line as `uncertain` before the write is sent, so that the line exists even if the broker crashes
 * afterwards.
 */
export async function intendActivity(
  runner: SqlRunner,
  id: string,
  intention: ActivityIntention,
  nowMs: number,
): Promise<void> {
  const { accountId, sessionId, action, contactId, consentTo, basis, pageUrl, confirmed, requestId } =
    intention;
  await runner.run(
    `INSERT INTO activity (id, account_id, at, session_id, action, contact_id, outcome, consent_from, consent_to,
       basis, page_url, confirmed, request_id, happened_on, conditions, person, description_digest)
     VALUES (?, ?, ?, ?, ?, ?, 'uncertain', '', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      accountId,
      nowMs,
      sessionId,
      action,
      contactId,
      consentTo,
      basis,
      pageUrl,
      confirmed ? 1 : 0,
      requestId,
      intention.happenedOn ?? '',
      (intention.conditions ?? []).join(' '),
      intention.person ?? '',
      digestOf(intention.description ?? ''),
    ],
  );
}

/** Completes a line with the outcome of the write; values that are not given stay as they are. */
export async function settleActivity(
  runner: SqlRunner,
  id: string,
  { outcome, contactId = '', consentFrom = '', answer = '' }: ActivitySettlement,
): Promise<void> {
  await runner.run(
    `UPDATE activity SET outcome = ?,
       contact_id = CASE WHEN ? = '' THEN contact_id ELSE ? END,
       consent_from = CASE WHEN ? = '' THEN consent_from ELSE ? END,
       answer = CASE WHEN ? = '' THEN answer ELSE ? END
     WHERE id = ?`,
    [outcome, contactId, contactId, consentFrom, consentFrom, answer, answer, id],
  );
}

/** A page of the account's lines, newest first. */
export async function readActivity(
  database: Database,
  accountId: string,
  query: ActivityQuery,
): Promise<Activity> {
  const limit = query.limit ?? PAGE_DEFAULT;
  const found = await rows(database, accountId, { ...query, limit: limit + 1 });
  const entries = found.slice(0, limit);
  return { entries, next_before: found.length > limit ? (entries.at(-1)?.id ?? null) : null };
}

/** All of the account's lines, newest first, read in small batches. */
export async function* exportActivity(
  database: Database,
  accountId: string,
  query: Pick<ActivityQuery, 'contact_id'>,
): AsyncGenerator<ActivityEntry> {
  let before: string | undefined;
  for (;;) {
    const entries = await rows(database, accountId, {
      ...query,
      limit: EXPORT_PAGE,
      ...(before === undefined ? {} : { before }),
    });
    yield* entries;
    before = entries.at(-1)?.id;
    if (entries.length < EXPORT_PAGE) return;
  }
}

async function rows(database: Database, accountId: string, query: ActivityQuery & { limit: number }) {
  const conditions = ['account_id = ?'];
  const params: (string | number)[] = [accountId];
  if (query.contact_id !== undefined) {
    conditions.push('contact_id = ?');
    params.push(query.contact_id);
  }
  if (query.before !== undefined) {
    conditions.push('id < ?');
    params.push(query.before);
  }
  const sql = `SELECT * FROM activity WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ?`;
  return (await database.all(sql, [...params, query.limit])).map(readActivityEntry);
}

/** By contact id, the day on which the contact's present consent is based, where this broker recorded it. */
export async function consentDays(
  database: Database,
  accountId: string,
  contactIds: readonly string[],
): Promise<ReadonlyMap<string, { status: string; happenedOn: string; basis: string }>> {
  if (contactIds.length === 0) return new Map();
  // In the order of the index, so that SQLite looks up each contact. In the order of the lines, it reads all of the
  // account's lines for every search.
  const found = await database.all(
    `SELECT contact_id, consent_to, happened_on, basis FROM activity WHERE account_id = ? AND happened_on <> ''
     AND outcome = 'done' AND contact_id IN (${contactIds.map(() => '?').join(', ')}) ORDER BY contact_id, id`,
    [accountId, ...contactIds],
  );
  return new Map(
    found.map(({ contact_id, consent_to, happened_on, basis }) => [
      String(contact_id),
      { status: String(consent_to), happenedOn: String(happened_on), basis: String(basis) },
    ]),
  );
}
