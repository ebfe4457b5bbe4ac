/** A storage item: key, version, guard and fallback defined once; nobody else writes that key. */
import { browser } from 'wxt/browser';
import { isObject } from './guards.ts';

/** `sync` is on disk too, and the same in all browsers that the person synchronizes. */
type ItemArea = 'local' | 'session' | 'sync';

export interface ItemDefinition<Value> {
  area: ItemArea;
  key: string;
  /** Increased with every change of shape; each version has its entry in `migrations`. */
  version: number;
  /** What a reader gets when nothing (or nothing readable) is stored. */
  fallback: Value;
  /** Reads a stored value of the present version; undefined when it is not one. */
  parse: (stored: unknown) => Value | undefined;
  /** Each entry converts the value of the previous version to its own version. */
  migrations?: Readonly<Record<number, (older: unknown) => unknown>>;
}

export interface StorageItem<Value> {
  readonly area: ItemArea;
  readonly key: string;
  /** The value of what the area holds under the key. */
  read(stored: unknown): Value;
  get(): Promise<Value>;
  set(value: Value): Promise<void>;
  /**
   * Reads, changes and writes with no other writer of this key in between, in whichever extension page it runs. Writes
   * nothing when `change` returns the value that it was given.
   */
  update(change: (value: Value) => Value): Promise<Value>;
  remove(): Promise<void>;
  /** Calls back with every new value until the returned function is called. */
  watch(onChange: (value: Value) => void): () => void;
}

interface Versioned {
  version: number;
  value: unknown;
}

/** Defines an item; touches no storage until it is used. */
export function defineItem<Value>(definition: ItemDefinition<Value>): StorageItem<Value> {
  const { area, key, version, fallback } = definition;
  const read = (stored: unknown) => readVersioned(definition, stored) ?? fallback;
  const get = async () => read((await browser.storage[area].get(key))[key]);
  const set = (value: Value) => browser.storage[area].set({ [key]: { version, value } satisfies Versioned });
  return {
    area,
    key,
    read,
    get,
    set,
    update: (change) =>
      navigator.locks.request(`storage:${area}:${key}`, async () => {
        const present = await get();
        const next = change(present);
        // Firefox tells of every write, also of an equal value: whoever answers a change by an update would never end.
        if (next !== present) await set(next);
        return next;
      }),
    remove: () => browser.storage[area].remove(key),
    watch: (onChange) => {
      const listener = (changes: Record<string, { newValue?: unknown }>) => {
        const change = changes[key];
        if (change !== undefined) onChange(read(change.newValue));
      };
      browser.storage[area].onChanged.addListener(listener);
      return () => browser.storage[area].onChanged.removeListener(listener);
    },
  };
}

type ItemsOf<Values> = { readonly [Name in keyof Values]: StorageItem<Values[Name]> };

/** Reads several items with one call to each area, since every call goes to another process and back. */
export async function getItems<Values extends object>(items: ItemsOf<Values>): Promise<Values> {
  const named = Object.entries<StorageItem<unknown>>(items);
  const stored: { [Area in ItemArea]?: Record<string, unknown> } = {};
  const ask = async (area: ItemArea) => {
    const keys = named.filter(([, item]) => item.area === area).map(([, { key }]) => key);
    stored[area] = await browser.storage[area].get(keys);
  };
  await Promise.all([...new Set(named.map(([, { area }]) => area))].map(ask));
  return Object.fromEntries(
    named.map(([name, { area, key, read }]) => [name, read(stored[area]?.[key])]),
  ) as Values;
}

/** The value in the present version, migrated step by step; undefined when it cannot be read. */
function readVersioned<Value>(
  definition: Pick<ItemDefinition<Value>, 'version' | 'parse' | 'migrations'>,
  stored: unknown,
): Value | undefined {
  if (!isVersioned(stored) || stored.version > definition.version) return undefined;
  let value = stored.value;
  for (let next = stored.version + 1; next <= definition.version; next += 1) {
    const migrate = definition.migrations?.[next];
    if (migrate === undefined) return undefined;
    value = migrate(value);
  }
  return definition.parse(value);
}

function isVersioned(stored: unknown): stored is Versioned {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'value' in stored &&
    'version' in stored &&
    Number.isInteger(stored.version)
  );
}

/** Turns a guard into an item's `parse`. */
export const orUndefined =
  <Value>(isValue: (value: unknown) => value is Value) =>
  (stored: unknown) =>
    isValue(stored) ? stored : undefined;

/** A record of which only the entries that pass the guard are kept. */
export const recordOf =
  <Value>(isValue: (value: unknown) => value is Value) =>
  (stored: unknown): Readonly<Record<string, Value>> | undefined =>
    isObject(stored)
      ? Object.fromEntries(
          Object.entries(stored).filter((entry): entry is [string, Value] => isValue(entry[1])),
        )
      : undefined;
