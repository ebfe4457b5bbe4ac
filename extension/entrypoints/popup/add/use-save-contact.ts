/**
 * What the add form's buttons do: add a new contact, fill the gaps of an existing one, or bring an unsubscribed one
 * back.
 */
import type { Contact, ContactChanges } from '../../../../shared/schemas/contact.ts';
import { displayName } from '../../../components/person-name.ts';
import { useTranslation } from '../../../components/translation.tsx';
import { type Draft, keepDraft } from '../../../lib/memory/drafts-item.ts';
import type { OutboxOperation } from '../../../lib/outbox/outbox-item.ts';
import type { Undone } from '../../../lib/outbox/outbox-requests.ts';
import { usePopup, type View } from '../context/popup-context.ts';
import { useOneAtATime } from '../context/use-one-at-a-time.ts';
import { compareWithEnvoke, proofOf, toAdd } from '../form/add-form.ts';
import { backOf } from '../form/back-changes.ts';
import { changesSince, type EditedAdd } from '../form/edited-add.ts';
import type { AddForm } from '../form/form-fields.ts';
import { rememberChoices } from '../form/last-choices.ts';

export interface SaveContact {
  busy: boolean;
  create: (form: AddForm) => Promise<void>;
  /** Changes the contact that the edited add has become meanwhile. */
  change: (
    form: AddForm,
    sent: Extract<EditedAdd, { kind: 'sent' }>,
    contact: Contact | null,
  ) => Promise<void>;
  /** @param next where the person goes then, instead of the list */
  fillGaps: (form: AddForm, contact: Contact, next?: View) => Promise<void>;
  addBack: (form: AddForm, contact: Contact) => Promise<void>;
}

interface SavedForm {
  edited: EditedAdd;
  draftId: string;
  /** The form is no longer unfinished. */
  forget: () => Promise<void>;
  draftOf: (form: AddForm, editedItemId: string | null) => Draft;
}

export function useSaveContact({ edited, draftId, forget, draftOf }: SavedForm): SaveContact {
  const { account, send, replace, home, back, open, announce } = usePopup();
  const { busy, run } = useOneAtATime();
  const { t } = useTranslation();

  const leave = async () => {
    await forget();
    // A write that was edited is looked at where it waits.
    if (edited.kind === 'none') home();
    else back();
  };
  const wordsOf = (name: string, form: AddForm) => {
    /** Nothing was sent, so the form is unfinished again. */
    const onUndone = ({ takenOut }: Undone) => {
      if (takenOut > 0)
        void keepDraft(account.id, draftOf(form, edited.kind === 'sent' ? edited.itemId : null));
    };
    return { taken: t('outbox.taken', { name }), name, draftId, onUndone };
  };
  const finish = async (operation: OutboxOperation, name: string, form: AddForm, next?: View) => {
    const words = wordsOf(name, form);
    const taken =
      edited.kind === 'waits'
        ? await replace(edited.itemId, operation, words)
        : await send([operation], words);
    if (taken === null) return;
    await leave();
    if (next === undefined) return;
    open(next);
    announce(taken);
  };
  const update = (form: AddForm, contact: Contact, changes: ContactChanges, next?: View) => {
    const { id: contactId, email } = contact;
    const back = backOf(contact, changes);
    const operation = { kind: 'update', contactId, email, changes, back } as const;
    return run(() => finish(operation, displayName(contact), form, next));
  };

  return {
    busy,
    create: (form) =>
      run(async () => {
        await rememberChoices(account.id, form);
        await finish(toAdd(form), displayName({ ...form.fields }), form);
      }),
    change: (form, sent, contact) =>
      run(async () => {
        const operations = changesSince(form, sent, contact);
        const words = wordsOf(displayName({ ...form.fields }), form);
        const isTaken =
          operations.length === 0 || (await send(operations, { ...words, hasUndo: contact !== null }));
        if (isTaken) await leave();
      }),
    fillGaps: (form, contact, next) => {
      const { gaps } = compareWithEnvoke(form, contact);
      const changes = {
        ...Object.fromEntries(gaps.map(({ field, here }) => [field, here])),
        seen: Object.fromEntries(gaps.map(({ field }) => [field, ''])),
        ...(form.pageUrl === '' ? {} : { page_url: form.pageUrl }),
      };
      return update(form, contact, changes, next);
    },
    addBack: (form, contact) =>
      update(form, contact, {
        consent_status: form.status,
        consent_description: form.description.trim(),
        consent_confirmed: true,
        ...proofOf(form),
      }),
  };
}
