/** What the body of a contact write says, read field by field (envoke-api 4.1): all that is wrong is collected, not only the first. */

import type { Account } from '../accounts/account.ts';
import type { Interest } from '../accounts/catalogue.ts';
import type { ContactTextField } from '../accounts/contact.ts';
import {
  CONSENT_DESCRIPTION_MAX_CHARS,
  CONTACT_TEXT_MAX_CHARS,
  isContactTextField,
} from '../accounts/contact.ts';
import type { Setting } from '../accounts/interest-settings.ts';
import type { Modes } from '../modes/modes.ts';
import type { JsonObject } from './api-call.ts';
import { isJsonObject, readId } from './api-call.ts';

export interface ContactChanges {
  readonly text: Partial<Record<ContactTextField, string>>;
  /** As sent; undefined when not sent. */
  readonly consentStatus: string | undefined;
  readonly consentDescription: string | undefined;
  /** Toronto local; undefined where it is not sent, or not taken (mode `effectiveDate`). */
  readonly consentEffectiveDate: string | undefined;
  /** New values by custom field id. */
  readonly customFields: Readonly<Record<string, string>>;
  /** In the order sent. */
  readonly interests: readonly Setting<Interest>[];
  readonly autoresponders: readonly Setting<{ readonly id: number }>[];
}

/** Known, but read-only for the caller: ignored, as `external_id` is on tags (section 3.4). */
const PASSED_OVER = new Set([
  'id',
  'external_id',
  'date_created',
  'consent_effective_date',
  'consent_expiry',
]);
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]) (?:[01]\d|2[0-3])(?::[0-5]\d){2}$/;
const EMAIL = /^[^\s@<>()",;:]+@[^\s@<>()",;:.]+(\.[^\s@<>()",;:.]+)+$/;

/** Reads a write; sentences about what is wrong go to `errors`. */
export function readContactChanges(
  body: JsonObject,
  account: Account,
  modes: Modes,
  errors: string[],
): ContactChanges {
  const text: Partial<Record<ContactTextField, string>> = {};
  for (const [name, value] of Object.entries(body)) {
    if (isContactTextField(name))
      text[name] = readText(name, value, CONTACT_TEXT_MAX_CHARS[name], modes, errors);
    else if (!PASSED_OVER.has(name) && !READERS.has(name)) errors.push(`Unknown field '${name}'`);
  }
  checkText(text, modes, errors);
  const optional = (name: string, max: number) =>
    body[name] === undefined ? undefined : readText(name, body[name], max, modes, errors);
  const unknown = modes.get('unknownItems') === 'ignored' ? [] : errors;
  const settings = <Item>(name: string, find: (key: string) => Item | undefined) =>
    readSettings(name, body[name], find, { errors, unknown });
  return {
    text,
    consentStatus: optional('consent_status', 50),
    consentDescription: optional('consent_description', CONSENT_DESCRIPTION_MAX_CHARS),
    consentEffectiveDate: readEffectiveDate(body.consent_effective_date, modes, errors),
    customFields: readCustomFields(body.custom_fields, account, { errors, unknown }),
    interests: settings('interests', (key) => findInterest(account, key)),
    autoresponders: settings('autoresponders', (key) => findById(account, key)),
  };
}

const READERS = new Set([
  'consent_status',
  'consent_description',
  'custom_fields',
  'interests',
  'autoresponders',
]);

function readEffectiveDate(value: unknown, modes: Modes, errors: string[]): string | undefined {
  if (value === undefined || modes.get('effectiveDate') === 'ignored') return undefined;
  if (modes.get('effectiveDate') === 'refused')
    errors.push("The field 'consent_effective_date' is read-only");
  else if (typeof value === 'string' && DATE.test(value)) return value;
  else errors.push("The field 'consent_effective_date' must be a date: YYYY-MM-DD HH:MM:SS");
  return undefined;
}

/** Numbers are taken as the text they read as; `null`, lists and maps are not text. */
function readText(name: string, value: unknown, max: number, modes: Modes, errors: string[]): string {
  if (typeof value !== 'string' && typeof value !== 'number') {
    errors.push(`The field '${name}' must be a string`);
    return '';
  }
  const text = String(value);
  const characters = [...text];
  if (characters.length <= max) return text;
  if (modes.take('overlongTruncated')) return characters.slice(0, max).join('');
  errors.push(`The field '${name}' may not be longer than ${max} characters`);
  return text;
}

function checkText(text: Partial<Record<ContactTextField, string>>, modes: Modes, errors: string[]): void {
  const { email, language } = text;
  if (email !== undefined && !EMAIL.test(email))
    errors.push("The field 'email' is not a valid email address");
  if (language !== undefined && !/^([a-z]{2})?$/i.test(language))
    errors.push("Invalid 'language': two letters are expected");
  else if (language !== undefined && !/^(en|fr)?$/i.test(language) && modes.take('languagesLimited'))
    errors.push("Invalid 'language'; allowed values are: en, fr");
}

/** Empty maps arrive as `{}` or `[]`; both mean that nothing changes. */
function readMap(name: string, value: unknown, errors: string[]): [string, unknown][] {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
  if (isJsonObject(value)) return Object.entries(value);
  errors.push(`The field '${name}' must be an object`);
  return [];
}

/** Where error sentences are collected; those about unknown names may be dropped. */
interface Complaints {
  readonly errors: string[];
  readonly unknown: string[];
}

function readCustomFields(
  value: unknown,
  account: Account,
  { errors, unknown }: Complaints,
): Record<string, string> {
  const changes: Record<string, string> = {};
  for (const [name, content] of readMap('custom_fields', value, errors)) {
    const field = account.customFields.list().find((candidate) => candidate.name === name);
    if (field === undefined) unknown.push(`Unknown custom field '${name}'`);
    else if (typeof content !== 'string' && typeof content !== 'number')
      errors.push(`The custom field '${name}' must be a string`);
    else changes[field.id] = String(content);
  }
  return changes;
}

function readSettings<Item>(
  name: string,
  value: unknown,
  find: (key: string) => Item | undefined,
  { errors, unknown }: Complaints,
): Setting<Item>[] {
  return readMap(name, value, errors).flatMap(([key, word]) => {
    const item = find(key);
    const lower = typeof word === 'string' ? word.toLowerCase() : '';
    if (item === undefined) unknown.push(`Unknown item '${key}' in '${name}'`);
    else if (lower !== 'set' && lower !== 'unset')
      errors.push(`The value of '${key}' in '${name}' must be 'Set' or 'Unset'`);
    else return [{ item, set: lower === 'set' }];
    return [];
  });
}

/** By name or by id; of two items with one name the first is meant, since nothing tells them apart (section 6, quirk 6). */
function findInterest(account: Account, key: string): Interest | undefined {
  const named = account.interests.list().find((interest) => interest.name === key);
  const id = readId(key);
  return named ?? (id === undefined ? undefined : account.interests.find(id));
}

function findById(account: Account, key: string) {
  const id = readId(key);
  return id === undefined ? undefined : account.autoresponders.find(id);
}
