/** Reads the environment once: `…_FILE` variants, blank values as unset, defaults, and the form of each value. */
import { readFileSync } from 'node:fs';
import { Value } from 'typebox/value';
import { whyUnreadable } from '../keys/unreadable-file.ts';
import { readIntegers } from './integers.ts';
import { SECRET_SETTINGS, type Settings, SettingsSchema } from './setting-schema.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Values in place of required settings that are missing, so that the other settings can still be checked. */
const PLACEHOLDERS = { ENVOKE_CLIENT_ID: 'missing', ENVOKE_CLIENT_SECRET: 'missing' };

/**
 * Returns the settings; each fault is one sentence without the value. When there are faults, the settings only serve to
 * find more faults: a faulty setting has its default. Undefined when not even defaults exist.
 */
export function readSettings(env: Environment, faults: string[]): Settings | undefined {
  const given: Record<string, string> = {};
  for (const name of Object.keys(SettingsSchema.properties)) {
    const value = readSetting(name, env, faults);
    if (value !== undefined) given[name] = value;
  }
  const settings = withDefaults(given);
  if (Value.Check(SettingsSchema, settings)) return settings;
  const faultsByName = formFaults(settings);
  faults.push(...faultsByName.values());
  const sound = Object.entries(given).filter(([name]) => !faultsByName.has(name));
  const repaired = withDefaults({ ...PLACEHOLDERS, ...Object.fromEntries(sound) });
  return Value.Check(SettingsSchema, repaired) ? repaired : undefined;
}

function withDefaults(given: Record<string, string>): unknown {
  return Value.Default(SettingsSchema, readIntegers(SettingsSchema, given));
}

function readSetting(name: string, env: Environment, faults: string[]): string | undefined {
  const value = env[name]?.trim() || undefined;
  const file = SECRET_SETTINGS.some((secret) => secret === name) ? env[`${name}_FILE`]?.trim() : undefined;
  if (!file) return value;
  if (value !== undefined) {
    faults.push(`${name} and ${name}_FILE are both set; keep one`);
    return value;
  }
  try {
    const content = readFileSync(file, 'utf8').trim();
    if (content !== '') return content;
    faults.push(`${name}_FILE names an empty file`);
  } catch (error) {
    faults.push(`${name}_FILE names a file that cannot be read: ${whyUnreadable(file, error)}`);
  }
  return undefined;
}

function formFaults(settings: unknown): Map<string, string> {
  const byName = new Map<string, string>();
  for (const error of Value.Errors(SettingsSchema, settings)) {
    if (error.keyword === 'required') {
      for (const name of error.params.requiredProperties) byName.set(name, `${name} is required`);
    } else if (error.keyword === 'const') {
    } else {
      const name = error.instancePath.slice(1);
      const what = error.keyword === 'anyOf' ? `must be one of ${choicesOf(name).join(', ')}` : error.message;
      if (!byName.has(name)) byName.set(name, `${name} ${what}`);
    }
  }
  return byName;
}

function choicesOf(name: string): string[] {
  const schema: unknown = Object.entries(SettingsSchema.properties).find(([key]) => key === name)?.[1];
  if (typeof schema !== 'object' || schema === null || !('anyOf' in schema)) return [];
  return Array.isArray(schema.anyOf)
    ? schema.anyOf.map((choice: { const?: unknown }) => String(choice.const))
    : [];
}
