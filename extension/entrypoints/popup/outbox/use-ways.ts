/** The ways on from a write in the outbox: the form or editor that can correct it, and the contact that it is about. */
import { CONTACT_FIELDS } from '../../../../shared/contact-fields.ts';
import type { FormAnswer } from '../../../../shared/form-answer.ts';
import { useTranslation } from '../../../components/translation.tsx';
import { failureOf, needsPerson, type OutboxItem } from '../../../lib/outbox/outbox-item.ts';
import { isUndoing } from '../../../lib/outbox/undo-rules.ts';
import { usePopup, type View } from '../context/popup-context.ts';
import { failureKey } from '../context/shown-error.ts';
import { editOfAdd, unrecordedAdd, unsubscribingView } from '../form/list-answer.ts';

type Edit = NonNullable<Extract<View, { name: 'contact' }>['edit']>;

interface Ways {
  /** Absent where the write has no form: what it would do to a consent or to tags is chosen again at the contact. */
  onEdit?: (() => void) | undefined;
  /** Absent while nobody is needed, and where Envoke has nobody to look at. */
  onOpen?: (() => void) | undefined;
  /** That Envoke has not recorded that somebody gave no consent, and the way to it. */
  unrecorded?: { answer: FormAnswer | undefined; onUnsubscribe: () => void } | undefined;
}

/** What the editor of a contact starts with; null where it has no field for all that the write would do. */
export function editOf(item: OutboxItem): Edit | null {
  const { id, operation } = item;
  if (operation.kind !== 'update' || !needsPerson(item) || isUndoing(item)) return null;
  const { changes } = operation;
  // With another address, the editor asks anew whose it is, and consent follows from that.
  if (changes.consent_status !== undefined && changes.email === undefined) return null;
  const values = CONTACT_FIELDS.flatMap((name) => {
    const value = changes[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return values.length === 0 ? null : { itemId: id, values: Object.fromEntries(values) };
}

export function useWays(): (item: OutboxItem) => Ways {
  const { client, outbox, open, announce } = usePopup();
  const { t, language } = useTranslation();
  /** As Envoke has it now: what it had when the write was made may be the reason that it was refused. */
  const openFresh = async (contactId: string, edit: Edit | null) => {
    try {
      const contact = await client.contact(contactId, {});
      open({ name: 'contact', contact, ...(edit === null ? {} : { edit }) });
    } catch (error) {
      announce({ tone: 'bad', text: t(failureKey(error)) });
    }
  };
  return (item) => {
    const { operation } = item;
    const failure = failureOf(item);
    const contact = failure?.contact ?? null;
    const onOpen = contact === null ? undefined : () => open({ name: 'contact', contact });
    const add = editOfAdd(item);
    if (add !== undefined) {
      const no = unrecordedAdd(item, outbox);
      const unrecorded = no && {
        answer: no.answer,
        onUnsubscribe: () => open(unsubscribingView(add.form, no.contact, language)),
      };
      return { onEdit: () => open(add), onOpen, unrecorded };
    }
    if (operation.kind === 'create') return { onOpen };
    if (!needsPerson(item) || failure?.slug === 'contact-not-found') return { onOpen };
    const edit = editOf(item);
    return {
      onEdit: edit === null ? undefined : () => void openFresh(operation.contactId, edit),
      onOpen: onOpen ?? (() => void openFresh(operation.contactId, null)),
    };
  };
}
