/**
 * Looks up the next people of a bulk add together, before they are sent: the broker then needs one call a person
 * instead of two.
 */
import { FOUND_ABSENT_SECONDS } from '../../../shared/limits.ts';
import { emailOfNew, type OutboxItem, type OutboxSnapshot } from './outbox-item.ts';
import type { WriteClient } from './send-item.ts';

/** How long a look-up surely counts: the last write after it takes some seconds to reach the broker. */
const COUNTS_SECONDS = FOUND_ABSENT_SECONDS - 10;
/** Sent in half that time, at one call a second. */
const AHEAD_MAX = 25;

export interface LookUpAhead {
  /** Never rejects: the broker looks up every person that was not looked up here. */
  before(item: OutboxItem, outbox: OutboxSnapshot): Promise<void>;
}

export function createLookUpAhead(client: WriteClient, now: () => number): LookUpAhead {
  const lookedUp = new Set<string>();
  /** How many people can be sent, at one a second, before the look-up of the review no longer counts. */
  const countOfReview = ({ batchId }: OutboxItem, { batches }: OutboxSnapshot) => {
    const lookedUpAtMs = batches.find(({ id }) => id === batchId)?.lookedUpAtMs ?? 0;
    const ageSeconds = (now() - lookedUpAtMs) / 1_000;
    return ageSeconds < 0 ? 0 : Math.max(0, Math.floor(COUNTS_SECONDS - ageSeconds));
  };
  return {
    async before(item, outbox) {
      if (item.batchId === null || emailOfNew(item) === null || lookedUp.has(item.id)) return;
      const isNext = (one: OutboxItem) =>
        one.batchId === item.batchId &&
        one.id !== item.id &&
        one.state.status === 'waiting' &&
        emailOfNew(one) !== null &&
        !lookedUp.has(one.id);
      const count = countOfReview(item, outbox);
      const ahead = [item, ...outbox.items.filter(isNext)].slice(0, count > 0 ? count : AHEAD_MAX);
      for (const { id } of ahead) lookedUp.add(id);
      if (count > 0 || ahead.length === 1) return;
      await client.lookUp(ahead.flatMap((one) => emailOfNew(one) ?? [])).catch(() => undefined);
    },
  };
}
