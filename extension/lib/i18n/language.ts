/** The two languages of the extension and how one is chosen. */
import type { LanguageSetting } from '../settings/settings.ts';

export type Language = 'en' | 'fr';

/** The language to show: the chosen one, or French where the browser speaks French, or English. */
export function resolveLanguage(setting: LanguageSetting, browserLanguage: string): Language {
  if (setting !== 'auto') return setting;
  return /^fr\b/i.test(browserLanguage) ? 'fr' : 'en';
}

/** BCP 47 tag for dates, numbers and the `lang` attribute. */
export function localeOf(language: Language): string {
  return language === 'fr' ? 'fr-CA' : 'en-CA';
}
