/** Asks the broker what became of an add that may have left, before an edit takes its place. */

import { mayHaveLeft } from './failure-policy.ts';
import type { OutboxItem } from './outbox-item.ts';
import { changeItem } from './outbox-store.ts';
import { isAtRest } from './requeue.ts';
import { noteDone, toVoided, type WriteClient } from './send-item.ts';

/** The person waits for the answer; past this, the edit goes on without it. */
const ASK_MAX_MS = 6_000;

/** `never`: Envoke does not have it, and will not get it, since its key is void now. */
export type Arrival = 'there' | 'never' | 'unknown';

/**
 * Takes the add out of the queue, and gives the answer to `use`, which puts another in its place. Null where it is being
 * sent or finished, or is being undone, which asks by itself.
 */
export type AskItem = <Result>(
  itemId: string,
  use: (arrival: Arrival) => Promise<Result>,
) => Promise<Result | null>;

export const needsAsking = (item: OutboxItem) => item.operation.kind === 'create' && mayHaveLeft(item);

/** From here on nobody else sends it; it stays so until another takes its place. */
export function takeForAsking(itemId: string): Promise<OutboxItem | undefined> {
  return changeItem(itemId, (item) =>
    isAtRest(item) && item.undoneBecause === undefined
      ? { ...item, state: { status: 'sending' }, mayHaveLeft: true }
      : undefined,
  );
}

export async function askItem(client: WriteClient, item: OutboxItem, now: () => number): Promise<Arrival> {
  const written = toVoided(item.operation);
  if (written === null) return 'unknown';
  const { idempotencyKey } = item;
  const signal = AbortSignal.timeout(ASK_MAX_MS);
  try {
    const { contact_id } = await client.voidWrite(written, { idempotencyKey, signal });
    if (contact_id === null) return 'never';
    await noteDone(item.id, contact_id, now());
    return 'there';
  } catch {
    return 'unknown';
  }
}
