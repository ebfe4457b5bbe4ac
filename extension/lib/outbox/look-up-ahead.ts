/**
 * Looks the next people of a bulk add up together before they are sent: the broker, which would look for each of them, then
 * needs one call a person and not two.
 */
import { emailOfNew, type OutboxItem, type OutboxSnapshot } from './outbox-item.ts';
import type { WriteClient } from './send-item.ts';

/** At one call a second these are sent before the broker takes what it found for old. */
const AHEAD_MAX = 25;

export interface LookUpAhead {
  /** Never rejects: whoever is not looked up here is looked for by the broker. */
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
