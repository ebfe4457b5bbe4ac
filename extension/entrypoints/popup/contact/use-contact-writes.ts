/** Changes to the contact on screen. All of them go through the outbox, whose waiting writes the contact shows. */
import type { ContactChanges } from '../../../../shared/schemas/contact.ts';
import type { FieldChanges } from '../../../components/contact/contact-editor.tsx';
import { displayName } from '../../../components/person-name.ts';
import { useTranslation } from '../../../components/translation.tsx';
import { describeNewOwner } from '../../../lib/i18n/consent-description.ts';
import type { OutboxOperation } from '../../../lib/outbox/outbox-item.ts';
import { usePopup } from '../context/popup-context.ts';
import { useOneAtATime } from '../context/use-one-at-a-time.ts';
import { backOf } from '../form/back-changes.ts';
import type { ContactControl } from './use-contact.ts';

export interface ContactWrites {
  /** True when the edit was accepted, or there was nothing to change. @param draftId the draft that it came from */
  edit: (changes: FieldChanges, draftId: string) => Promise<boolean>;
  toggle: (name: string, on: boolean) => Promise<void>;
  /** Whether it is being kept at this moment. */
  isUnsubscribing: boolean;
  /** True when it was accepted. @param draftId the draft that it came from */
  unsubscribe: (reason: string, draftId: string) => Promise<boolean>;
}

export function useContactWrites({ contact }: ContactControl): ContactWrites {
  const { send } = usePopup();
  const { t } = useTranslation();
  // Each has its own: none is dropped because another one is being kept.
  const edits = useOneAtATime();
  const unsubscribing = useOneAtATime();
  const target = { contactId: contact.id, email: contact.email };
  const name = displayName(contact);
  const put = async (operation: OutboxOperation, words: Parameters<typeof send>[1]) =>
    (await send([operation], words)) !== null;
  const words = { taken: t('outbox.taken', { name }), name };
  const consentOf = ({ changes, owner }: FieldChanges): ContactChanges => {
    if (owner === null) return {};
    if (owner === 'same') return { consent_confirmed: true };
    const description = describeNewOwner(changes.language ?? contact.language);
    return { consent_status: 'Not Provided', consent_description: description };
  };
  return {
    edit: async (edited, draftId) => {
      const { changes, seen } = edited;
      if (Object.keys(changes).length === 0) return true;
      const all = { ...changes, seen, ...consentOf(edited) };
      const back = backOf(contact, all);
      const said = { ...words, draftId };
      return (await edits.run(() => put({ kind: 'update', ...target, changes: all, back }, said))) ?? false;
    },
    toggle: async (interest, on) => {
      const changes = on ? { set: [interest] } : { unset: [interest] };
      await put({ kind: 'interests', ...target, changes }, words);
    },
    isUnsubscribing: unsubscribing.busy,
    unsubscribe: async (reason, draftId) => {
      const said = { taken: t('unsubscribe.taken', { name }), hasUndo: false, draftId };
      const run = () => put({ kind: 'unsubscribe', ...target, said: { reason } }, said);
      return (await unsubscribing.run(run)) ?? false;
    },
  };
}
