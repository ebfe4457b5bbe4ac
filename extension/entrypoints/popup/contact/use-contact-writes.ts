/** Changes to the contact on screen. Edits, tags and subscriptions go through the outbox; unsubscribing is sent at once, so that the person sees it done. */
import { useState } from 'preact/hooks';
import type { ContactChanges } from '../../../../shared/schemas/contact.ts';
import type { AddressOwner, FieldChanges } from '../../../components/contact/contact-editor.tsx';
import { displayName } from '../../../components/person-name.ts';
import { useTranslation } from '../../../components/translation.tsx';
import type { OutboxOperation } from '../../../lib/outbox/outbox-item.ts';
import { usePopup } from '../context/popup-context.ts';
import type { ContactControl } from './use-contact.ts';

export interface ContactWrites {
  busy: boolean;
  /** True when the edit was taken, or there was nothing to change. */
  edit: (changes: FieldChanges) => Promise<boolean>;
  toggle: (name: string, on: boolean) => Promise<void>;
  unsubscribe: (reason: string) => Promise<void>;
}

export function useContactWrites({ contact, show, fail, reload }: ContactControl): ContactWrites {
  const { client, send, announce } = usePopup();
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const target = { contactId: contact.id, email: contact.email };
  const taken = t('outbox.taken', { name: displayName(contact) });
  const put = (operation: OutboxOperation) => send([operation], { taken });
  const consentOf = (owner: AddressOwner | null): ContactChanges => {
    if (owner === null) return {};
    if (owner === 'same') return { consent_confirmed: true };
    return { consent_status: 'Not Provided', consent_description: t('owner.anew') };
  };
  return {
    busy,
    edit: async ({ changes, seen, owner }) => {
      if (Object.keys(changes).length === 0) return true;
      const accepted = await put({
        kind: 'update',
        ...target,
        changes: { ...changes, seen, ...consentOf(owner) },
      });
      if (accepted) show({ ...contact, ...changes });
      return accepted;
    },
    toggle: async (name, on) => {
      if (!(await put({ kind: 'interests', ...target, changes: on ? { set: [name] } : { unset: [name] } })))
        return;
      const rest = contact.interests.filter((one) => one !== name);
      show({ ...contact, interests: on ? [...rest, name] : rest });
    },
    unsubscribe: async (reason) => {
      setBusy(true);
      try {
        show(await client.unsubscribe(contact.id, reason, { idempotencyKey: crypto.randomUUID() }));
        reload();
        announce({ tone: 'good', text: t('unsubscribe.done', { name: displayName(contact) }) });
      } catch (error) {
        fail(error);
      } finally {
        setBusy(false);
      }
    },
  };
}
