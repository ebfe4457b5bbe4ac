/**
 * The policy samples for administrators: they set the same values on every system, and only those in the
 * managed-storage schema.
 */
import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../extension/lib/settings/default-settings.ts';
import { parseSettings, SETTING_KEYS } from '../../../extension/lib/settings/parse-settings.ts';
import { CHROME_EXTENSION_ID, FIREFOX_ADDON_ID } from '../../../shared/client.ts';
import { GROUNDS } from '../../../shared/consent-grounds.ts';

interface Schema {
  type?: string;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
}
type Json = { [key: string]: unknown };
interface Sample {
  /** What `ExtensionSettings` says of the extension, by its id; nothing where the console does that. */
  installed: unknown;
  settings: unknown;
}

const text = (name: string) => readFileSync(`docs/policies/${name}`, 'utf8');
const json = (name: string) => JSON.parse(text(name)) as Json;
const schema = JSON.parse(readFileSync('extension/public/managed-schema.json', 'utf8')) as Schema;

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Json | undefined)?.[key], value);
}

/** The places where a value breaks its schema. One such place makes browsers drop the whole policy. */
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

/** What the registry holds after the file was imported: keys as objects, below the browser's own. */
function readRegistry(file: string, root: string): Json {
  const [head, ...sections] = file.split(/^\[/m);
  if (head?.trim() !== 'Windows Registry Editor Version 5.00') throw new Error('not a registry file');
  const registry: Json = {};
  for (const section of sections) {
    const [key = '', ...lines] = section.split('\n');
    const path = key.replace(/\]\s*$/, '');
    if (!path.startsWith(`${root}\\`)) throw new Error(`${path} is not below ${root}`);
    const place = path
      .slice(root.length + 1)
      .split('\\')
      .reduce((inner, name) => {
        inner[name] ??= {};
        return inner[name] as Json;
      }, registry);
    for (const line of lines.filter((each) => each.trim() !== '')) {
      const [, name = '', value, yes] = /^"(\w+)"=(?:"([^"\\]*)"|dword:0000000([01]))$/.exec(line) ?? [];
      if (name === '') throw new Error(`not understood: ${line}`);
      // Chrome and Edge read a switch as a number.
      place[name] = value ?? yes === '1';
    }
  }
  return registry;
}

function readPlist(file: string): unknown {
  const { documentElement } = new new Window().DOMParser().parseFromString(file, 'application/xml');
  return plistValue(documentElement.children[0] as unknown as Element);
}

function plistValue(element: Element): unknown {
  const children = [...element.children];
  if (element.tagName === 'array') return children.map(plistValue);
  if (element.tagName === 'integer') return Number(element.textContent);
  if (element.tagName === 'true' || element.tagName === 'false') return element.tagName === 'true';
  if (element.tagName !== 'dict') return element.textContent;
  const pairs = children.flatMap((child, index) =>
    child.tagName === 'key' ? [[child.textContent, plistValue(children[index + 1] as Element)]] : [],
  );
  return Object.fromEntries(pairs);
}

/** The payloads of a profile, by the domain that each sets; without what only macOS reads. */
function readProfile(file: string): Record<string, Json> {
  const payloads = at(readPlist(file), 'PayloadContent') as Json[];
  return Object.fromEntries(
    payloads.map(({ PayloadType, ...content }) => [
      PayloadType,
      Object.fromEntries(Object.entries(content).filter(([key]) => !key.startsWith('Payload'))),
    ]),
  );
}

const chromiumSample = (policy: Json): Sample => ({
  installed: policy.ExtensionSettings,
  settings: at(policy, '3rdparty', 'extensions', CHROME_EXTENSION_ID),
});
const registrySample = (name: string, root: string): Sample => {
  const registry = readRegistry(text(name), root);
  return {
    installed: registry.ExtensionSettings,
    settings: at(registry, '3rdparty', 'extensions', CHROME_EXTENSION_ID, 'policy'),
  };
};
const profileSample = (name: string, domain: string): Sample => {
  const profile = readProfile(text(name));
  return {
    installed: profile[domain]?.ExtensionSettings,
    settings: profile[`${domain}.extensions.${CHROME_EXTENSION_ID}`],
  };
};

