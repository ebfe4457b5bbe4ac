/** Whether the store takes what an add begins with. A store without room takes a small change and refuses an add. */
import type { Database } from '../../database/database.ts';
import { checkTables } from '../../database/migrations.ts';
import { randomId } from '../../keys/random-id.ts';
import type { ActivityIntention } from '../activity/activity-entry.ts';
import { claimWithin } from './write-claim.ts';

/** Whose trials are; Envoke's accounts have ids. */
const NOBODY = '';
const INTENTION: ActivityIntention = {
  accountId: NOBODY,
  sessionId: '',
  requestId: '',
  action: 'create',
  contactId: '',
  consentTo: '',
  basis: '',
  pageUrl: '',
  confirmed: false,
};

/**
 * Looks for every table, claims a key and writes an audit line, and takes both away again.
 * @throws StoreUnavailableError
 */
export async function tryStore(database: Database, nowMs: number): Promise<void> {
  await database.transaction(async (runner) => {
    await checkTables(runner);
    const name = randomId();
    const request = { idempotencyKey: name, request: {}, subject: name, intention: INTENTION };
    await claimWithin(runner, request, nowMs, 0);
    await runner.run('DELETE FROM write_claims WHERE account_id = ?', [NOBODY]);
    await runner.run('DELETE FROM activity WHERE account_id = ?', [NOBODY]);
  });
}
