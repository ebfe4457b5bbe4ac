/** The words for why a write was not taken, and the next step, as they fit what the write is. Pure. */
import { CONTACT_FIELDS } from '../../../shared/contact-fields.ts';
import { DAY_DETAILS } from '../../../shared/problems.ts';
import type { BrokerErrorSlug } from '../../lib/broker-client/broker-error.ts';
import { formatDay, type MessageKey, type Translator } from '../../lib/i18n/index.ts';
import {
  needsPerson,
  type OutboxFailure,
  type OutboxItem,
  type PolicyRefusal,
} from '../../lib/outbox/outbox-item.ts';
import { isUndoing } from '../../lib/outbox/undo-rules.ts';
import { fieldKey } from '../add/person-fields.tsx';
import { ERROR_WORDS, type ErrorWords } from '../error-words.ts';

type Words = Pick<Translator, 't' | 'language'>;

const REFUSALS = {
  'not-allowed': 'outbox.policyRefuses',
  'name-needed': 'outbox.nameNeeded',
} as const satisfies Record<PolicyRefusal, MessageKey>;

type Label =
  | ReturnType<typeof fieldKey>
  | 'when.legend'
  | 'basis.legend'
  | 'consent.status'
  | 'consent.description'
  | 'recorder.name'
  | 'unsubscribe.reason'
  | 'interests.tags';

/** What stands above the values in the forms, by their names on the wire. */
const LABELS: Readonly<Record<string, Label>> = {
  ...Object.fromEntries(CONTACT_FIELDS.map((name) => [name, fieldKey(name)])),
  happened_on: 'when.legend',
  basis: 'basis.legend',
  conditions: 'basis.legend',
  consent_status: 'consent.status',
  consent_description: 'consent.description',
  person: 'recorder.name',
  reason: 'unsubscribe.reason',
  interests: 'interests.tags',
  set: 'interests.tags',
  unset: 'interests.tags',
};

/** Words that ask a person to try again, for a write that is tried again without them. */
const BY_ITSELF = {
  'error.busy': 'outbox.waitsForPause',
  'error.envokeUnreachable': 'outbox.waitsForAnswer',
} as const satisfies Partial<Record<ErrorWords['key'], MessageKey>>;

const endsByItself = (key: ErrorWords['key']): key is keyof typeof BY_ITSELF => Object.hasOwn(BY_ITSELF, key);

/** An unsubscribing has nothing to correct: it is tried again, or done in Envoke; somebody who is gone needs neither. */
function unsubscribingKey({ slug }: OutboxFailure) {
  switch (slug) {
    case 'contact-not-found':
      return ERROR_WORDS[slug].key;
    case 'envoke-forbids':
      return 'unsubscribe.forbidden';
    default:
      return 'unsubscribe.nextStep';
  }
}

function dayOf({ operation }: OutboxItem): string {
  if (operation.kind === 'create') return operation.draft.happened_on ?? '';
  return operation.kind === 'update' ? (operation.changes.happened_on ?? '') : '';
}

/** The broker has not asked Envoke: what it names is said as the forms name it. */
function invalidWords(item: OutboxItem, { errors }: OutboxFailure, { t, language }: Words): string {
  const day = formatDay(dayOf(item), language);
  if (errors.some(({ detail }) => detail === DAY_DETAILS.toCome)) return t('outbox.dayToCome', { day });
  if (errors.some(({ detail }) => detail === DAY_DETAILS.over)) return t('outbox.dayOver', { day });
  const keys = errors.flatMap(({ pointer }) => pointer.split('/').flatMap((step) => LABELS[step] ?? []));
  const fields = [...new Set(keys)].map((key) => t(key)).join(', ');
  return fields === '' ? t('error.invalid') : t('outbox.fieldsNotTaken', { fields });
}

/** Somebody else gives the right; who is gone has nothing to undo; what was changed since is looked at. */
const SAID: ReadonlySet<BrokerErrorSlug> = new Set([
  'envoke-forbids',
  'contact-not-found',
  'contact-changed',
]);

/** Why an undo was not made, where it is for the person; null where the reason's own words say the next step. */
function undoWords(item: OutboxItem, { slug }: OutboxFailure, { t }: Words): string | null {
  if (!needsPerson(item)) return null;
  if (SAID.has(slug)) return null;
  if (item.undoneBecause !== undefined) return t('undo.uncheckedNext');
  return isUndoing(item) ? t('undo.refusedNext', { button: t('existing.open') }) : null;
}

export function failureWords(item: OutboxItem, failure: OutboxFailure, words: Words): string {
  const { t } = words;
  if (failure.refusal !== undefined) return t(REFUSALS[failure.refusal]);
  const ofUndo = undoWords(item, failure, words);
  if (ofUndo !== null) return ofUndo;
  if (item.operation.kind === 'unsubscribe' && needsPerson(item)) return t(unsubscribingKey(failure));
  if (failure.slug === 'invalid-request' || failure.slug === 'body-too-large')
    return invalidWords(item, failure, words);
  const { key } = ERROR_WORDS[failure.slug];
  return t(needsPerson(item) || !endsByItself(key) ? key : BY_ITSELF[key]);
}
