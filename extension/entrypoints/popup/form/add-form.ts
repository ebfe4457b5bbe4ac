/** The add form as data: what is typed, chosen and pre-written. Pure: no clock, no I/O. */

import { needsDescription, type WritableConsentStatus } from '../../../../shared/consent.ts';
import {
  earliestDay,
  GROUND_RULES,
  GROUNDS,
  isGroundDay,
  isGroundOver,
} from '../../../../shared/consent-grounds.ts';
import {
  CONTACT_FIELDS,
  type ContactField,
  NO_PERSON,
  PERSON_FIELDS,
} from '../../../../shared/contact-fields.ts';
import { readEmail } from '../../../../shared/email-address.ts';
import { seenText } from '../../../../shared/email-key.ts';
import { notDescribed } from '../../../../shared/not-described.ts';
import type { Contact, ContactDraft } from '../../../../shared/schemas/contact.ts';
import { isSamePhone } from '../../../components/phone-words.ts';
import { describeConsent, fillDescriptionTemplate } from '../../../lib/i18n/consent-description.ts';
import type { Language } from '../../../lib/i18n/index.ts';
import type { LastChoices } from '../../../lib/memory/last-choices-item.ts';
import type { OutboxOperation } from '../../../lib/outbox/outbox-item.ts';
import type { ConsentBasis, Settings } from '../../../lib/settings/settings.ts';
import type { AddForm } from './form-fields.ts';

/**
 * The status of a ground in this organisation; where the person must choose one, nobody may be emailed until they have.
 */
export function statusOfGround(
  basis: ConsentBasis,
  { groundStatuses }: Pick<Settings, 'groundStatuses'>,
): WritableConsentStatus {
  return groundStatuses[basis] ?? GROUND_RULES[basis].status ?? 'Not Provided';
}

/** Grounds that the forms leave out: hidden, or of a status that is not allowed. */
export function groundsLeftOut(settings: Settings): ConsentBasis[] {
  return GROUNDS.filter(
    (ground) =>
      settings.hiddenGrounds.includes(ground) ||
      !settings.allowedConsentStatuses.includes(statusOfGround(ground, settings)),
  );
}

/** The form with the ground that the person stated, and the status that follows from it. Another ground has its own day. */
export function chooseGround(
  form: AddForm,
  basis: ConsentBasis,
  { settings, today }: Pick<FormDefaults, 'settings' | 'today'>,
): AddForm {
  const happenedOn = basis === form.basis ? form.happenedOn : today;
  return { ...form, basis, status: statusOfGround(basis, settings), happenedOn, conditions: [] };
}

/**
 * The form with a status chosen by hand. No status states a ground: only a ground that was stated, and that gives this
 * status, stays.
 */
export function chooseStatus(form: AddForm, status: WritableConsentStatus, settings: Settings): AddForm {
  if (statusOfGround(form.basis, settings) === status) return { ...form, status };
  return { ...form, status, basis: 'other', conditions: [] };
}

/**
 * The ground that a new form starts with: the one of the settings, where it gives the default status. A default alone is
 * no word of the person: where the two do not agree, or the forms do not offer the ground, there is no ground yet.
 */
export function firstGround(settings: Settings): ConsentBasis {
  const { defaultBasis, defaultConsentStatus } = settings;
  const isGiven = statusOfGround(defaultBasis, settings) === defaultConsentStatus;
  return isGiven && !groundsLeftOut(settings).includes(defaultBasis) ? defaultBasis : 'other';
}

const EMPTY_FIELDS: Readonly<Record<ContactField, string>> = { email: '', ...NO_PERSON };

/** Longest address of a page that the broker takes. */
const PAGE_URL_MAX_CHARS = 2_048;

/**
 * Scheme, host and path of a web page; the host alone where the path is too long; `''` for anything else, since only
 * web pages belong in a proof.
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

/** A new form: captured or typed values and the settings' defaults. No consent comes from the last person. */
export function newForm(seed: FormSeed, defaults: FormDefaults): AddForm {
  const { settings, last } = defaults;
  const form: AddForm = {
    fields: takeAddress({ ...EMPTY_FIELDS, ...seed.fields }),
    basis: firstGround(settings),
    status: settings.defaultConsentStatus,
    happenedOn: defaults.today,
    conditions: [],
    description: '',
    descriptionEdited: false,
    interests: [],
    wishedTags: settings.defaultTags,
    ...(last === undefined ? {} : { lastTags: last.interests }),
    pageTitle: seed.pageTitle ?? '',
    pageUrl: provenPageUrl(seed.pageUrl ?? ''),
  };
  return describe(form, defaults);
}

/** The one address in the Email field; the name beside it fills the name fields where they are empty. */
export function takeAddress(fields: AddForm['fields']): AddForm['fields'] {
  const reading = readEmail(fields.email);
  if (!reading.ok) return fields;
  const [first_name = '', ...rest] = reading.name.split(' ');
  const isNamed = fields.first_name.trim() !== '' || fields.last_name.trim() !== '';
  return { ...fields, email: reading.email, ...(isNamed ? {} : { first_name, last_name: rest.join(' ') }) };
}

/** A form started from the text of the search box: an address with the name beside it, else first and last name. */
export function seedFromSearch(search: string): FormSeed {
  if (readEmail(search).ok) return { fields: { email: search } };
  const words = search.trim().split(/\s+/).filter(Boolean);
  const email = words.find((word) => word.includes('@')) ?? '';
  const [first_name = '', ...rest] = words.filter((word) => word !== email);
  return { fields: { email, first_name, last_name: rest.join(' ') } };
}

