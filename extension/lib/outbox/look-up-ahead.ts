/**
 * Looks up the next people of a bulk add together, before they are sent: the broker then needs one call a person
 * instead of two.
 */
import { emailOfNew, type OutboxItem, type OutboxSnapshot } from './outbox-item.ts';
import type { WriteClient } from './send-item.ts';

/** At one call a second, these people are sent before the broker's look-up result expires. */
const AHEAD_MAX = 25;

export interface LookUpAhead {
  /** Never rejects: the broker looks up every person that was not looked up here. */
  before(item: OutboxItem, outbox: OutboxSnapshot): Promise<void>;
}

export function createLookUpAhead(client: WriteClient): LookUpAhead {
  const lookedUp = new Set<string>();
  return {
    async before(item, { items }) {
      if (item.batchId === null || emailOfNew(item) === null || lookedUp.has(item.id)) return;
      const next = items
        .filter(({ batchId, state }) => batchId === item.batchId && state.status === 'waiting')
        .filter((one) => emailOfNew(one) !== null && !lookedUp.has(one.id) && one.id !== item.id)
        .slice(0, AHEAD_MAX - 1);
      const ahead = [item, ...next];
      for (const { id } of ahead) lookedUp.add(id);
      if (ahead.length === 1) return;
      await client.lookUp(ahead.flatMap((one) => emailOfNew(one) ?? [])).catch(() => undefined);
    },
  };
}
