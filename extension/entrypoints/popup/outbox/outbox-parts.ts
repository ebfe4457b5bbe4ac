/** How the view of the outbox is divided, and what tells its lines apart. Pure. */
import {
  itemEmail,
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
 * Open items and items that need the person come first; finished items are below. Bulk adds stand the newest first: one that
 * is finished, above an earlier one that is not, since that would be read as its result. A finished undo is no line of its own:
 * the line of what it has undone says so.
 */
export function partsOf({ items, batches }: OutboxSnapshot): OutboxParts {
  const isOver = (item: OutboxItem) => ['done', 'stopped'].includes(statusOf(item, batches));
  const isBatchOpen = (batch: OutboxBatch) =>
    items.some((item) => item.batchId === batch.id && !isOver(item));
  const newestFirst = batches.toSorted((a, b) => b.createdAtMs - a.createdAtMs);
  const underCount = newestFirst.findLastIndex(isBatchOpen) + 1;
  const isSaidElsewhere = (item: OutboxItem) => isUndoing(item) && originalOf(item, items) !== undefined;
  return {
    under: {
      items: items.filter((item) => !isOver(item)),
      batches: newestFirst.slice(0, underCount),
    },
    over: {
      items: items.filter((item) => isOver(item) && !isSaidElsewhere(item)),
      batches: newestFirst.slice(underCount),
    },
  };
}

interface LineWords {
  what: (item: OutboxItem) => string;
  moment: (atMs: number, timeStyle: 'short' | 'medium') => string;
}

/**
 * What each line says, by the item's id: what it does, and once it is done, when. Lines about one person that would read
 * the same have the second too, and those of one second a number.
 */
export function wordsApart(
  items: readonly OutboxItem[],
  { what, moment }: LineWords,
): ReadonlyMap<string, string> {
  const usual = (item: OutboxItem) =>
    item.state.status === 'done' ? `${what(item)} · ${moment(item.state.atMs, 'short')}` : what(item);
  const exact = (item: OutboxItem) => {
    const atMs = item.state.status === 'done' ? item.state.atMs : item.createdAtMs;
    return `${what(item)} · ${moment(atMs, 'medium')}`;
  };
  const lines = items.map((item) => ({ item, words: usual(item) }));
  const countOf = countedBy(lines);
  const told = lines.map(({ item, words }) => ({
    item,
    words: countOf({ item, words }) === 1 ? words : exact(item),
  }));
  const said = new Map<string, number>();
  return new Map(
    told.map((line) => {
      const number = (said.get(keyOf(line)) ?? 0) + 1;
      said.set(keyOf(line), number);
      return [line.item.id, number === 1 ? line.words : `${line.words} (${number})`];
    }),
  );
}

interface Line {
  item: OutboxItem;
  words: string;
}

/** Two lines read the same when they are about one person and say the same. */
const keyOf = ({ item, words }: Line) => `${itemEmail(item)}\n${words}`;

function countedBy(lines: readonly Line[]): (line: Line) => number {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
  return (line) => counts.get(keyOf(line)) ?? 0;
}
