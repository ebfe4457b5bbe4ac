/** Settings as a file, to move them to another browser. No account, token or contact is ever part of it. Pure. */
import { isObject } from '../storage/guards.ts';
import { parseSettings } from './parse-settings.ts';
import type { Settings } from './settings.ts';

const FORMAT = 'contacts-for-envoke-settings';
const VERSION = 1;
/** Far above any real one; a larger file is not read at all. */
const MAX_CHARS = 200_000;

export type ImportedSettings =
  | { ok: true; values: Partial<Settings>; rejected: readonly string[] }
  | { ok: false; refusal: 'not-json' | 'not-settings' | 'newer-version' };

export function exportSettings(values: Settings): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings: values }, null, 2)}\n`;
}

/** Reads a file; what is not valid in it is named and left out. */
export function importSettings(text: string): ImportedSettings {
  const file = text.length > MAX_CHARS ? undefined : parseJson(text);
  if (file === undefined) return { ok: false, refusal: 'not-json' };
  if (!isObject(file) || file.format !== FORMAT || !isObject(file.settings)) {
    return { ok: false, refusal: 'not-settings' };
  }
  if (file.version !== VERSION) return { ok: false, refusal: 'newer-version' };
  return { ok: true, ...parseSettings(file.settings) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
