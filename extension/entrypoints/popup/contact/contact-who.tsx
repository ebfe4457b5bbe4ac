/** Shows a contact's data, or in the same place the fields to change it; then the focus returns to the edit button. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { plainAddress } from '../../../../shared/email-key.ts';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import { Button } from '../../../components/button.tsx';
import { ContactEditor, type FieldChanges } from '../../../components/contact/contact-editor.tsx';
import { ContactSummary } from '../../../components/contact/contact-summary.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import type { Draft, DraftOf } from '../../../lib/memory/drafts-item.ts';
import { usePopup } from '../context/popup-context.ts';
import { useDraft } from '../form/use-draft.ts';

interface ContactWhoProps {
  contact: Contact;
  draftId: string;
  /** An edit to continue. */
  kept: DraftOf<'edit'> | undefined;
  /** True when the changes were accepted. */
  onSave: (changes: FieldChanges) => Promise<boolean>;
}

export function ContactWho({ contact, draftId, kept, onSave }: ContactWhoProps) {
  const { t } = useTranslation();
  const { account, announce } = usePopup();
  /** New values by field that the editor starts with; undefined while nothing is edited. */
  const [begun, setBegun] = useState(kept?.values);
  const [typed, setTyped] = useState(begun ?? {});
  const draft = useMemo(
    (): Draft | null =>
      begun === undefined || Object.keys(typed).length === 0
        ? null
        : { id: draftId, kind: 'edit', contact, values: typed },
    [draftId, contact, begun, typed],
  );
  useDraft(account.id, draftId, draft, announce);
  const start = (values: Readonly<Record<string, string>>) => {
    setTyped(values);
    setBegun(values);
  };
  const editButton = useRef<HTMLButtonElement>(null);
  const stop = () => setBegun(undefined);
  // The element that had the focus is gone; the edit button is drawn again and takes the focus.
  const wasEditing = useRef(false);
  useLayoutEffect(() => {
    if (wasEditing.current && begun === undefined) editButton.current?.focus();
    wasEditing.current = begun !== undefined;
  }, [begun]);
  const save = async (changes: FieldChanges) => {
    if (await onSave(changes)) stop();
  };
  const copy = async () => {
    await navigator.clipboard.writeText(contact.email);
    announce({ tone: 'good', text: t('contact.copied') });
  };
  return begun !== undefined ? (
    <ContactEditor
      contact={contact}
      typed={begun}
      onType={setTyped}
      onSave={(changes) => void save(changes)}
      onCancel={stop}
    />
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
