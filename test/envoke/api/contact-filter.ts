/**
 * `filter[…]` on contacts (envoke-api 3.2): equality, `$and`, `$or`, `$ne`, `$in`, `$regex`, `$gt`, `$gte`, `$lt`, `$lte`,
 * nested as deep as wanted; a field or operator that is not supported is a validation error.
 */

import type { Account } from '../accounts/account.ts';
import { statusAt } from '../accounts/consent.ts';
import type { Contact } from '../accounts/contact.ts';
import { isContactTextField } from '../accounts/contact.ts';
import type { Clock } from '../clock.ts';
import type { PhpMap, PhpValue } from '../http/php-query.ts';
import { phpList } from '../http/php-query.ts';
import type { Modes } from '../modes/modes.ts';
import { refuse } from './envelope.ts';
import { order } from './order.ts';

type Predicate = (contact: Contact) => boolean;

const everybody: Predicate = () => true;

interface FilterContext {
  readonly account: Account;
  readonly modes: Modes;
  readonly clock: Clock;
}

/** Filters on these fields were once offered and withdrawn, or only one party uses them. */
const UNPROVEN_FIELDS = new Set(['company', 'city', 'province', 'country', 'consent_status']);
const REGEX_FIELDS = new Set(['email', 'first_name', 'last_name', 'company']);
const ORDERED_FIELDS = new Set(['id', 'date_created', 'consent_effective_date', 'consent_expiry']);
const OTHER_FIELDS = new Set([...ORDERED_FIELDS, 'external_id', 'consent_status']);

/** The test that a `filter` stands for. Throws a refusal for anything it may not contain. */
function readContactFilter(filter: PhpValue, context: FilterContext): Predicate {
  if (typeof filter === 'string') refuse("'filter' must name a field");
  return everyOf(Object.entries(filter).map(([name, value]) => readTerm(name, value, context)));
}

function readTerm(name: string, value: PhpValue, context: FilterContext): Predicate {
  const passedOver = context.modes.get('filterIgnored');
  if (passedOver === 'all') return everybody;
  if (passedOver === 'operators' && (name.startsWith('$') || typeof value !== 'string')) return everybody;
  if (passedOver === 'in' && typeof value !== 'string' && '$in' in value) return everybody;
  const operators = name === '$or' ? [name] : typeof value === 'string' ? [] : Object.keys(value);
  const isBlind = operators.some((operator) => ['$or', '$in', '$regex'].includes(operator));
  if (isBlind && context.modes.get('operatorsFind') === 'nobody') return () => false;
  if (name === '$and') return everyOf(readBranches(name, value, context));
  if (name === '$or') {
    if (context.modes.take('orRefused')) refuse("Filter operator '$or' is not supported");
    const branches = heeded(readBranches(name, value, context), context);
    return (contact) => branches.some((matches) => matches(contact));
  }
  if (name.startsWith('$')) refuse(`Filter operator '${name}' is not supported`);
  if (name === 'interests' && context.modes.take('interestFilterTaken')) return hasInterest(value, context);
  const read = readField(name, context);
  if (typeof value === 'string') return equals(name, read, value, context);
  return everyOf(
    Object.entries(value).map(([operator, operand]) => readOperator(name, read, operator, operand, context)),
  );
}

/** Of a repeated query key PHP keeps the last. */
function heeded<Value>(values: readonly Value[], { modes }: FilterContext): readonly Value[] {
  switch (modes.get('operatorsHeed')) {
    case 'all':
      return values;
    case 'first':
      return values.slice(0, 1);
    case 'last':
      return values.slice(-1);
  }
}

function readBranches(name: string, value: PhpValue, context: FilterContext): Predicate[] {
  const isList = typeof value !== 'string' && Object.keys(value).every((key) => /^\d+$/.test(key));
  if (!isList) refuse(`Filter operator '${name}' needs a list of filters`);
  return phpList(value).map((branch) => readContactFilter(branch, context));
}

