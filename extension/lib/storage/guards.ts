/** Small checks for what comes from outside: storage, messages, the broker, a settings file. Pure. */

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

export function isArrayOf<Item>(
  isItem: (value: unknown) => value is Item,
): (value: unknown) => value is Item[] {
  return (value): value is Item[] => Array.isArray(value) && value.every(isItem);
}

export function isOneOf<const Item extends string>(
  items: readonly Item[],
): (value: unknown) => value is Item {
  return (value): value is Item => isString(value) && (items as readonly string[]).includes(value);
}

export function isNullOr<Item>(
  isItem: (value: unknown) => value is Item,
): (value: unknown) => value is Item | null {
  return (value): value is Item | null => value === null || isItem(value);
}

type Shape<Value> = { readonly [Key in keyof Value]-?: (value: unknown) => value is Value[Key] };

/** A guard for an object whose named members each pass their own guard; further members are let through. */
export function isShaped<Value extends object>(shape: Shape<Value>): (value: unknown) => value is Value {
  return (value): value is Value =>
    isObject(value) &&
    Object.entries<(member: unknown) => boolean>(shape).every(([key, isMember]) => isMember(value[key]));
}

export function isOptional<Item>(
  isItem: (value: unknown) => value is Item,
): (value: unknown) => value is Item | undefined {
  return (value): value is Item | undefined => value === undefined || isItem(value);
}
