/** Reads settings from outside (storage, a file, an administrator's policy) key by key: what is not valid is left out. Pure. */
import { WRITABLE_CONSENT_STATUSES } from '../../../shared/consent.ts';
import { isArrayOf, isBoolean, isObject, isOneOf, isShaped, isString } from '../storage/guards.ts';
import { parseBrokerUrl } from './broker-url.ts';
import {
  CONSENT_BASES,
  CONSENT_CLOCKS,
  type DescriptionTemplate,
  isSupportEmail,
  LANGUAGES,
  type SettingKey,
  type Settings,
  THEMES,
} from './settings.ts';

const isTemplate = isShaped<DescriptionTemplate>({ en: isString, fr: isString });
const isTemplates = isShaped<Settings['descriptionTemplates']>(
  Object.fromEntries(CONSENT_BASES.map((basis) => [basis, isTemplate])) as Record<
    (typeof CONSENT_BASES)[number],
    typeof isTemplate
  >,
);
const isGround = isOneOf(CONSENT_BASES);
const NO_WORDS: DescriptionTemplate = { en: '', fr: '' };

/** Missing templates get the built-in text for their basis and language: nobody should have to write them all. */
function completeTemplates(raw: unknown): unknown {
  if (!isObject(raw)) return raw;
  const written = (basis: string) => {
    const template = raw[basis];
    return template === undefined || isObject(template) ? { ...NO_WORDS, ...template } : template;
  };
  return Object.fromEntries(CONSENT_BASES.map((basis) => [basis, written(basis)]));
}

const isStatuses = isArrayOf(isOneOf(WRITABLE_CONSENT_STATUSES));

const GUARDS: { readonly [Key in SettingKey]: (value: unknown) => value is Settings[Key] } = {
  language: isOneOf(LANGUAGES),
  theme: isOneOf(THEMES),
  defaultBasis: isOneOf(CONSENT_BASES),
  defaultConsentStatus: isOneOf(WRITABLE_CONSENT_STATUSES),
  allowedConsentStatuses: (value): value is Settings['allowedConsentStatuses'] =>
    isStatuses(value) && value.length > 0,
  hiddenGrounds: isArrayOf(isGround),
  groundStatuses: (value): value is Settings['groundStatuses'] =>
    isObject(value) &&
    Object.entries(value).every(
      ([ground, status]) => isGround(ground) && isOneOf(WRITABLE_CONSENT_STATUSES)(status),
    ),
  recordName: (value): value is string => isString(value) && value.length <= 100,
  recordNameRequired: isBoolean,
  descriptionTemplates: isTemplates,
  defaultTags: isArrayOf(isString),
  pageLookup: isBoolean,
  bulk: isBoolean,
  omnibox: isBoolean,
  openOn: isOneOf(['search', 'page']),
  consentClock: isOneOf(CONSENT_CLOCKS),
  sidePanel: isBoolean,
  supportEmail: isSupportEmail,
  brokerUrl: (value): value is string => isString(value) && parseBrokerUrl(value) === value,
};

export const SETTING_KEYS = Object.keys(GUARDS) as readonly SettingKey[];

export interface ParsedSettings {
  values: Partial<Settings>;
  /** Names of what was left out: unknown, or of a wrong kind. */
  rejected: readonly string[];
}

export function parseSettings(raw: unknown): ParsedSettings {
  if (!isObject(raw)) return { values: {}, rejected: [] };
  const entries = Object.entries(raw).map(([key, value]): [string, unknown] => [
    key,
    key === 'descriptionTemplates' ? completeTemplates(value) : value,
  ]);
  const isValid = ([key, value]: [string, unknown]) =>
    Object.hasOwn(GUARDS, key) && GUARDS[key as SettingKey](value);
  return {
    values: Object.fromEntries(entries.filter(isValid)),
    rejected: entries.filter((entry) => !isValid(entry)).map(([key]) => key),
  };
}
