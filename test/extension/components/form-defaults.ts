/** What a new form starts from in tests. */
import { defaultSettings } from '../../../extension/lib/settings/default-settings.ts';

export const FORM_DEFAULTS = {
  settings: defaultSettings(),
  last: undefined,
  language: 'en',
  today: '2026-11-23',
} as const;
