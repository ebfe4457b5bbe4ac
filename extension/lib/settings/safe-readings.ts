/**
 * What an administrator's setting comes to where its value is not valid. Firefox hands over such values, while Chromium
 * drops the policy. A restriction that was meant must not be lifted by a typing error, so the strictest reading applies. Pure.
 */
import { allowsSending, WRITABLE_CONSENT_STATUSES } from '../../../shared/consent.ts';
import { isObject, type JsonObject } from '../storage/guards.ts';
import { isGroundStatus } from './parse-settings.ts';
import { CONSENT_BASES, type SettingKey, type Settings } from './settings.ts';

const off = () => false;

/** For each setting that restricts: undefined where no reading is plainly the strictest. */
const STRICTEST: { readonly [Key in SettingKey]?: (value: unknown) => Settings[Key] | undefined } = {
  recordNameRequired: () => true,
  bulk: off,
  pageLookup: off,
  omnibox: off,
  sidePanel: off,
  consentClock: () => 'off',
  /** Those of the list that exist; without one, those that let nobody be emailed. */
  allowedConsentStatuses: (value) =>
    namedOf(WRITABLE_CONSENT_STATUSES, value) ??
    WRITABLE_CONSENT_STATUSES.filter((status) => !allowsSending(status)),
  hiddenGrounds: (value) => namedOf(CONSENT_BASES, value),
  /** A ground whose status cannot be read lets nobody be emailed. */
  groundStatuses: (value) => {
    if (!isObject(value)) return undefined;
    const given = CONSENT_BASES.filter((ground) => Object.hasOwn(value, ground));
    return Object.fromEntries(
      given.map((ground) => [
        ground,
        isGroundStatus([ground, value[ground]]) ? value[ground] : 'Not Provided',
      ]),
    );
  },
};

/** @param rejected names of settings whose values are not valid, wholly or in part */
export function safeReadings(policy: JsonObject, rejected: readonly string[]): Partial<Settings> {
  const readings = Object.entries(STRICTEST)
    .filter(([key]) => rejected.includes(key))
    .map(([key, read]) => [key, read(policy[key])] as const);
  return Object.fromEntries(readings.filter(([, reading]) => reading !== undefined));
}

/** What exists of a list, or of one name written without a list; undefined where nothing does. */
function namedOf<Name extends string>(names: readonly Name[], value: unknown): Name[] | undefined {
  const given = [value].flat();
  const found = names.filter((name) => given.includes(name));
  return found.length === 0 ? undefined : found;
}
