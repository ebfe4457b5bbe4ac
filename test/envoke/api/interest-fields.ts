/** What the body of a tag or subscription write says (envoke-api 3.4). `external_id` is ignored silently. */

import type { Account } from '../accounts/account.ts';
import type { Bilingual, Interest } from '../accounts/catalogue.ts';
import { isJsonObject, type JsonObject, readId } from './api-call.ts';
import { refuse } from './envelope.ts';

/** A new item, with only the default values. */
export const BLANK_INTEREST: Omit<Interest, 'id' | 'externalId' | 'type' | 'name'> = {
  group: '',
  description: '',
  displayNames: { en: '', fr: '' },
  displayDescriptions: { en: '', fr: '' },
  prefpageAccess: 'public',
};

type Editable = Pick<
  Interest,
  'name' | 'group' | 'description' | 'displayNames' | 'displayDescriptions' | 'prefpageAccess'
>;

/** `before` with the fields that a body names. Throws a refusal that lists all that is wrong. */
export function readInterest(
  body: JsonObject,
  before: Editable,
  type: Interest['type'],
  account: Account,
): Editable {
  const errors: string[] = [];
  const text = (name: string, otherwise: string) => readText(name, body[name], otherwise, errors);
  const name = text('name', before.name);
  if (name.trim() === '') errors.push("The field 'name' is required");
  const next: Editable = {
    name,
    group: readGroup(body.group, before.group, type, account, errors),
    description: text('description', before.description),
    displayNames: readLabels('display_names', body.display_names, before.displayNames, errors),
    displayDescriptions: before.displayDescriptions,
    prefpageAccess: before.prefpageAccess,
  };
  const read =
    type === 'subscription' ? { ...next, ...readSubscription(body, before, account, errors) } : next;
  if (errors.length > 0) refuse(...errors);
  return read;
}

function readSubscription(body: JsonObject, before: Editable, account: Account, errors: string[]) {
  const access = body.prefpage_access ?? before.prefpageAccess;
  const known = access === 'public' || access === 'private';
  if (!known) errors.push("'prefpage_access' must be one of: public, private");
  if (access === 'private' && !account.privateSubscriptions) {
    errors.push(
      "'prefpage_access' cannot be 'private': private subscriptions are not enabled for this account",
    );
  }
  return {
    prefpageAccess: known ? access : before.prefpageAccess,
    displayDescriptions: readLabels(
      'display_descriptions',
      body.display_descriptions,
      before.displayDescriptions,
      errors,
    ),
  };
}

function readText(name: string, value: unknown, otherwise: string, errors: string[]): string {
  if (value === undefined) return otherwise;
  if (typeof value === 'string') return value;
  errors.push(`The field '${name}' must be a string`);
  return otherwise;
}

/** The name of the folder, which may be given by name or id and must hold items of this type; `""` and null clear it. */
function readGroup(
  value: unknown,
  otherwise: string,
  type: Interest['type'],
  account: Account,
  errors: string[],
): string {
  if (value === undefined) return otherwise;
  if (value === '' || value === null) return '';
  const folders = account.groups.list().filter((group) => group.type === type);
  const folder = folders.find((group) => group.name === value || group.id === readId(value));
  if (folder === undefined) errors.push(`Invalid 'group': '${String(value)}'`);
  return folder?.name ?? otherwise;
}

function readLabels(name: string, value: unknown, otherwise: Bilingual, errors: string[]): Bilingual {
  if (value === undefined) return otherwise;
  if (!isJsonObject(value)) {
    errors.push(`The field '${name}' must be an object`);
    return otherwise;
  }
  return {
    en: readText(`${name}.en`, value.en, otherwise.en, errors),
    fr: readText(`${name}.fr`, value.fr, otherwise.fr, errors),
  };
}
