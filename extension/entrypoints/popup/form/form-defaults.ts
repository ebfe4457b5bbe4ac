/** What a new form of an account starts with: the settings, the last choices, and the day. */
import { consentDay } from '../../../lib/i18n/consent-day.ts';
import type { Language } from '../../../lib/i18n/index.ts';
import { lastChoicesItem } from '../../../lib/memory/last-choices-item.ts';
import type { Settings } from '../../../lib/settings/settings.ts';
import { type FormDefaults, newForm, seedFromSearch } from './add-form.ts';
import type { AddForm } from './form-fields.ts';

export async function formDefaults(
  accountId: string,
  settings: Settings,
  language: Language,
  /** When the person was met: a capture may have waited since. */
  atMs = Date.now(),
): Promise<FormDefaults> {
  const last = (await lastChoicesItem.get())[accountId];
  return { settings, last, language, today: consentDay(atMs) };
}

/** A form with what was typed in the search box. */
export async function formFromSearch(
  search: string,
  ...account: Parameters<typeof formDefaults>
): Promise<AddForm> {
  return newForm(seedFromSearch(search), await formDefaults(...account));
}
