/** The fields of the add form. This file is small because the start bundle needs it: an unfinished form may wait. */
import type { WritableConsentStatus } from '../../../../shared/consent.ts';
import type { Condition } from '../../../../shared/consent-grounds.ts';
import { CONTACT_FIELDS, type ContactField } from '../../../../shared/contact-fields.ts';
import type { FormAnswer } from '../../../../shared/form-answer.ts';
import type { ConsentBasis } from '../../../lib/settings/settings.ts';

export interface AddForm {
  fields: Readonly<Record<ContactField, string>>;
  basis: ConsentBasis;
  status: WritableConsentStatus;
  description: string;
  /** True once the person edited the description: it is then not replaced any more. */
  descriptionEdited: boolean;
  /** The day consent rests on, `YYYY-MM-DD`; `YYYY-MM` or `YYYY` where only the month or the year is known. */
  happenedOn: string;
  /** What the person ticked of the ground's conditions. */
  conditions: readonly Condition[];
  interests: readonly string[];
  /** Tags of the settings as somebody wrote them, until they are found in Envoke's lists. */
  wishedTags?: readonly string[];
  /** What the last form had on, subscriptions too, until Envoke's lists tell which of it are tags. */
  lastTags?: readonly string[];
  /** Where the contact was taken from; both `''` when typed by hand. */
  pageTitle: string;
  pageUrl: string;
  /** What a list or a form says about consent: text by somebody else, which decides nothing by itself. */
  answer?: FormAnswer;
  /** Tags and subscriptions from the list's columns where the person's answer is yes; absent for who is in no list. */
  listTags?: readonly string[];
}

/** The page and the people that these forms were made from, for their draft; nothing where they come from no page. */
export function originOf(forms: readonly AddForm[]): { origin?: string } {
  const page = forms[0]?.pageUrl ?? '';
  return page === '' ? {} : { origin: [page, ...forms.map(({ fields }) => fields.email)].join(' ') };
}

/** Whether nothing is known of the person yet. */
export function isBlank({ fields }: AddForm): boolean {
  return CONTACT_FIELDS.every((name) => name === 'language' || fields[name] === '');
}
