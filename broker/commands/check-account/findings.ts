/** What was found so far: one word a line, and the modes that make the stand-in behave so. */
import { CHECK_TABLE, type CheckName, type Word } from './check-table.ts';

export type ModeSettings = Record<string, string | number | boolean>;

export interface Findings {
  /** @param modes only what differs from the stand-in's default */
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

/** Lines that cannot go unasked have another word for it. */
function notAsked(name: CheckName): string {
  const { words } = CHECK_TABLE[name];
  return words.find((word) => word === 'not asked') ?? words[words.length - 1] ?? '';
}
