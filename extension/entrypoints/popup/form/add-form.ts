/** The add form as data: what is typed, chosen and pre-written. Pure: no clock, no I/O. */
import { needsDescription, type WritableConsentStatus } from '../../../../shared/consent.ts';
import { CONTACT_FIELDS, type ContactField, PERSON_FIELDS } from '../../../../shared/contact-fields.ts';
import { readEmail } from '../../../../shared/email-address.ts';
import { seenText } from '../../../../shared/email-key.ts';
import type { Contact, ContactDraft } from '../../../../shared/schemas/contact.ts';
import { describeConsent, fillDescriptionTemplate } from '../../../lib/i18n/consent-description.ts';
import type { Language } from '../../../lib/i18n/index.ts';
import type { LastChoices } from '../../../lib/memory/add-form-items.ts';
import type { ConsentBasis, Settings } from '../../../lib/settings/settings.ts';
import type { AddForm } from './form-fields.ts';

/** Envoke's status for what happened. */
export const BASIS_STATUS: Record<Exclude<ConsentBasis, 'other'>, WritableConsentStatus> = {
  asked: 'Express',
  inquired: 'Implied - Inquiry',
  client: 'Implied - Transaction',
  found: 'Not Provided',
};

/** The basis that a status chosen by hand stands for. */
export function basisOfStatus(status: WritableConsentStatus): ConsentBasis {
  const found = Object.entries(BASIS_STATUS).find(([, mapped]) => mapped === status);
  return (found?.[0] as ConsentBasis | undefined) ?? 'other';
}

const EMPTY_FIELDS = Object.fromEntries(CONTACT_FIELDS.map((name) => [name, ''])) as Record<
  ContactField,
  string
>;

/** Longest address of a page that the broker takes. */
const PAGE_URL_MAX_CHARS = 2_048;

/**
 * Scheme, host and path of a web page, of one whose path is endless the host alone; `''` for anything else, since only
 * those belong in a proof.
 */
export function provenPageUrl(raw: string): string {
  const url = URL.parse(raw);
  if (url === null || !/^https?:$/.test(url.protocol)) return '';
  const whole = `${url.origin}${url.pathname}`;
  return whole.length > PAGE_URL_MAX_CHARS ? url.origin : whole;
}

export interface FormDefaults {
  settings: Settings;
  last: LastChoices | undefined;
  language: Language;
  /** `YYYY-MM-DD`. */
  today: string;
}

export interface FormSeed {
  fields: Partial<Record<ContactField, string>>;
  pageTitle?: string;
  pageUrl?: string;
}

/** A new form: what was captured or typed, and the choices of the settings or of the last time. */
export function newForm(seed: FormSeed, defaults: FormDefaults): AddForm {
  const { settings, last } = defaults;
  const form: AddForm = {
    fields: takeAddress({ ...EMPTY_FIELDS, ...seed.fields }),
    ...firstConsent(settings, last),
    description: '',
    descriptionEdited: false,
    interests: [...new Set([...settings.defaultTags, ...(last?.interests ?? [])])],
    pageTitle: seed.pageTitle ?? '',
    pageUrl: provenPageUrl(seed.pageUrl ?? ''),
  };
  return describe(form, defaults);
}

/** The one address of what stands in the Email field, and the name that was beside it where the form has none. */
export function takeAddress(fields: AddForm['fields']): AddForm['fields'] {
  const reading = readEmail(fields.email);
  if (!reading.ok) return fields;
  const [first_name = '', ...rest] = reading.name.split(' ');
  const isNamed = fields.first_name.trim() !== '' || fields.last_name.trim() !== '';
  return { ...fields, email: reading.email, ...(isNamed ? {} : { first_name, last_name: rest.join(' ') }) };
}

/** Text of the search box as a form's beginning: an address with the name beside it, else first and last name. */
export function seedFromSearch(search: string): FormSeed {
  if (readEmail(search).ok) return { fields: { email: search } };
  const words = search.trim().split(/\s+/).filter(Boolean);
  const email = words.find((word) => word.includes('@')) ?? '';
  const [first_name = '', ...rest] = words.filter((word) => word !== email);
  return { fields: { email, first_name, last_name: rest.join(' ') } };
}

/** As chosen last in this account, unless the settings name something to begin with, or do not allow it any more. */
function firstConsent(settings: Settings, last: LastChoices | undefined): Pick<AddForm, 'basis' | 'status'> {
  const { defaultBasis, defaultConsentStatus, allowedConsentStatuses } = settings;
  const isSet = defaultBasis !== 'found' || defaultConsentStatus !== BASIS_STATUS.found;
  if (last === undefined || isSet || !allowedConsentStatuses.includes(last.consentStatus))
    return { basis: defaultBasis, status: defaultConsentStatus };
  return { basis: last.basis, status: last.consentStatus };
}

/** The contact's own language where the form says it, else the reader's. */
export function contactLanguage(form: AddForm, reader: Language): Language {
  const said = form.fields.language.trim().slice(0, 2).toLowerCase();
  return said === 'fr' || said === 'en' ? said : reader;
}

/** The form with its description written anew, unless the person wrote it. */
export function describe(form: AddForm, defaults: Omit<FormDefaults, 'last'>): AddForm {
  if (form.descriptionEdited) return form;
  const language = contactLanguage(form, defaults.language);
  const circumstances = { ...form, day: defaults.today };
  const template = defaults.settings.descriptionTemplates[form.basis][language];
  const description =
    template === ''
      ? describeConsent(circumstances, language)
      : fillDescriptionTemplate(template, circumstances, language);
  return { ...form, description };
}

/** What goes to the broker. */
export function toDraft(form: AddForm): ContactDraft {
  const fields = takeAddress(form.fields);
  const filled = Object.entries(fields)
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([name, value]) => name !== 'email' && value !== '');
  return {
    ...Object.fromEntries(filled),
    email: fields.email.trim(),
    consent_status: form.status,
    consent_description: seenText(form.description),
    interests: [...form.interests],
    basis: form.basis,
    ...(form.pageUrl === '' ? {} : { page_url: form.pageUrl }),
  };
}

/** A waiting draft back in the form, to be edited. */
export function fromDraft(draft: ContactDraft): AddForm {
  return {
    fields: {
      ...EMPTY_FIELDS,
      ...Object.fromEntries(CONTACT_FIELDS.map((name) => [name, draft[name] ?? ''])),
    },
    basis: draft.basis ?? basisOfStatus(draft.consent_status),
    status: draft.consent_status,
    description: draft.consent_description ?? '',
    descriptionEdited: true,
    interests: draft.interests ?? [],
    pageTitle: '',
    pageUrl: draft.page_url ?? '',
  };
}

export interface FieldDifference {
  field: ContactField;
  here: string;
  there: string;
}

/** What the form has and Envoke lacks (gaps), and where both have something else (kept as Envoke has it). */
export function compareWithEnvoke(
  form: AddForm,
  contact: Contact,
): { gaps: FieldDifference[]; differs: FieldDifference[] } {
  const all = PERSON_FIELDS.map((field) => ({
    field,
    here: form.fields[field].trim(),
    there: contact[field].trim(),
  })).filter(({ here, there }) => here !== '' && here !== there);
  return {
    gaps: all.filter(({ there }) => there === ''),
    differs: all.filter(({ there }) => there !== ''),
  };
}

/** Whether a form claims a consent without saying how it was given. */
export function lacksProof({ status, description }: AddForm): boolean {
  return needsDescription(status) && seenText(description) === '';
}
