/** Random combinations of the stand-in's modes, made from its table, so that new modes are included. */
import fc from 'fast-check';
import type { ModeDefinition } from '../envoke/modes/mode-definition.ts';
import { MODE_TABLE, type ModeName, type ModeValues } from '../envoke/modes/mode-table.ts';

type GivenModes = { [Name in ModeName]?: fc.Arbitrary<ModeValues[Name]> };

/** How many modes are on at once: few, so that some calls still succeed. */
const MODES_AT_ONCE_MAX = 6;

/** A few modes with any of their values, `times` for those that can be on for a while; numbers and texts only as `given`. */
export function anyModes(
  times: fc.Arbitrary<boolean | number>,
  given: GivenModes,
): fc.Arbitrary<Partial<ModeValues>> {
  const table: [string, ModeDefinition][] = Object.entries(MODE_TABLE);
  const named = table.flatMap(([name, mode]): [string, fc.Arbitrary<boolean | number | string>][] => {
    if (mode.kind === 'times') return [[name, times]];
    return mode.kind === 'choice' ? [[name, fc.constantFrom(...mode.choices)]] : [];
  });
  const values = Object.entries<fc.Arbitrary<boolean | number | string>>({
    ...Object.fromEntries(named),
    ...given,
  });
  return fc
    .uniqueArray(fc.constantFrom(...values), { selector: ([name]) => name, maxLength: MODES_AT_ONCE_MAX })
    .chain((chosen) => fc.record(Object.fromEntries(chosen)) as fc.Arbitrary<Partial<ModeValues>>);
}
