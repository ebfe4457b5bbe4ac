/** What the add form's buttons do: a new contact, the gaps of one that is there, or one that comes back. */
import type { Contact } from '../../../../shared/schemas/contact.ts';
import { displayName } from '../../../components/person-name.ts';
import { useTranslation } from '../../../components/translation.tsx';
import { sendMessage } from '../../../lib/messages/send.ts';
import type { OutboxOperation } from '../../../lib/outbox/outbox-item.ts';
import { usePopup } from '../context/popup-context.ts';
import { announceOutcome } from '../context/use-send.ts';
import { compareWithEnvoke, proofOf, toDraft } from '../form/add-form.ts';
import type { AddForm } from '../form/form-fields.ts';
import { rememberChoices } from '../form/last-choices.ts';

export interface SaveContact {
  create: (form: AddForm) => Promise<void>;
  fillGaps: (form: AddForm, contact: Contact) => Promise<void>;
  addBack: (form: AddForm, contact: Contact) => Promise<void>;
}

interface SavedForm {
  /** The waiting write that the form replaces, or null for a new one. */
  editedItemId: string | null;
  draftId: string;
  /** Nothing of the form is unfinished any more. */
  forget: () => Promise<void>;
}

export function useSaveContact({ editedItemId, draftId, forget }: SavedForm): SaveContact {
  const { account, send, home, announce } = usePopup();
  const { t } = useTranslation();

  const replace = (itemId: string, operation: OutboxOperation, taken: string) =>
    announceOutcome(() => sendMessage('outbox/edit', { itemId, operation }), taken, announce, t);
  const finish = async (operation: OutboxOperation, name: string) => {
    const taken = t('outbox.taken', { name });
    const isTaken =
      editedItemId === null
        ? await send([operation], { taken, draftId })
        : await replace(editedItemId, operation, taken);
    if (!isTaken) return;
    await forget();
    home();
  };
  const update = (contact: Contact, changes: Extract<OutboxOperation, { kind: 'update' }>['changes']) =>
    finish({ kind: 'update', contactId: contact.id, email: contact.email, changes }, displayName(contact));

  return {
    create: async (form) => {
      await rememberChoices(account.id, form);
      await finish({ kind: 'create', draft: toDraft(form) }, displayName({ ...form.fields }));
    },
    fillGaps: (form, contact) => {
      const { gaps } = compareWithEnvoke(form, contact);
      return update(contact, {
        ...Object.fromEntries(gaps.map(({ field, here }) => [field, here])),
        seen: Object.fromEntries(gaps.map(({ field }) => [field, ''])),
        ...(form.pageUrl === '' ? {} : { page_url: form.pageUrl }),
      });
    },
    addBack: (form, contact) =>
      update(contact, {
        consent_status: form.status,
        consent_description: form.description.trim(),
        consent_confirmed: true,
        ...proofOf(form),
      }),
  };
}
