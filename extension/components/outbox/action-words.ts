/** What a saved write does, in words that tell it from the others about the same person. Pure. */
import { CONTACT_FIELDS } from '../../../shared/contact-fields.ts';
import type { ContactChanges, InterestChanges } from '../../../shared/schemas/contact.ts';
import type { Translate } from '../../lib/i18n/index.ts';
import { itemEmail, type OutboxItem, type OutboxOperation } from '../../lib/outbox/outbox-item.ts';
import { isUndoing, originalOf } from '../../lib/outbox/undo-rules.ts';
import { fieldKey } from '../add/person-fields.tsx';
import { STATUS_KEYS } from '../consent-words.ts';

type NameOf = (name: string) => string;

function changeWords(changes: ContactChanges, t: Translate): string[] {
  const fields = CONTACT_FIELDS.filter((name) => changes[name] !== undefined).map((name) =>
    t(fieldKey(name)),
  );
  const status = changes.consent_status;
  return [
    ...(fields.length === 0 ? [] : [t('outbox.doesChange', { fields: fields.join(', ') })]),
    ...(status === undefined ? [] : [t('outbox.doesConsent', { status: t(STATUS_KEYS[status]) })]),
  ];
}

function interestWords({ set = [], unset = [] }: InterestChanges, t: Translate, nameOf: NameOf): string[] {
  const names = (all: readonly string[]) => all.map(nameOf).join(', ');
  return [
    ...(set.length === 0 ? [] : [t('outbox.doesSet', { names: names(set) })]),
    ...(unset.length === 0 ? [] : [t('outbox.doesUnset', { names: names(unset) })]),
  ];
}

export function operationWords(operation: OutboxOperation, t: Translate, nameOf: NameOf): string {
  switch (operation.kind) {
    case 'create':
      return t('outbox.doesAdd');
    case 'update':
      return changeWords(operation.changes, t).join(' · ');
    case 'interests':
      return interestWords(operation.changes, t, nameOf).join(' · ');
    case 'unsubscribe':
      return t('outbox.doesUnsubscribe', { reason: operation.said.reason });
  }
}

/**
 * @param items where the write that this one undoes is looked for: it says more than its reversal
 * @param nameOf what a tag is called in the reader's language
 */
export function actionWords(
  item: OutboxItem,
  items: readonly OutboxItem[],
  t: Translate,
  nameOf: NameOf = (name) => name,
): string {
  const { operation } = originalOf(item, items) ?? item;
  const what = operationWords(operation, t, nameOf);
  return isUndoing(item) ? t('outbox.doesUndo', { what }) : what;
}

/** The address that Envoke has once the write is done; until then, and where it was refused, the one from before. */
export function emailNow(item: OutboxItem): string {
  const { operation, state } = item;
  const changed = operation.kind === 'update' ? operation.changes.email : undefined;
  return (state.status === 'done' ? changed : undefined) ?? itemEmail(item);
}
