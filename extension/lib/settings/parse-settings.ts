/** Reads settings from outside (storage, a file, an administrator's policy) key by key: what is not valid is left out. Pure. */
import { WRITABLE_CONSENT_STATUSES } from '../../../shared/consent.ts';
import { mayGive } from '../../../shared/consent-grounds.ts';
import {
  isArrayOf,
  isBoolean,
  isObject,
  isOneOf,
  isShaped,
  isString,
  type JsonObject,
} from '../storage/guards.ts';
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

const isStatus = isOneOf(WRITABLE_CONSENT_STATUSES);
const isStatuses = isArrayOf(isStatus);

export const isGroundStatus = ([ground, status]: [string, unknown]) =>
  isGround(ground) && isStatus(status) && mayGive(ground, status);

/** Without the pairs that are not valid: the others, which may be stricter than the built-in ones, stay in effect. */
function validPairs(raw: unknown): unknown {
  return isObject(raw) ? Object.fromEntries(Object.entries(raw).filter(isGroundStatus)) : raw;
}

/** The value made whole, or what is valid of it. */
function mended(key: string, value: unknown): unknown {
  if (key === 'descriptionTemplates') return completeTemplates(value);
  return key === 'groundStatuses' ? validPairs(value) : value;
}

const GUARDS: { readonly [Key in SettingKey]: (value: unknown) => value is Settings[Key] } = {
  language: isOneOf(LANGUAGES),
  theme: isOneOf(THEMES),
  defaultBasis: isOneOf(CONSENT_BASES),
  defaultConsentStatus: isStatus,
  allowedConsentStatuses: (value): value is Settings['allowedConsentStatuses'] =>
    isStatuses(value) && value.length > 0,
  hiddenGrounds: isArrayOf(isGround),
  groundStatuses: (value): value is Settings['groundStatuses'] =>
    isObject(value) && Object.entries(value).every(isGroundStatus),
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

/** Whether only a part of the value was valid. */
const isCut = (key: string, { groundStatuses }: JsonObject) =>
  key === 'groundStatuses' &&
  isObject(groundStatuses) &&
  !Object.entries(groundStatuses).every(isGroundStatus);

export interface ParsedSettings {
  values: Partial<Settings>;
  /** Names of what was left out, whole or in part: unknown, or of a wrong kind. */
  rejected: readonly string[];
}

export function parseSettings(raw: unknown): ParsedSettings {
  if (!isObject(raw)) return { values: {}, rejected: [] };
  const entries = Object.entries(raw).map(([key, value]): [string, unknown] => [key, mended(key, value)]);
  const isValid = ([key, value]: [string, unknown]) =>
    Object.hasOwn(GUARDS, key) && GUARDS[key as SettingKey](value);
  return {
    values: Object.fromEntries(entries.filter(isValid)),
    rejected: entries.filter((entry) => !isValid(entry) || isCut(entry[0], raw)).map(([key]) => key),
  };
}
