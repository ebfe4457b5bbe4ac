/** Shows a contact's data, or in the same place the fields to change it; then the focus returns to the edit button. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { plainAddress } from '../../../../shared/email-key.ts';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import { Button } from '../../../components/button.tsx';
import { ContactEditor, type FieldChanges } from '../../../components/contact/contact-editor.tsx';
import { ContactSummary } from '../../../components/contact/contact-summary.tsx';
import { Notice } from '../../../components/notice.tsx';
import { Refusal } from '../../../components/outbox/refusal.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import type { Draft, DraftOf } from '../../../lib/memory/drafts-item.ts';
import { sendMessage } from '../../../lib/messages/send.ts';
import { usePopup } from '../context/popup-context.ts';
import { useDraft } from '../form/use-draft.ts';

/** An edit to continue, or to correct. */
export type KeptEdit = Pick<DraftOf<'edit'>, 'values' | 'itemId'>;

interface ContactWhoProps {
  contact: Contact;
  draftId: string;
  kept: KeptEdit | undefined;
  /** True when the changes were accepted. */
  onSave: (changes: FieldChanges) => Promise<boolean>;
}

export function ContactWho({ contact, draftId, kept, onSave }: ContactWhoProps) {
  const { t } = useTranslation();
  const { account, announce, outbox, back } = usePopup();
  /** New values by field that the editor starts with; undefined while nothing is edited. */
  const [begun, setBegun] = useState(kept?.values);
  const [typed, setTyped] = useState(begun ?? {});
  /** The refused write that this edit takes the place of. */
  const [itemId, setItemId] = useState(kept?.itemId);
  const draft = useMemo(
    (): Draft | null =>
      begun === undefined || Object.keys(typed).length === 0
        ? null
        : { id: draftId, kind: 'edit', contact, values: typed, ...(itemId === undefined ? {} : { itemId }) },
    [draftId, contact, begun, typed, itemId],
  );
  const forget = useDraft(account.id, draftId, draft, announce);
  const start = (values: Readonly<Record<string, string>>) => {
    setTyped(values);
    setBegun(values);
  };
  const editButton = useRef<HTMLButtonElement>(null);
  const stop = () => {
    setBegun(undefined);
    setItemId(undefined);
  };
  // The element that had the focus is gone; the edit button is drawn again and takes the focus.
  const wasEditing = useRef(false);
  useLayoutEffect(() => {
    if (wasEditing.current && begun === undefined) editButton.current?.focus();
    wasEditing.current = begun !== undefined;
  }, [begun]);
  const save = async (changes: FieldChanges) => {
    if (!(await onSave(changes))) return;
    if (itemId === undefined) return stop();
    // What could not be deleted is still shown: the outbox follows the storage.
    sendMessage('outbox/drop', { itemIds: [itemId] }).catch(() => undefined);
    await forget();
    // A write that was corrected is looked at where it waits.
    back();
  };
  const copy = async () => {
    await navigator.clipboard.writeText(contact.email);
    announce({ tone: 'good', text: t('contact.copied') });
  };
  return begun !== undefined ? (
    <>
      <Refusal item={outbox.items.find(({ id }) => id === itemId)} />
      <ContactEditor
        contact={contact}
        typed={begun}
        onType={setTyped}
        onSave={(changes) => void save(changes)}
        onCancel={stop}
      />
    </>
  ) : (
    <>
      <ContactSummary
        contact={contact}
        editButton={editButton}
        onCopy={() => void copy()}
        onEdit={() => start({})}
      />
      {plainAddress(contact.email) === contact.email ? null : (
        <Notice
          tone="warn"
          actions={
            <Button weight="outline" onClick={() => start({ email: plainAddress(contact.email) })}>
              {t('contact.mend')}
            </Button>
          }
        >
          {t('contact.unseen')}
        </Notice>
      )}
    </>
  );
}
