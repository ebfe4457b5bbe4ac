/** Setting and unsetting tags, subscriptions and automated messages on a contact (envoke-api 4.1 and 4.3). */

import type { Account } from './account.ts';
import type { Interest } from './catalogue.ts';

export interface Setting<Item> {
  readonly item: Item;
  readonly set: boolean;
}

/** The ids after the change; setting an item twice, or unsetting a missing one, changes nothing. */
export function applySettings(
  ids: readonly number[],
  settings: readonly Setting<{ readonly id: number }>[],
): number[] {
  const next = new Set(ids);
  for (const { item, set } of settings) {
    if (set) next.add(item.id);
    else next.delete(item.id);
  }
  return [...next];
}

/** As {@link applySettings}; of an exclusive folder a contact keeps only the item that was set last. */
export function applyInterests(
  ids: readonly number[],
  settings: readonly Setting<Interest>[],
  account: Account,
): number[] {
  return settings.reduce<number[]>(
    (current, setting) => {
      const dropped = setting.set ? rivalsOf(setting.item, account) : [];
      const kept = current.filter((id) => !dropped.includes(id));
      return applySettings(kept, [setting]);
    },
    [...ids],
  );
}

function rivalsOf({ id, group, type }: Interest, account: Account): number[] {
  const folder = account.groups
    .list()
    .find((candidate) => candidate.name === group && candidate.type === type);
  if (folder?.exclusive !== true) return [];
  const others = account.interests.list().filter((other) => other.group === group && other.type === type);
  return others.map((other) => other.id).filter((other) => other !== id);
}
