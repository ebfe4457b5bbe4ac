/**
 * Asks what an administrator allows before a write leaves, where it was saved before the browser could tell. What is not
 * allowed goes to the person instead.
 */
import { recorderIn } from '../session/accounts.ts';
import type { Settings } from '../settings/settings.ts';
import { loadSettings } from '../settings/settings-store.ts';
import { isAboutMany, isAllowed } from './allowed-operations.ts';
import { personOf, signedBy } from './new-item.ts';
import type { OutboxItem, OutboxOperation, PolicyRefusal } from './outbox-item.ts';
import { changeItem } from './outbox-store.ts';

/** Why the settings do not let these be written together; null where they do. Pure. */
export function refusalOf(
  operations: readonly OutboxOperation[],
  values: Settings,
  recorder: string,
): PolicyRefusal | null {
  if (!isAllowed(operations, values)) return 'not-allowed';
  const isNameless = recorder === '' && values.recordNameRequired;
  return isNameless && !operations.every(isUnsubscribing) ? 'name-needed' : null;
}

/** The mark of writes that are saved while the policy is not known; none where no policy could forbid them. Pure. */
export function markOf(operations: readonly OutboxOperation[]): OutboxItem['unchecked'] {
  if (isAboutMany(operations)) return 'many';
  return operations.every(isUnsubscribing) ? undefined : 'one';
}

/** Resolves once the browser has told what the policy is. @param items marked ones of one account */
export async function checkPolicy(accountId: string, items: readonly OutboxItem[]): Promise<void> {
  const { values } = await loadSettings();
  const recorder = await recorderIn(accountId, values.recordName);
  for (const { id } of items) await changeItem(id, (item) => checked(item, values, recorder));
}

function checked(item: OutboxItem, values: Settings, recorder: string): OutboxItem | undefined {
  const { unchecked, ...rest } = item;
  if (unchecked === undefined || item.state.status !== 'waiting') return undefined;
  // What is undone is only asked about, and not written.
  if (item.undoneBecause !== undefined) return rest;
  const operation = signedBy(item.operation, recorder);
  const isOfMany = unchecked === 'many' && !values.bulk;
  const refusal = isOfMany ? 'not-allowed' : refusalOf([operation], values, personOf(operation));
  if (refusal === null) return { ...rest, operation };
  const failure = {
    slug: 'consent-not-allowed',
    refusal,
    requestId: null,
    envokeErrors: [],
    errors: [],
    contact: null,
  } as const;
  // The mark stays: a second try asks again.
  return { ...item, state: { status: 'failed', failure }, lastFailure: null };
}

const isUnsubscribing = ({ kind }: OutboxOperation) => kind === 'unsubscribe';
