/** Settings: whose value wins, what is refused, and that files and policies cannot bring in anything else. */
import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../../extension/lib/settings/default-settings.ts';
import { parseSettings, SETTING_KEYS } from '../../../extension/lib/settings/parse-settings.ts';
import { exportSettings, importSettings } from '../../../extension/lib/settings/settings-file.ts';
import { managedCopyItem, settingsItem } from '../../../extension/lib/settings/settings-items.ts';
import { loadSettings, mergeSettings, saveSettings } from '../../../extension/lib/settings/settings-store.ts';
import { browser, resetBrowser, setManaged } from '../fake-browser.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const WRONG: [key: string, value: unknown][] = [
  ['language', 'de'],
  ['theme', 1],
  ['defaultBasis', 'because'],
  ['defaultConsentStatus', 'Expired'],
  ['allowedConsentStatuses', []],
  ['allowedConsentStatuses', ['Express', 'Expired']],
  ['descriptionTemplates', { asked: 'text' }],
  ['descriptionTemplates', { asked: { en: 1 } }],
  ['defaultTags', 'tag'],
  ['pageLookup', 'yes'],
  ['bulk', 1],
  ['omnibox', null],
  ['openOn', 'contacts'],
  ['brokerUrl', 'http://broker.example.ca'],
  ['brokerUrl', 'https://broker.example.ca/'],
  ['__proto__', { language: 'fr' }],
  ['sessionToken', 'x'],
];

describe('settings', () => {
  beforeEach(resetBrowser);

  it('knows no other broker in a build that has one built in, whoever names it', () => {
    const other = { brokerUrl: 'https://other.example' };
    for (const [own, managed] of [
      [other, {}],
      [{}, other],
    ] as const) {
      expect(mergeSettings(own, managed).values.brokerUrl).toBe(other.brokerUrl);
      const built = mergeSettings(own, managed, true);
      expect(built.values.brokerUrl).toBe(defaultSettings().brokerUrl);
      expect(built.managed.has('brokerUrl')).toBe(true);
    }
  });

  it.each(WRONG)('leaves out a wrong %s', (key, value) => {
    const raw: unknown = JSON.parse(`{${JSON.stringify(key)}: ${JSON.stringify(value)}}`);
    expect(parseSettings(raw)).toEqual({ values: {}, rejected: [key] });
  });

  it('accepts every default value', () => {
    expect(parseSettings(defaultSettings())).toEqual({ values: defaultSettings(), rejected: [] });
  });

  it('gives the defaults where nothing is set, and where no policy can be read', async () => {
    Object.assign(browser.storage.managed, { get: () => Promise.reject(new Error('no manifest')) });
    const settings = await loadSettings();
    expect(settings.values).toEqual(defaultSettings());
    expect(settings.managed.size).toBe(0);
  });

  it('keeps the built-in words for what templates leave out', () => {
    const { values } = parseSettings({ descriptionTemplates: { asked: { fr: 'Formulaire du {date}' } } });
    expect(values.descriptionTemplates).toEqual({
      ...defaultSettings().descriptionTemplates,
      asked: { en: '', fr: 'Formulaire du {date}' },
    });
  });

  it('lets no ground that is no consent stand for one, and keeps the other grounds as they are set', () => {
    const groundStatuses = { found: 'Express', client: 'Not Provided', card: 'Expired' };
    expect(parseSettings({ groundStatuses })).toEqual({
      values: { groundStatuses: { client: 'Not Provided' } },
      rejected: ['groundStatuses'],
    });
    expect(parseSettings({ groundStatuses: { found: 'Revoked' } }).rejected).toEqual([]);
  });

  it("puts an administrator's value over the person's, and says so", async () => {
    await saveSettings({ language: 'en', theme: 'dark' });
    setManaged({ language: 'fr', theme: 'purple' });
    const settings = await loadSettings();
    expect(settings.values).toMatchObject({ language: 'fr', theme: 'dark' });
    expect([...settings.managed]).toEqual(['language']);
  });

  it('remembers for the next first paint what an administrator has set, and when that ends', async () => {
    setManaged({ language: 'fr', theme: 'purple' });
    await loadSettings();
    expect(await managedCopyItem.get()).toEqual({ language: 'fr' });
    setManaged({});
    await loadSettings();
    expect(await managedCopyItem.get()).toEqual({});
  });

  it('believes the browser, not what is remembered', async () => {
    await managedCopyItem.set({ bulk: false });
    expect((await loadSettings()).values.bulk).toBe(true);
  });

  it('does not save over what an administrator has set', async () => {
    setManaged({ language: 'fr' });
    await loadSettings();
    await saveSettings({ language: 'en', bulk: false });
    setManaged({});
    expect((await loadSettings()).values).toMatchObject({ language: 'auto', bulk: false });
  });

  it('saves while the browser still reads the policy', async () => {
    Object.assign(browser.storage.managed, { get: () => new Promise(() => undefined) });
    await saveSettings({ bulk: false });
    expect(await settingsItem.get()).toEqual({ bulk: false });
  });

  it('starts without consent where the default status is not allowed, and with an allowed one that is chosen', async () => {
    setManaged({ allowedConsentStatuses: ['Express', 'Implied - Inquiry'] });
    // No consent is anybody's default because it comes first.
    expect((await loadSettings()).values.defaultConsentStatus).toBe('Not Provided');
    await saveSettings({ defaultConsentStatus: 'Implied - Inquiry' });
    expect((await loadSettings()).values.defaultConsentStatus).toBe('Implied - Inquiry');
  });

  it("names every setting in the administrators' schema, and no other", async () => {
    const schema = JSON.parse(await readFile('extension/public/managed-schema.json', 'utf8'));
    expect(Object.keys(schema.properties).toSorted()).toEqual(SETTING_KEYS.toSorted());
  });
});

describe('a settings file', () => {
  it.each([
    ['something that is not JSON', 'settings', 'not-json'],
    ['something huge', `"${'x'.repeat(300_000)}"`, 'not-json'],
    ['a list', '[]', 'not-settings'],
    ['another format', '{"format":"other","version":1,"settings":{}}', 'not-settings'],
    [
      'a later version',
      '{"format":"contacts-for-envoke-settings","version":2,"settings":{}}',
      'newer-version',
    ],
  ])('is refused when it is %s', (_what, text, refusal) => {
    expect(importSettings(text)).toEqual({ ok: false, refusal });
  });

  it('brings back what was exported', () => {
    const values = { ...defaultSettings(), language: 'fr' as const, defaultTags: ['Members'] };
    expect(importSettings(exportSettings(values))).toEqual({ ok: true, values, rejected: [] });
  });

  it('names what it leaves out', () => {
    const text =
      '{"format":"contacts-for-envoke-settings","version":1,"settings":{"bulk":false,"accounts":[]}}';
    expect(importSettings(text)).toEqual({ ok: true, values: { bulk: false }, rejected: ['accounts'] });
  });
});
