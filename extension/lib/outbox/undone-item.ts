/** What became of the writes that were undone, so that whoever asks again hears the first answer. Ids only. */
import { isOneOf } from '../storage/guards.ts';
import { defineItem, recordOf } from '../storage/item.ts';
import type { Undone } from './outbox-requests.ts';

export type Became = keyof Undone;

const BECAME: readonly Became[] = ['takenOut', 'revoked', 'turnedBack', 'checking', 'changedSince'];

/** Two bulk adds of the largest size. Only a question that comes soon after the first needs an answer from here. */
const REMEMBERED_MAX = 1_000;

export const undoneItem = defineItem<Readonly<Record<string, Became>>>({
  area: 'session',
  key: 'outboxUndone',
  version: 1,
  fallback: {},
  parse: recordOf(isOneOf(BECAME)),
});

/** Where memory is full nothing is remembered: the undo is done all the same. */
export async function rememberUndone(undone: ReadonlyMap<string, Became>): Promise<void> {
  if (undone.size === 0) return;
  const withThese = (before: Readonly<Record<string, Became>>) =>
    Object.fromEntries([...Object.entries(before), ...undone].slice(-REMEMBERED_MAX));
  await undoneItem.update(withThese).catch(() => undefined);
}
