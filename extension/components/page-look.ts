/** Language and colours of a page, on its root element. */
import { type Language, localeOf } from '../lib/i18n/index.ts';
import type { Theme } from '../lib/settings/settings.ts';

/** Also before the first paint: otherwise a person would see the theme change. */
export function putOnLook(language: Language, theme: Theme): void {
  const root = document.documentElement;
  root.lang = localeOf(language);
  root.dataset.theme = theme;
}
