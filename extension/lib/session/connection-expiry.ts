/** When Envoke's one-year permission ends, and when a person is told. Pure. */
import type { StoredAccount } from './stored-account.ts';

/** Days before the end of the permission at which a notice begins. */
const EXPIRY_NOTICE_DAYS = [30, 14, 7] as const;
type ExpiryNotice = (typeof EXPIRY_NOTICE_DAYS)[number];

const SECONDS_PER_DAY = 86_400;

/** Whole days until the permission ends (0 on the last day), and which notice is due: the smallest passed, or null. */
export function connectionExpiry(
  account: Pick<StoredAccount, 'connectionExpiresAt'>,
  nowMs: number,
): { daysLeft: number; notice: ExpiryNotice | null } {
  const daysLeft = Math.floor((account.connectionExpiresAt - nowMs / 1000) / SECONDS_PER_DAY);
  const notice = EXPIRY_NOTICE_DAYS.findLast((days) => daysLeft <= days) ?? null;
  return { daysLeft: Math.max(0, daysLeft), notice };
}

/** Whether the notice is hidden: the person can dismiss it until the next of its days, but never the last notice. */
export function isPutOff(
  { connectionExpiresAt }: Pick<StoredAccount, 'connectionExpiresAt'>,
  notice: ExpiryNotice,
  putOff: { connectionExpiresAt: number; notice: number } | undefined,
): boolean {
  return putOff?.connectionExpiresAt === connectionExpiresAt && notice >= putOff.notice;
}

/** The last notice stays until the person has reconnected. */
export function canBePutOff(notice: ExpiryNotice): boolean {
  return notice !== EXPIRY_NOTICE_DAYS.at(-1);
}