function hasInterest(value: PhpValue, { account }: FilterContext): Predicate {
  if (typeof value !== 'string') refuse("Filter operators are not supported for 'interests'");
  return ({ interestIds }) => interestIds.some((id) => account.interests.find(id)?.name === value);
}

type FieldReader = (contact: Contact) => string;

function readField(name: string, { account, modes, clock }: FilterContext): FieldReader {
  const unproven = UNPROVEN_FIELDS.has(name) && modes.take('unprovenFiltersRefused');
  if (unproven) refuse(`Filtering by '${name}' is not supported`);
  const customField = /^custom_fields\.(.+)$/.exec(name)?.[1];
  if (customField !== undefined) {
    const field = account.customFields.list().find((candidate) => candidate.name === customField);
    if (field === undefined) refuse(`Filtering by '${name}' is not supported`);
    return (contact) => contact.customFields[field.id] ?? '';
  }
  if (isContactTextField(name)) return (contact) => contact.text[name];
  if (!OTHER_FIELDS.has(name)) refuse(`Filtering by '${name}' is not supported`);
  const nowLocal = clock.local(clock.now());
  return (contact) => otherField(contact, name, nowLocal);
}

function otherField(contact: Contact, name: string, nowLocal: string): string {
  switch (name) {
    case 'id':
      return String(contact.id);
    case 'external_id':
      return contact.externalId;
    case 'date_created':
      return contact.dateCreated;
    case 'consent_effective_date':
      return contact.consent.effectiveDate;
    case 'consent_expiry':
      return contact.consent.expiry;
    default:
      return statusAt(contact.consent, nowLocal);
  }
}

function readOperator(
  name: string,
  read: FieldReader,
  operator: string,
  operand: PhpValue,
  context: FilterContext,
): Predicate {
  const { modes } = context;
  const unsupported = `Filter operator '${operator}' is not supported for '${name}'`;
  if (operator === '$in') {
    if (modes.take('inRefused')) refuse(unsupported);
    const values = heeded(phpList(operand), context);
    const tests = values.map((value) => equals(name, read, readText(value, unsupported), context));
    return (contact) => tests.some((matches) => matches(contact));
  }
  const value = readText(operand, unsupported);
  if (operator === '$ne') {
    const same = equals(name, read, value, context);
    return (contact) => !same(contact);
  }
  if (operator === '$regex') {
    const allowed = REGEX_FIELDS.has(name) || name.startsWith('custom_fields.');
    if (!allowed || modes.take('regexRefused')) refuse(unsupported);
    const pattern = readPattern(value, modes.take('regexCaseSensitive') ? '' : 'i');
    return (contact) => pattern.test(read(contact));
  }
  const compare = ORDERED_FIELDS.has(name) ? COMPARISONS.get(operator) : undefined;
  if (compare === undefined) refuse(unsupported);
  return (contact) => compare(order(read(contact), value));
}

const COMPARISONS: ReadonlyMap<string, (order: number) => boolean> = new Map([
  ['$gt', (order) => order > 0],
  ['$gte', (order) => order >= 0],
  ['$lt', (order) => order < 0],
  ['$lte', (order) => order <= 0],
]);

function equals(name: string, read: FieldReader, value: string, { modes }: FilterContext): Predicate {
  if (name !== 'email' || modes.get('emailCaseSensitive') !== false)
    return (contact) => read(contact) === value;
  return (contact) => read(contact).toLowerCase() === value.toLowerCase();
}

function everyOf(predicates: readonly Predicate[]): Predicate {
  return (contact) => predicates.every((matches) => matches(contact));
}

function readText(value: PhpValue, otherwise: string): string {
  if (typeof value !== 'string') refuse(otherwise);
  return value;
}

function readPattern(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch {
    refuse('Filter pattern is not a valid regular expression');
  }
}

/** `filter` of a query, or a test that every contact passes. */
export function contactFilterOf(query: PhpMap, context: FilterContext): Predicate {
  return query.filter === undefined ? everybody : readContactFilter(query.filter, context);
}
