/**
 * Parses a command's arguments: positional words, switches and named values. Throws a UsageError for an unknown
 * argument.
 */
import { parseArgs } from 'node:util';
import { UsageError } from './command.ts';

export interface Arguments {
  words: readonly string[];
  values: Readonly<Record<string, string | boolean | undefined>>;
}

/** @param options name → `boolean` for a switch, `string` for a value */
export function readArguments(
  args: readonly string[],
  options: Readonly<Record<string, 'boolean' | 'string'>>,
  maxWords: number,
): Arguments {
  const types = Object.fromEntries(Object.entries(options).map(([name, type]) => [name, { type }]));
  try {
    const { positionals, values } = parseArgs({ args: [...args], options: types, allowPositionals: true });
    const surplus = positionals[maxWords];
    if (surplus !== undefined) throw new UsageError(`"${surplus}" is one word too many.`);
    return {
      words: positionals,
      values: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value]),
      ),
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : 'The arguments cannot be read.');
  }
}
