/** Changes to the contact on screen. All of them go through the outbox. */
import type { Contact, ContactChanges } from '../../../../shared/schemas/contact.ts';
import type { AddressOwner, FieldChanges } from '../../../components/contact/contact-editor.tsx';
import { displayName } from '../../../components/person-name.ts';
import { useTranslation } from '../../../components/translation.tsx';
import type { OutboxOperation } from '../../../lib/outbox/outbox-item.ts';
import type { Undone } from '../../../lib/outbox/outbox-requests.ts';
import { withConsent, withoutConsent } from '../../../lib/outbox/shown-consent.ts';
import { usePopup } from '../context/popup-context.ts';
import { useOneAtATime } from '../context/use-one-at-a-time.ts';
import { backOf } from '../form/back-changes.ts';
import type { ContactControl } from './use-contact.ts';

export interface ContactWrites {
  /** True when the edit was accepted, or there was nothing to change. */
  edit: (changes: FieldChanges) => Promise<boolean>;
  toggle: (name: string, on: boolean) => Promise<void>;
  /** Whether it is being kept at this moment. */
  isUnsubscribing: boolean;
  unsubscribe: (reason: string) => Promise<void>;
}

export function useContactWrites({ contact, show }: ContactControl): ContactWrites {
  const { send } = usePopup();
  const { t } = useTranslation();
  // Each has its own: none is dropped because another one is being kept.
  const edits = useOneAtATime();
  const unsubscribing = useOneAtATime();
  const target = { contactId: contact.id, email: contact.email };
  const name = displayName(contact);
  const isUndone = ({ takenOut, turnedBack }: Undone) => takenOut + turnedBack > 0;
  /** The change is shown at once; when the person undoes it, the view undoes it too. */
  const put = async (operation: OutboxOperation, next: Contact) => {
    const words =
      operation.kind === 'unsubscribe'
        ? { taken: t('unsubscribe.taken', { name }), hasUndo: false }
        : {
            taken: t('outbox.taken', { name }),
            onUndone: (undone: Undone) => isUndone(undone) && show(contact),
          };
    const isTaken = (await send([operation], words)) !== null;
    if (isTaken) show(next);
    return isTaken;
  };
  const consentOf = (owner: AddressOwner | null): ContactChanges => {
    if (owner === null) return {};
    if (owner === 'same') return { consent_confirmed: true };
    return { consent_status: 'Not Provided', consent_description: t('owner.anew') };
  };
  return {
    edit: async ({ changes, seen, owner }) => {
      if (Object.keys(changes).length === 0) return true;
      const all = { ...changes, seen, ...consentOf(owner) };
      const back = backOf(contact, all);
      const next = withConsent({ ...contact, ...changes }, all);
      return (await edits.run(() => put({ kind: 'update', ...target, changes: all, back }, next))) ?? false;
    },
    toggle: async (interest, on) => {
      const rest = contact.interests.filter((one) => one !== interest);
      const next = { ...contact, interests: on ? [...rest, interest] : rest };
      const changes = on ? { set: [interest] } : { unset: [interest] };
      await put({ kind: 'interests', ...target, changes }, next);
    },
    isUnsubscribing: unsubscribing.busy,
    unsubscribe: async (reason) => {
      const next = withoutConsent(contact, reason);
      await unsubscribing.run(() => put({ kind: 'unsubscribe', ...target, said: { reason } }, next));
    },
  };
}