/** The contact's own language where the form says it, else the reader's. */
export function contactLanguage(form: AddForm, reader: Language): Language {
  const said = form.fields.language.trim().slice(0, 2).toLowerCase();
  return said === 'fr' || said === 'en' ? said : reader;
}

/** The form with a new description, unless the person edited it. Without a ground, only the person describes a consent. */
export function describe(form: AddForm, defaults: Omit<FormDefaults, 'last'>): AddForm {
  if (form.descriptionEdited) return form;
  const language = contactLanguage(form, defaults.language);
  // A ground that asks for no day is described on the day of the record, whatever was entered for another one.
  const day = (GROUND_RULES[form.basis].asksDay !== null && form.happenedOn) || defaults.today;
  const circumstances = { ...form, day };
  if (form.basis === 'other' && needsDescription(form.status)) return { ...form, description: '' };
  const template = defaults.settings.descriptionTemplates[form.basis][language];
  const description =
    template !== ''
      ? fillDescriptionTemplate(template, circumstances, language)
      : form.basis === 'other'
        ? notDescribed(language)
        : describeConsent({ ...circumstances, basis: form.basis }, language);
  return { ...form, description };
}

/** What the audit keeps of the consent: the ground, its day, what was confirmed, and the page. */
export function proofOf(
  form: AddForm,
): Pick<ContactDraft, 'basis' | 'happened_on' | 'conditions' | 'page_url'> {
  const day = earliestDay(form.happenedOn);
  const hasDay = GROUND_RULES[form.basis].asksDay !== null && isGroundDay(form.basis, day);
  return {
    basis: form.basis,
    ...(hasDay ? { happened_on: day } : {}),
    ...(form.conditions.length === 0 ? {} : { conditions: [...form.conditions] }),
    ...(form.pageUrl === '' ? {} : { page_url: form.pageUrl }),
  };
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
    // Where Envoke's lists are not to be had, Envoke itself says whether it has a tag of the settings.
    interests: [...new Set([...form.interests, ...(form.wishedTags ?? [])])],
    ...proofOf(form),
  };
}

/** The add as it waits, with what a form answered: editing it, or finding that Envoke has the person, needs that again. */
export function toAdd(form: AddForm): OutboxOperation {
  const { answer, pageTitle, descriptionEdited: isOwnDescription } = form;
  const add = { kind: 'create' as const, draft: toDraft(form), pageTitle, isOwnDescription };
  return answer === undefined ? add : { ...add, answer };
}

/**
 * A waiting draft back in the form, to be edited.
 * @param kept what else is known of it; without that its description counts as somebody's own words
 */
export function fromDraft(
  draft: ContactDraft,
  { pageTitle = '', isOwnDescription = true }: Partial<Extract<OutboxOperation, { kind: 'create' }>> = {},
): AddForm {
  return {
    fields: {
      ...EMPTY_FIELDS,
      ...Object.fromEntries(CONTACT_FIELDS.map((name) => [name, draft[name] ?? ''])),
    },
    basis: draft.basis ?? 'other',
    status: draft.consent_status,
    description: draft.consent_description ?? '',
    descriptionEdited: isOwnDescription,
    happenedOn: draft.happened_on ?? '',
    conditions: draft.conditions ?? [],
    interests: draft.interests ?? [],
    pageTitle,
    pageUrl: draft.page_url ?? '',
  };
}

export interface FieldDifference {
  field: ContactField;
  here: string;
  there: string;
}

/** "+16135550155" and "(613) 555-0155", "k1a0b1" and "K1A 0B1", "https://elm.ca/" and "elm.ca" */
function isSameValue(field: ContactField, one: string, other: string): boolean {
  if (field === 'phone' && isSamePhone(one, other)) return true;
  const bare = (value: string): string => {
    if (field === 'postal_code') return value.replace(/\s/g, '').toUpperCase();
    return field === 'website' ? value.replace(/^https?:\/\/|\/$/gi, '').toLowerCase() : value;
  };
  return bare(one) === bare(other);
}

/** The values that only the form has (gaps), and those where both differ (Envoke's value is kept). */
export function compareWithEnvoke(
  form: AddForm,
  contact: Contact,
): { gaps: FieldDifference[]; differs: FieldDifference[] } {
  const all = PERSON_FIELDS.map((field) => ({
    field,
    here: form.fields[field].trim(),
    there: contact[field].trim(),
  })).filter(({ field, here, there }) => here !== '' && !isSameValue(field, here, there));
  return {
    gaps: all.filter(({ there }) => there === ''),
    differs: all.filter(({ there }) => there !== ''),
  };
}

/** Whether a form claims a consent without saying how it was given. */
export function lacksProof({ status, description }: AddForm): boolean {
  return needsDescription(status) && seenText(description) === '';
}

/** What is missing or not valid in the ground; only the day counts where the status does not allow emailing. */
export function groundProblem(form: AddForm, today: string): 'day' | 'over' | 'conditions' | null {
  const { asksDay, conditions } = GROUND_RULES[form.basis];
  if (asksDay === null) return null;
  const day = earliestDay(form.happenedOn);
  if (!isGroundDay(form.basis, day) || day > today) return 'day';
  if (!needsDescription(form.status)) return null;
  if (isGroundOver(form.basis, day, today, form.status)) return 'over';
  return conditions.every((condition) => form.conditions.includes(condition)) ? null : 'conditions';
}
