/** The samples for administrators: each sets only what the managed-storage schema knows, for the extension's own ids. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHROME_EXTENSION_ID, FIREFOX_ADDON_ID } from '../../../shared/client.ts';

interface Schema {
  type?: string;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
}
type Json = Record<string, unknown>;

const read = (path: string): Json => JSON.parse(readFileSync(path, 'utf8')) as Json;
const schema = read('extension/public/managed-schema.json') as Schema;

function at(json: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Json | undefined)?.[key], json);
}

/** Where a value is not as its schema says. The browsers drop the whole policy for one such place. */
function faults(value: unknown, rule: Schema | undefined, place: string): string[] {
  if (rule === undefined) return [`${place} is not a setting`];
  const type = Array.isArray(value) ? 'array' : typeof value;
  if (rule.type !== type) return [`${place} is of type ${type}, not ${rule.type}`];
  if (rule.enum !== undefined && !rule.enum.includes(value)) return [`${place} is none of its choices`];
  if (Array.isArray(value))
    return value.flatMap((item, index) => faults(item, rule.items, `${place}/${index}`));
  if (type !== 'object') return [];
  return Object.entries(value as Json).flatMap(([key, item]) =>
    faults(item, rule.properties?.[key], `${place}/${key}`),
  );
}

const SAMPLES: [browser: string, id: string, path: string[]][] = [
  ['chrome', CHROME_EXTENSION_ID, ['3rdparty', 'extensions']],
  ['edge', CHROME_EXTENSION_ID, ['3rdparty', 'extensions']],
  ['firefox', FIREFOX_ADDON_ID, ['policies', '3rdparty', 'Extensions']],
];

describe('the policy samples', () => {
  it.each(SAMPLES)('for %s set only settings that the extension knows', (browser, id, path) => {
    const settings = at(read(`docs/policies/${browser}.json`), ...path, id);
    expect(Object.keys(settings as Json)).toContain('brokerUrl');
    expect(faults(settings, schema, browser)).toEqual([]);
  });

  it.each(SAMPLES)('for %s install the same extension that they set up', (browser, id, path) => {
    const installed = at(read(`docs/policies/${browser}.json`), ...path.slice(0, -2), 'ExtensionSettings');
    expect(Object.keys(installed as Json)).toEqual([id]);
  });

  it.each([
    [{ brokerURL: 'https://broker.example.ca' }, 'is not a setting'],
    [{ bulk: 'no' }, 'is of type string'],
    [{ allowedConsentStatuses: ['Expired'] }, 'is none of its choices'],
  ])('fail this check with %j', (settings, fault) => {
    expect(faults(settings, schema, '').join()).toContain(fault);
  });
});