const SAMPLES: Record<string, () => Sample> = {
  'chrome.json': () => chromiumSample(json('chrome.json')),
  'edge.json': () => chromiumSample(json('edge.json')),
  'chrome.reg': () => registrySample('chrome.reg', 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome'),
  'edge.reg': () => registrySample('edge.reg', 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge'),
  'chrome.mobileconfig': () => profileSample('chrome.mobileconfig', 'com.google.Chrome'),
  'edge.mobileconfig': () => profileSample('edge.mobileconfig', 'com.microsoft.Edge'),
  'chromeos.json': () => ({
    installed: undefined,
    settings: Object.fromEntries(
      Object.entries(json('chromeos.json')).map(([key, value]) => [key, at(value, 'Value')]),
    ),
  }),
  'firefox.json': () => {
    const policies = json('firefox.json').policies;
    return {
      installed: at(policies, 'ExtensionSettings'),
      settings: at(policies, '3rdparty', 'Extensions', FIREFOX_ADDON_ID),
    };
  },
};
const NAMES = Object.keys(SAMPLES);
const sample = (name: string): Sample => SAMPLES[name]?.() ?? { installed: undefined, settings: undefined };

describe('the policy samples', () => {
  it.each([
    [{ brokerURL: 'https://broker.example.ca' }, 'is not a setting'],
    [{ bulk: 'no' }, 'is of type string'],
    [{ allowedConsentStatuses: ['Expired'] }, 'is none of its choices'],
  ])('would be refused with %j', (settings, fault) => {
    expect(faults(settings, schema, '').join()).toContain(fault);
  });

  it.each(NAMES)('in %s set what the extension knows, and the extension takes it', (name) => {
    const { settings } = sample(name);
    expect(faults(settings, schema, name)).toEqual([]);
    expect(parseSettings(settings)).toEqual({ values: settings, rejected: [] });
  });

  it.each(NAMES)('in %s set the same as in every other', (name) => {
    expect(sample(name).settings).toEqual(sample('chrome.json').settings);
  });

  it('set nothing that surprises: all but the broker and the name in the record is as without a policy', () => {
    expect(Object.keys(sample('chrome.json').settings as Json)).toEqual(['brokerUrl', 'recordNameRequired']);
  });

  it.each([
    ['chrome', 'https://clients2.google.com/service/update2/crx', { toolbar_pin: 'force_pinned' }],
    ['edge', 'https://edge.microsoft.com/extensionwebstorebase/v1/crx', { toolbar_state: 'force_shown' }],
  ])('for %s install the extension from its store alike on every system', (browser, update_url, shown) => {
    const installation = { installation_mode: 'force_installed', update_url, ...shown };
    for (const ending of ['json', 'reg', 'mobileconfig'])
      expect(sample(`${browser}.${ending}`).installed).toEqual({ [CHROME_EXTENSION_ID]: installation });
  });

  it('for Firefox install the add-on that they set up', () => {
    expect(sample('firefox.json').installed).toEqual({
      [FIREFOX_ADDON_ID]: expect.objectContaining({ installation_mode: 'force_installed' }),
    });
  });
});

describe('docs/rolling-out.md', () => {
  const rollingOut = readFileSync('docs/rolling-out.md', 'utf8');

  it('names every setting with the value that holds when it is left out', () => {
    const defaults: Json = { ...defaultSettings() };
    const rows = new Map(
      [...rollingOut.matchAll(/^\| `(\w+)` \| ([^|]+) \|/gm)].map(([, key, value]) => [key, value]),
    );
    expect(SETTING_KEYS.filter((key) => !rows.has(key))).toEqual([]);
    for (const key of SETTING_KEYS)
      if (
        typeof defaults[key] === 'boolean' ||
        (typeof defaults[key] === 'string' && rows.get(key)?.startsWith('`'))
      )
        expect(rows.get(key)).toContain(`\`${defaults[key]}\``);
  });

  it('leads to every sample', () => {
    expect(NAMES.filter((name) => !rollingOut.includes(`(policies/${name})`))).toEqual([]);
  });
});

it('the managed schema offers every ground of consent as the default', () => {
  expect(schema.properties?.defaultBasis?.enum).toEqual(GROUNDS);
});
