/** What writes that were just saved wait for, so that nothing is said to be sent which is not. */
import { type AccountList, loadAccounts } from '../session/accounts.ts';
import { verdictOf } from './failure-policy.ts';
import type { OutboxItem, OutboxSnapshot } from './outbox-item.ts';
import { loadOutbox } from './outbox-store.ts';
import { watchOutbox } from './outbox-summary.ts';
import { isOnItsWay } from './pending-contact.ts';

/** `answer`: a try has failed, or another write holds up the account; it is tried again without the person. */
export type WaitsFor = 'connection' | 'network' | 'answer';

const openOnes = (itemIds: readonly string[], outbox: OutboxSnapshot) =>
  outbox.items.filter((item) => itemIds.includes(item.id) && isOnItsWay(item, outbox));

/** Null while they are being sent, or about to be. Pure. */
function waitsFor(
  open: readonly OutboxItem[],
  { items }: OutboxSnapshot,
  { accounts }: Pick<AccountList, 'accounts'>,
  isOnline: boolean,
): WaitsFor | null {
  const [first] = open;
  if (first === undefined) return null;
  const { accountId } = first;
  if (!accounts.some(({ id, state }) => id === accountId && state === 'active')) return 'connection';
  if (!isOnline) return 'network';
  const holds = ({ lastFailure, state }: OutboxItem) =>
    state.status === 'waiting' && lastFailure !== null && verdictOf(lastFailure.slug) === 'hold';
  const failed = [...open, ...items.filter((item) => item.accountId === accountId && holds(item))];
  const [slug] = failed.flatMap(({ lastFailure }) => lastFailure?.slug ?? []);
  if (slug === undefined) return null;
  return slug === 'offline' ? 'network' : 'answer';
}

async function waitsIn(open: readonly OutboxItem[], outbox: OutboxSnapshot): Promise<WaitsFor | null> {
  return waitsFor(open, outbox, await loadAccounts(), navigator.onLine !== false);
}

export async function waitsNow(itemIds: readonly string[]): Promise<WaitsFor | null> {
  const outbox = await loadOutbox();
  return waitsIn(openOnes(itemIds, outbox), outbox);
}

/** Calls back after each change of the outbox, until none of them is on its way any more. */
export function followSaved(itemIds: readonly string[], onChange: (waits: WaitsFor | null) => void): void {
  const stop = watchOutbox(async (outbox) => {
    const open = openOnes(itemIds, outbox);
    if (open.length === 0) stop();
    else onChange(await waitsIn(open, outbox));
  });
}
