/** The settings a person or an administrator can make: their names, values and defaults. Pure. */
import type { WritableConsentStatus } from '../../../shared/consent.ts';

/** What happened, in the person's words; recorded with every write as the basis of consent. */
export const CONSENT_BASES = ['asked', 'inquired', 'client', 'found', 'other'] as const;
export type ConsentBasis = (typeof CONSENT_BASES)[number];

export const LANGUAGES = ['auto', 'en', 'fr'] as const;
export type LanguageSetting = (typeof LANGUAGES)[number];

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Description text for one basis in both languages; `''` means the built-in words. */
export interface DescriptionTemplate {
  en: string;
  fr: string;
}

export interface Settings {
  /** `auto`: as the browser. */
  language: LanguageSetting;
  theme: Theme;
  defaultBasis: ConsentBasis;
  defaultConsentStatus: WritableConsentStatus;
  /** What the forms offer; an administrator can shorten it. */
  allowedConsentStatuses: readonly WritableConsentStatus[];
  descriptionTemplates: Readonly<Record<ConsentBasis, DescriptionTemplate>>;
  /** Names of tags that the add form has on from the start. */
  defaultTags: readonly string[];
  /** Whether the popup looks up the addresses of the page it was opened on. */
  pageLookup: boolean;
  bulk: boolean;
  omnibox: boolean;
  /** What the popup shows first. */
  openOn: 'search' | 'page';
  /** Origin of the broker, no trailing slash. */
  brokerUrl: string;
}

export type SettingKey = keyof Settings;

export interface LoadedSettings {
  values: Settings;
  /** Keys that an administrator has fixed; they cannot be changed here. */
  managed: ReadonlySet<SettingKey>;
}
