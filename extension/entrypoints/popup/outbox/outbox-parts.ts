/** How the view of the outbox is divided. Pure. */
import {
  type OutboxBatch,
  type OutboxItem,
  type OutboxSnapshot,
  statusOf,
} from '../../../lib/outbox/outbox-item.ts';
import { isUndoing, originalOf } from '../../../lib/outbox/undo-rules.ts';

interface OutboxParts {
  under: OutboxSnapshot;
  over: OutboxSnapshot;
}

/**
 * Open items and items that need the person come first; finished items are below. A finished undo is no line of its own:
 * the line of what it has undone says so.
 */
export function partsOf({ items, batches }: OutboxSnapshot): OutboxParts {
  const isOver = (item: OutboxItem) => ['done', 'stopped'].includes(statusOf(item, batches));
  const isBatchOver = (batch: OutboxBatch) =>
    items.every((item) => item.batchId !== batch.id || isOver(item));
  const isSaidElsewhere = (item: OutboxItem) => isUndoing(item) && originalOf(item, items) !== undefined;
  return {
    under: {
      items: items.filter((item) => !isOver(item)),
      batches: batches.filter((one) => !isBatchOver(one)),
    },
    over: {
      items: items.filter((item) => isOver(item) && !isSaidElsewhere(item)),
      batches: batches.filter(isBatchOver),
    },
  };
}
