/** Who a contact is, or the fields to change it: in the same place, and back at the button that led there. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { plainAddress } from '../../../../shared/email-key.ts';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import { Button } from '../../../components/button.tsx';
import { ContactEditor, type FieldChanges } from '../../../components/contact/contact-editor.tsx';
import { ContactSummary } from '../../../components/contact/contact-summary.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { usePopup } from '../context/popup-context.ts';
import { keepEdit } from '../form/typed-text.ts';

interface ContactWhoProps {
  contact: Contact;
  /** New values that were typed before the popup closed; absent when nothing was being edited. */
  typed: Readonly<Record<string, string>> | undefined;
  /** True when the changes were taken. */
  onSave: (changes: FieldChanges) => Promise<boolean>;
}

export function ContactWho({ contact, typed, onSave }: ContactWhoProps) {
  const { t } = useTranslation();
  const { account, announce } = usePopup();
  const [begun, setBegun] = useState(typed);
  const editButton = useRef<HTMLButtonElement>(null);
  const stop = () => {
    setBegun(undefined);
    keepEdit(account.id, null);
  };
  // What had the focus is gone; the button that led there is drawn again.
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
      onType={(values) => keepEdit(account.id, { contact, values })}
      onSave={(changes) => void save(changes)}
      onCancel={stop}
    />
  ) : (
    <>
      <ContactSummary
        contact={contact}
        editButton={editButton}
        onCopy={() => void copy()}
        onEdit={() => setBegun({})}
      />
      {plainAddress(contact.email) === contact.email ? null : (
        <Notice
          tone="warn"
          actions={
            <Button weight="outline" onClick={() => setBegun({ email: plainAddress(contact.email) })}>
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
