/** The settings in effect when nobody changed any. */
import { WRITABLE_CONSENT_STATUSES } from '../../../shared/consent.ts';
import { CONSENT_BASES, type Settings } from './settings.ts';

declare const __BROKER_URL__: string;
declare const __BROKER_IS_BUILT_IN__: boolean;

/** This build talks to one broker; its content security policy allows no other. */
export const BROKER_IS_BUILT_IN = typeof __BROKER_IS_BUILT_IN__ === 'boolean' && __BROKER_IS_BUILT_IN__;

const BUILT_IN = { en: '', fr: '' };

export function defaultSettings(): Settings {
  return {
    language: 'auto',
    theme: 'auto',
    defaultBasis: 'found',
    defaultConsentStatus: 'Not Provided',
    allowedConsentStatuses: WRITABLE_CONSENT_STATUSES,
    hiddenGrounds: [],
    groundStatuses: {},
    recordName: '',
    recordNameRequired: false,
    descriptionTemplates: Object.fromEntries(
      CONSENT_BASES.map((basis) => [basis, BUILT_IN]),
    ) as Settings['descriptionTemplates'],
    defaultTags: [],
    pageLookup: true,
    bulk: true,
    omnibox: true,
    openOn: 'search',
    consentClock: 'off',
    sidePanel: false,
    supportEmail: '',
    brokerUrl: typeof __BROKER_URL__ === 'string' ? new URL(__BROKER_URL__).origin : 'http://127.0.0.1:8787',
  };
}
