/**
 * Query strings as PHP reads them: `a[b][]=c` becomes nested maps and lists, a repeated plain key keeps only its last
 * value (envoke-api section 2 "Query encoding", quirk 15). A list is a map with the keys "0", "1", …
 */

export type PhpValue = string | PhpMap;
export interface PhpMap {
  [key: string]: PhpValue;
}

export function parsePhpQuery(query: string): PhpMap {
  const root = newMap();
  for (const [name, value] of new URLSearchParams(query)) {
    const path = readPath(name);
    if (path !== undefined) place(root, path, value);
  }
  return root;
}

/** The values of a list or map in order; a lone string is a list of one. */
export function phpList(value: PhpValue): PhpValue[] {
  return typeof value === 'string' ? [value] : Object.values(value);
}

/** `a[b][]` → `['a', 'b', '']`; a name that starts with a bracket is no name. */
function readPath(name: string): string[] | undefined {
  const head = /^[^[]+/.exec(name)?.[0];
  if (head === undefined) return undefined;
  const keys = Array.from(name.slice(head.length).matchAll(/\[([^\]]*)\]/g), (match) => match[1] ?? '');
  return [head, ...keys];
}

function place(root: PhpMap, path: readonly string[], value: string): void {
  let map = root;
  path.forEach((name, depth) => {
    const key = name === '' ? nextIndex(map) : name;
    if (depth === path.length - 1) {
      map[key] = value;
      return;
    }
    const next = map[key];
    const inner = next === undefined || typeof next === 'string' ? newMap() : next;
    map[key] = inner;
    map = inner;
  });
}

/** One more than the highest index so far. */
function nextIndex(map: PhpMap): string {
  const indexes = Object.keys(map).filter((key) => /^\d+$/.test(key));
  return String(indexes.reduce((next, key) => Math.max(next, Number(key) + 1), 0));
}

/** Without a prototype, so that `filter[__proto__]` is a name like any other. */
function newMap(): PhpMap {
  return Object.create(null) as PhpMap;
}
