/** The settings a person or an administrator can make: their names, values and defaults. Pure. */
import type { WritableConsentStatus } from '../../../shared/consent.ts';
import { GROUNDS, type Ground } from '../../../shared/consent-grounds.ts';

/** What happened, in the person's words; recorded with every write as the basis of consent. */
export const CONSENT_BASES = GROUNDS;
export type ConsentBasis = Ground;

export const LANGUAGES = ['auto', 'en', 'fr'] as const;
export type LanguageSetting = (typeof LANGUAGES)[number];

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const CONSENT_CLOCKS = ['off', 'list', 'badge'] as const;

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
  /** Grounds that the forms do not offer. */
  hiddenGrounds: readonly ConsentBasis[];
  /** Envoke's status for a ground, where the organisation's lawyer decided differently from the built-in table. */
  groundStatuses: Readonly<Partial<Record<ConsentBasis, WritableConsentStatus>>>;
  /** Who answers for what is written, as the record has it; `''` where each session is asked. */
  recordName: string;
  /** Whether nothing is written of consent before somebody is named. */
  recordNameRequired: boolean;
  /** The statuses that the forms offer; an administrator can allow fewer. */
  allowedConsentStatuses: readonly WritableConsentStatus[];
  descriptionTemplates: Readonly<Record<ConsentBasis, DescriptionTemplate>>;
  /** Tags that the add form has on from the start, by any of their names in Envoke. */
  defaultTags: readonly string[];
  /** Whether the popup looks up the addresses of the page it was opened on. */
  pageLookup: boolean;
  bulk: boolean;
  omnibox: boolean;
  /** What the popup shows first. */
  openOn: 'search' | 'page';
  /** Where the consents that end soon are told of; `badge`: in the list and on the badge. */
  consentClock: (typeof CONSENT_CLOCKS)[number];
  /** Whether the popup offers to move beside the page. */
  sidePanel: boolean;
  /** Where questions about the extension go; `''`: the person chooses in the email program. */
  supportEmail: string;
  /** Origin of the broker, no trailing slash. */
  brokerUrl: string;
}

export type SettingKey = keyof Settings;

export interface LoadedSettings {
  values: Settings;
  /** Keys that an administrator has fixed; they cannot be changed here. */
  managed: ReadonlySet<SettingKey>;
}

/** One address as a `mailto:` link takes it, or none. */
export function isSupportEmail(value: unknown): value is string {
  return typeof value === 'string' && /^(?:[^\s@?&#%,;:<>"]+@[^\s@?&#%,;:<>"]+)?$/.test(value);
}
