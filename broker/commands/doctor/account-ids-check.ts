/**
 * Finds accounts to which Envoke gives no id. The broker derives an id from their name, so two accounts with the same
 * name would count as one.
 */
import type { Database } from '../../database/database.ts';
import { isOwnAccountId } from '../../envoke/envoke-account.ts';
import { type Finding, findingsOf } from './finding.ts';

const { warning } = findingsOf('store');

export async function checkAccountIds(database: Database): Promise<Finding[]> {
  const rows = await database.all('SELECT DISTINCT account_id FROM sessions');
  const count = rows.filter(({ account_id }) => isOwnAccountId(String(account_id))).length;
  if (count === 0) return [];
  return [
    warning(
      `Envoke gave no id for ${count} of ${rows.length} accounts: the broker tells them apart by their name, so that two accounts of one name would share devices and activity.`,
      'See that no two accounts that use this broker have the same name, and run `npm run broker -- check-account`.',
    ),
  ];
}
