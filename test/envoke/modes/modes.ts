/** Which modes are on now. A test or the control endpoint sets them, and every handler reads them. */

import type { ModeDefinition } from './mode-definition.ts';
import type { ModeName, ModeValues, TimesModeName } from './mode-table.ts';
import { MODE_TABLE } from './mode-table.ts';

export interface Modes {
  /** Switches some modes; the others stay. */
  set(values: Partial<ModeValues>): void;
  get<Name extends ModeName>(name: Name): ModeValues[Name];
  /** Whether a mode is on now; one that is on for n times has one time less afterwards. */
  take(name: TimesModeName): boolean;
  all(): ModeValues;
  /** Resets every mode to its value at the start. */
  reset(): void;
}

export function createModes(): Modes {
  let values = initialValues();

  return {
    set(changes) {
      values = { ...values, ...changes };
    },
    get: (name) => values[name],
    take(name) {
      const value = values[name];
      if (typeof value === 'boolean') return value;
      values = { ...values, [name]: value > 1 ? value - 1 : false };
      return value > 0;
    },
    all: () => ({ ...values }),
    reset() {
      values = initialValues();
    },
  };
}

/** Values that came over the wire. Throws a `RangeError` that names the first mode or value it does not know. */
export function readModeValues(changes: unknown): Partial<ModeValues> {
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes)) {
    throw new RangeError('An object of modes is expected');
  }
  for (const [name, value] of Object.entries(changes)) {
    if (!isModeName(name)) throw new RangeError(`There is no mode '${name}'`);
    if (!fits(MODE_TABLE[name], value))
      throw new RangeError(`Mode '${name}' cannot be ${JSON.stringify(value)}`);
  }
  return changes;
}

function initialValues(): ModeValues {
  const entries = Object.entries(MODE_TABLE).map(([name, mode]) => [name, initialValue(mode)]);
  return Object.fromEntries(entries) as ModeValues;
}

/** The default value of a mode. */
export function initialValue(mode: ModeDefinition): boolean | number | string {
  return mode.kind === 'choice' ? mode.choices[0] : mode.initial;
}

function isModeName(name: string): name is ModeName {
  return Object.hasOwn(MODE_TABLE, name);
}

function fits(mode: ModeDefinition, value: unknown): boolean {
  switch (mode.kind) {
    case 'times':
      return typeof value === 'boolean' || isCount(value);
    case 'choice':
      return typeof value === 'string' && mode.choices.includes(value);
    case 'amount':
      return isCount(value);
    case 'text':
      return typeof value === 'string';
  }
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
