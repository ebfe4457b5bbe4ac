/** The lists that sort an account's people: tags, subscriptions, fields, automated messages (envoke-api 3.4 to 3.6). */

export type Bilingual = Readonly<{ en: string; fr: string }>;

/** A tag (`interest` on the wire) or a subscription; both share one row of ids and together are Envoke's "interests". */
export interface Interest {
  readonly id: number;
  /** 32 hex digits. */
  readonly externalId: string;
  readonly type: 'interest' | 'subscription';
  readonly name: string;
  /** Name of the folder; empty when there is none. */
  readonly group: string;
  readonly description: string;
  readonly displayNames: Bilingual;
  /** Subscriptions only. */
  readonly displayDescriptions: Bilingual;
  /** Subscriptions only: whether contacts may join by themselves. */
  readonly prefpageAccess: 'public' | 'private';
}

export interface InterestGroup {
  readonly id: number;
  readonly name: string;
  readonly type: Interest['type'];
  /** At most one item of the folder per contact: setting one drops the others. */
  readonly exclusive: boolean;
}

export const CUSTOM_FIELD_TYPES = ['text', 'note', 'date', 'url'] as const;
export type CustomFieldType = (typeof CUSTOM_FIELD_TYPES)[number];

export interface CustomField {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly fieldType: CustomFieldType;
}

export interface Autoresponder {
  readonly id: number;
  readonly name: string;
}

/** Items by id with the next free id: the shape of all four lists. */
export interface Shelf<Item extends { readonly id: number }> {
  list(): Item[];
  find(id: number): Item | undefined;
  add(make: (id: number) => Item): Item;
  replace(item: Item): Item;
  remove(id: number): void;
}

export function createShelf<Item extends { readonly id: number }>(firstId = 1): Shelf<Item> {
  const items = new Map<number, Item>();
  let nextId = firstId;
  const replace = (item: Item): Item => {
    items.set(item.id, item);
    return item;
  };
  return {
    list: () => [...items.values()],
    find: (id) => items.get(id),
    add: (make) => replace(make(nextId++)),
    replace,
    remove(id) {
      items.delete(id);
    },
  };
}
