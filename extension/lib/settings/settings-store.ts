/** The settings in effect: the administrator's first, then the person's, then the defaults. */
import { browser } from 'wxt/browser';
import { getItems } from '../storage/item.ts';
import { BROKER_IS_BUILT_IN, defaultSettings } from './default-settings.ts';
import { parseSettings, SETTING_KEYS } from './parse-settings.ts';
import type { LoadedSettings, Settings } from './settings.ts';
import { managedCopyItem, settingsItem } from './settings-items.ts';

export async function loadSettings(): Promise<LoadedSettings> {
  const [{ own, copy }, managed] = await Promise.all([
    getItems({ own: settingsItem, copy: managedCopyItem }),
    readManaged(),
  ]);
  if (JSON.stringify(copy) !== JSON.stringify(managed)) await managedCopyItem.set(managed);
  return mergeSettings(own, managed);
}

/**
 * Only the broker's address. Where it is built in, no policy can change it, so there is no need to wait until the
 * browser has read the policy, which takes Chromium seconds after its start.
 */
export async function loadBrokerUrl(): Promise<string> {
  return BROKER_IS_BUILT_IN ? defaultSettings().brokerUrl : (await loadSettings()).values.brokerUrl;
}

/**
 * Pure: which value wins, and which keys are fixed. A default status that is not allowed gives way to no consent, also where
 * that is not allowed: nothing is saved then before somebody has chosen. No other status is anybody's choice.
 */
export function mergeSettings(
  own: Partial<Settings>,
  administered: Partial<Settings>,
  isBrokerBuiltIn = BROKER_IS_BUILT_IN,
): LoadedSettings {
  const { brokerUrl } = defaultSettings();
  const managed = isBrokerBuiltIn ? { ...administered, brokerUrl } : administered;
  const values: Settings = { ...defaultSettings(), ...own, ...managed };
  if (!values.allowedConsentStatuses.includes(values.defaultConsentStatus))
    values.defaultConsentStatus = 'Not Provided';
  return { values, managed: new Set(SETTING_KEYS.filter((key) => Object.hasOwn(managed, key))) };
}

/**
 * Changes some settings; managed ones are left as the administrator has them. Goes by the remembered policy, since the
 * browser can take seconds to read it, and a person may close the page at once.
 */
export async function saveSettings(changes: Partial<Settings>): Promise<LoadedSettings> {
  const managed = await managedCopyItem.get();
  const { values } = parseSettings(changes);
  const allowed = Object.fromEntries(
    Object.entries(values).filter(([key]) => !Object.hasOwn(managed, key)),
  ) as Partial<Settings>;
  const own = await settingsItem.update((present) => ({ ...present, ...allowed }));
  return mergeSettings(own, managed);
}

/**
 * The same for a page that is closing, which has no time to read first. A managed value has no field to type it in.
 * @param own the person's own settings as the page last saw them
 */
export function saveSettingsAtOnce(own: Partial<Settings>, changes: Partial<Settings>): Promise<void> {
  return settingsItem.set({ ...own, ...parseSettings(changes).values });
}

/** Calls back with the settings in effect whenever a person or an administrator changes one. */
export function watchSettings(onChange: (settings: LoadedSettings) => void): () => void {
  const reload = () => void loadSettings().then(onChange);
  const unwatch = settingsItem.watch(reload);
  browser.storage.managed?.onChanged.addListener(reload);
  return () => {
    unwatch();
    browser.storage.managed?.onChanged.removeListener(reload);
  };
}

async function readManaged(): Promise<Partial<Settings>> {
  return (await (await import('./managed-policy.ts')).readPolicy()).values;
}
