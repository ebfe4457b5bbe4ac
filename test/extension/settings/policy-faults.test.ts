/** Settings of an administrator that are not valid, as Firefox hands them over: they restrict all the same, and are named. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readDiagnostics } from '../../../extension/entrypoints/settings/diagnostics.ts';
import { readPolicy } from '../../../extension/lib/settings/managed-policy.ts';
import { loadSettings, saveSettings } from '../../../extension/lib/settings/settings-store.ts';
import { resetBrowser, setManaged } from '../fake-browser.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

beforeEach(resetBrowser);

const STRICT: [key: string, value: unknown, reading: unknown][] = [
  ['recordNameRequired', 'yes', true],
  ['recordNameRequired', 1, true],
  ['bulk', 0, false],
  ['bulk', null, false],
  ['pageLookup', 'no', false],
  ['omnibox', 'true', false],
  ['sidePanel', 1, false],
  ['consentClock', 'on', 'off'],
  ['allowedConsentStatuses', [], ['Not Provided', 'Revoked']],
  ['allowedConsentStatuses', 'any', ['Not Provided', 'Revoked']],
  ['allowedConsentStatuses', 'Express', ['Express']],
  ['allowedConsentStatuses', ['Express', 'Impled - Inquiry'], ['Express']],
  ['hiddenGrounds', ['published', 'cards'], ['published']],
  ['hiddenGrounds', 'published', ['published']],
  ['groundStatuses', { client: 'Implied', card: 'Express' }, { client: 'Not Provided', card: 'Express' }],
  ['groundStatuses', { found: 'Express' }, { found: 'Not Provided' }],
];

/** Without a reading that is plainly the strictest. */
const NOT_PLAIN: [key: string, value: unknown][] = [
  ['hiddenGrounds', true],
  ['groundStatuses', 'Not Provided'],
  ['language', 'de'],
  ['recordName', 7],
  ['brokerUrl', 'http://broker.example.ca/'],
  ['Bulk', false],
];

describe("an administrator's setting that is not valid", () => {
  it.each(STRICT)('restricts as far as it can mean: %s, %j', async (key, value, reading) => {
    setManaged({ [key]: value });
    const { values, managed } = await loadSettings();
    expect(values).toMatchObject({ [key]: reading });
    expect([...managed]).toEqual([key]);
    await saveSettings({ bulk: true, recordNameRequired: false, pageLookup: true });
    expect((await loadSettings()).values).toMatchObject({ [key]: reading });
  });

  it.each(NOT_PLAIN)(
    'leaves the choice to the person where no reading is plain: %s, %j',
    async (key, value) => {
      setManaged({ [key]: value });
      expect((await loadSettings()).managed.size).toBe(0);
    },
  );

  it.each([...STRICT, ...NOT_PLAIN].map(([key, value]) => [key, value] as const))(
    'is named, without its value: %s, %j',
    async (key, value) => {
      setManaged({ theme: 'dark', [key]: value });
      expect((await readPolicy()).rejected).toEqual([key]);
      expect(JSON.parse(await readDiagnostics()).managedNotValid).toEqual([key]);
    },
  );

  it('is nothing to tell of where all is valid', async () => {
    setManaged({ bulk: false, allowedConsentStatuses: ['Express'] });
    expect((await readPolicy()).rejected).toEqual([]);
    expect((await loadSettings()).values).toMatchObject({ bulk: false, allowedConsentStatuses: ['Express'] });
  });
});
