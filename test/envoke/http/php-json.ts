/** JSON as PHP's `json_encode` writes it by default: `/` as `\/`, everything beyond ASCII as `\uXXXX`, empty maps as `[]`. */

export function phpJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A map as PHP would send it: an associative array without entries cannot be told from a list, so it becomes `[]`. */
export function phpMap<Value>(map: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> | [] {
  return Object.keys(map).length === 0 ? [] : map;
}
