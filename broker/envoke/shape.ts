/** Small readers of `unknown` JSON from a PHP server: ids as strings or numbers, empty maps as `[]`. */

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A whole positive number as a string for comparison, whether it was a number or text; undefined when it is not one.
 */
export function readId(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? String(value) : undefined;
  return typeof value === 'string' && /^[1-9][0-9]{0,19}$/.test(value) ? value : undefined;
}

/** Text of a field; null, missing values and structures become `''`. */
export function readText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/** A map; `[]` counts as the empty map. Undefined for anything else. */
export function readMap(value: unknown): Record<string, unknown> | undefined {
  if (isRecord(value)) return value;
  return Array.isArray(value) && value.length === 0 ? {} : undefined;
}
