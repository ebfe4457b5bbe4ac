/** `/v2/customfields` (envoke-api 3.5). */

import { byName } from '../accounts/account.ts';
import type { CustomField, CustomFieldType } from '../accounts/catalogue.ts';
import { CUSTOM_FIELD_TYPES } from '../accounts/catalogue.ts';
import type { Answer } from '../http/answer.ts';
import { json } from '../http/answer.ts';
import type { Modes } from '../modes/modes.ts';
import type { ApiCall, JsonObject } from './api-call.ts';
import { checkBodyId, readBody, readId, refuseMissing, wireId } from './api-call.ts';
import { refuse, written } from './envelope.ts';
import { answerV2List, type ItemView, type V2List } from './v2-list.ts';

const FIELDS = new Set(['id', 'name', 'description', 'field_type']);
const LIST: V2List = { fields: FIELDS, filterable: FIELDS, sortable: new Set(['name', 'field_type']) };

export function listCustomFields({ account, query, modes }: ApiCall): Answer {
  return answerV2List(
    byName(account.customFields.list()).map((field) => view(field, modes)),
    query,
    LIST,
  );
}

export function getCustomField(call: ApiCall): Answer {
  return json(view(findCustomField(call), call.modes));
}

export function createCustomField(call: ApiCall): Answer {
  const body = readBody(call);
  const errors: string[] = [];
  const name = readName(call, body, undefined, errors);
  const fieldType = readFieldType(body.field_type, errors);
  const description = readDescription(body, '', errors);
  if (errors.length > 0) refuse(...errors);
  return written(
    'Created',
    view(
      call.account.customFields.add((id) => ({ id, name, fieldType, description })),
      call.modes,
    ),
  );
}

/** Renaming keeps the values; the type can never change. */
export function updateCustomField(call: ApiCall): Answer {
  const field = findCustomField(call);
  const body = readBody(call);
  checkBodyId(call, body);
  const errors: string[] = [];
  const name = readName(call, body, field, errors);
  const description = readDescription(body, field.description, errors);
  if (body.field_type !== undefined && body.field_type !== field.fieldType) {
    errors.push("The field 'field_type' cannot be changed after creation");
  }
  if (errors.length > 0) refuse(...errors);
  return written(
    'Updated',
    view(call.account.customFields.replace({ ...field, name, description }), call.modes),
  );
}

/** The values on all contacts go with it. */
export function deleteCustomField(call: ApiCall): Answer {
  call.account.customFields.remove(findCustomField(call).id);
  return written('Deleted', []);
}

function view({ id, name, description, fieldType }: CustomField, modes: Modes): ItemView {
  return { id: wireId(id, modes), name, description, field_type: fieldType };
}

function findCustomField(call: ApiCall): CustomField {
  const id = readId(call.id);
  return (id === undefined ? undefined : call.account.customFields.find(id)) ?? refuseMissing(call, call.id);
}

function readName(
  { account }: ApiCall,
  body: JsonObject,
  before: CustomField | undefined,
  errors: string[],
): string {
  const name = body.name ?? before?.name;
  if (typeof name !== 'string' || name === '') {
    errors.push("The field 'name' is required");
    return '';
  }
  if (!/^[A-Za-z0-9_]+$/.test(name)) {
    errors.push('Only alphanumeric and underscore characters are permitted in the name field');
  }
  const taken = account.customFields.list().some((field) => field.name === name && field.id !== before?.id);
  if (taken) errors.push(`A custom field with the name '${name}' already exists`);
  return name;
}

function readFieldType(value: unknown, errors: string[]): CustomFieldType {
  const type = CUSTOM_FIELD_TYPES.find((known) => known === value);
  if (value === undefined) errors.push('field_type is required');
  else if (type === undefined) {
    errors.push(`Invalid 'field_type'; allowed values are: ${CUSTOM_FIELD_TYPES.join(', ')}`);
  }
  return type ?? 'text';
}

function readDescription(body: JsonObject, otherwise: string, errors: string[]): string {
  if (body.description === undefined) return otherwise;
  if (typeof body.description === 'string') return body.description;
  errors.push("The field 'description' must be a string");
  return otherwise;
}
