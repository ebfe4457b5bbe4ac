/**
 * Finds names in the environment that are almost, but not exactly, one of our settings. Pure; sees names only, never
 * values.
 */
import { SECRET_SETTINGS, SettingsSchema } from './setting-schema.ts';

export interface NearMiss {
  /** The name in the environment. */
  name: string;
  /** The setting that was probably meant; undefined when only the prefix is ours. */
  meant: string | undefined;
}

const OURS: ReadonlySet<string> = new Set([
  ...Object.keys(SettingsSchema.properties),
  ...SECRET_SETTINGS.map((name) => `${name}_FILE`),
]);
/** Shorter names (HOST, PORT) are too similar to names that are not ours. */
const NAME_MIN_CHARS = 7;
/** How many letters may be missing, doubled or wrong. */
const EDITS_MAX = 2;

export function nearMisses(env: Readonly<Record<string, string | undefined>>): NearMiss[] {
  const settings = [...OURS].filter((name) => name.length >= NAME_MIN_CHARS).map(formsOf);
  return Object.keys(env)
    .filter((name) => !OURS.has(name) && name.length >= NAME_MIN_CHARS && env[name] !== '')
    .flatMap((name) => {
      const forms = formsOf(name);
      const meant = settings.find((setting) => isNearly(forms, setting))?.name;
      return meant !== undefined || name.startsWith('ENVOKE_') ? [{ name, meant }] : [];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** One sentence about it. */
export function describeNearMiss({ name, meant }: NearMiss): string {
  return meant === undefined
    ? `${name} is no setting of the broker, and is not read`
    : `${name} is no setting of the broker, and is not read: ${meant} is`;
}

/** A name in the forms that are compared. */
interface Forms {
  name: string;
  plain: string;
  sortedWords: string;
}

const formsOf = (name: string): Forms => ({ name, plain: plain(name), sortedWords: sortedWords(name) });

function isNearly(one: Forms, setting: Forms): boolean {
  if (one.plain === setting.plain || one.sortedWords === setting.sortedWords) return true;
  return editsWithin(one.plain, setting.plain, Math.min(EDITS_MAX, Math.floor(setting.plain.length / 6)));
}

/** Ignores case, underscores and plurals. */
function plain(name: string): string {
  return name
    .toUpperCase()
    .split(/[_\-.]/)
    .map((word) => word.replace(/IES$/, 'Y').replace(/(?<=..)S$/, ''))
    .join('');
}

const sortedWords = (name: string) => name.toUpperCase().split('_').sort().join(' ');

/** Whether one text becomes the other when at most so many letters are added, removed, changed or swapped. */
function editsWithin(one: string, other: string, max: number): boolean {
  if (Math.abs(one.length - other.length) > max) return false;
  let previous: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isExchanged = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next.push(isExchanged ? Math.min(least, (previous[j - 2] ?? 0) + 1) : least);
    }
    // Each later value is at least the least of this row, or one more than the least of the row before. Without this
    // end, a broker's start keeps the engine so busy here that it loads its optimizing compiler: 5 MB.
    if (Math.min(...next) > max && Math.min(...row) >= max) return false;
    previous = row;
    row = next;
  }
  return (row[other.length] ?? 0) <= max;
}
