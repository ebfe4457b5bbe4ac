/**
 * The results so far: one word for each line of the table, and the modes that make the stand-in behave in the same way.
 */
import { CHECK_TABLE, type CheckName, type Word } from './check-table.ts';

export type ModeSettings = Record<string, string | number | boolean>;

export interface Findings {
  /** @param modes only those that differ from the stand-in's default */
  found<Name extends CheckName>(name: Name, word: Word<Name>, modes?: ModeSettings): void;
  wordOf(name: CheckName): string;
  readonly modes: ModeSettings;
}

export function createFindings(): Findings {
  const words = new Map<CheckName, string>();
  const modes: ModeSettings = {};
  return {
    found(name, word, decided = {}) {
      words.set(name, word);
      Object.assign(modes, decided);
    },
    wordOf: (name) => words.get(name) ?? notAsked(name),
    modes,
  };
}

/**
 * The word for a line without a result. Lines that are always asked have no 'not asked'; they end with the word to use.
 */
function notAsked(name: CheckName): string {
  const { words } = CHECK_TABLE[name];
  return words.find((word) => word === 'not asked') ?? words[words.length - 1] ?? '';
}
