/**
 * Tests whether the store accepts the rows with which an add begins. A full store may accept a small change and still
 * refuse an add.
 */
import type { Database } from '../../database/database.ts';
import { checkTables } from '../../database/migrations.ts';
import { randomId } from '../../keys/random-id.ts';
import type { ActivityIntention } from '../activity/activity-entry.ts';
import { claimWithin } from './write-claim.ts';

/** Account id of the trials; it cannot be one of Envoke's. */
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
 * Checks every table, claims a key and writes an audit line, and removes both again.
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
