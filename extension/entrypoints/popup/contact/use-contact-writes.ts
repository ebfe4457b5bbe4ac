/** Changes to the contact on screen. Edits, tags and subscriptions go through the outbox; unsubscribing is sent at once, so that the person sees it done. */
import type { Contact, ContactChanges } from '../../../../shared/schemas/contact.ts';
import type { AddressOwner, FieldChanges } from '../../../components/contact/contact-editor.tsx';
import { displayName } from '../../../components/person-name.ts';
import { useTranslation } from '../../../components/translation.tsx';
import type { OutboxOperation } from '../../../lib/outbox/outbox-item.ts';
import { recorderOf } from '../../../lib/session/stored-account.ts';
import { usePopup } from '../context/popup-context.ts';
import { useOneAtATime } from '../context/use-one-at-a-time.ts';
import { backOf } from '../form/back-changes.ts';
import type { ContactControl } from './use-contact.ts';

export interface ContactWrites {
  busy: boolean;
  /** True when the edit was accepted, or there was nothing to change. */
  edit: (changes: FieldChanges) => Promise<boolean>;
  toggle: (name: string, on: boolean) => Promise<void>;
  unsubscribe: (reason: string) => Promise<void>;
}

export function useContactWrites({ contact, show, fail, reload }: ContactControl): ContactWrites {
  const { account, settings, client, send, announce } = usePopup();
  const { t } = useTranslation();
  const { busy, run } = useOneAtATime();
  const target = { contactId: contact.id, email: contact.email };
  const taken = t('outbox.taken', { name: displayName(contact) });
  /** The change is shown at once; when the person undoes it, the view undoes it too. */
  const put = async (operation: OutboxOperation, next: Contact) => {
    const isTaken = (await send([operation], { taken, onUndone: () => show(contact) })) !== null;
    if (isTaken) show(next);
    return isTaken;
  };
  const consentOf = (owner: AddressOwner | null): ContactChanges => {
    if (owner === null) return {};
    if (owner === 'same') return { consent_confirmed: true };
    return { consent_status: 'Not Provided', consent_description: t('owner.anew') };
  };
  return {
    busy,
    edit: async ({ changes, seen, owner }) => {
      if (Object.keys(changes).length === 0) return true;
      const all = { ...changes, seen, ...consentOf(owner) };
      const back = backOf(contact, all);
      const next = { ...contact, ...changes };
      return (await run(() => put({ kind: 'update', ...target, changes: all, back }, next))) ?? false;
    },
    toggle: async (name, on) => {
      const rest = contact.interests.filter((one) => one !== name);
      const next = { ...contact, interests: on ? [...rest, name] : rest };
      await put({ kind: 'interests', ...target, changes: on ? { set: [name] } : { unset: [name] } }, next);
    },
    unsubscribe: (reason) =>
      run(async () => {
        const person = recorderOf(account, settings.recordName);
        const said = { reason, ...(person === '' ? {} : { person }) };
        try {
          show(await client.unsubscribe(contact.id, said, { idempotencyKey: crypto.randomUUID() }));
          reload();
          announce({ tone: 'good', text: t('unsubscribe.done', { name: displayName(contact) }) });
        } catch (error) {
          fail(error);
        }
      }),
  };
}
