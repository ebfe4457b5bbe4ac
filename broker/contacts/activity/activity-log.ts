/** The audit trail: who did what to which contact, on what basis, with what outcome. Never the contact's data. */
import { randomBytes } from 'node:crypto';
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
}

/** A new line's id; ids sort by time. */
export function activityIdAt(nowMs: number): string {
  return nowMs.toString(16).padStart(12, '0') + randomBytes(8).toString('hex');
}

/** Writes the line before the write is sent, as `uncertain`: whatever crashes after this, the line is there. */
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
       basis, page_url, confirmed, request_id) VALUES (?, ?, ?, ?, ?, ?, 'uncertain', '', ?, ?, ?, ?, ?)`,
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
    ],
  );
}

/** Completes a line with what came of the write; what is not given stays. */
export async function settleActivity(
  runner: SqlRunner,
  id: string,
  { outcome, contactId = '', consentFrom = '' }: ActivitySettlement,
): Promise<void> {
  await runner.run(
    `UPDATE activity SET outcome = ?,
       contact_id = CASE WHEN ? = '' THEN contact_id ELSE ? END,
       consent_from = CASE WHEN ? = '' THEN consent_from ELSE ? END
     WHERE id = ?`,
    [outcome, contactId, contactId, consentFrom, consentFrom, id],
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

/** All of the account's lines, newest first, read bit by bit. */
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
