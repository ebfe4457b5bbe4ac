/** A contact: who it is, may they be mailed, tags and subscriptions, and what was done. */
import '../../../components/styles/forms.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import { InterestsPicker } from '../../../components/add/interests-picker.tsx';
import { isWithdrawn } from '../../../components/consent-words.ts';
import { ConsentCard } from '../../../components/contact/consent-card.tsx';
import { ContactEditor, type FieldChanges } from '../../../components/contact/contact-editor.tsx';
import { ContactSummary } from '../../../components/contact/contact-summary.tsx';
import { History } from '../../../components/contact/history.tsx';
import { UnsubscribeForm } from '../../../components/contact/unsubscribe-form.tsx';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { displayName } from '../../../components/person-name.ts';
import { useTranslation } from '../../../components/translation.tsx';
import { ViewBar } from '../../../components/view-bar.tsx';
import { localDay } from '../../../lib/i18n/index.ts';
import { usePopup } from '../state/popup-context.ts';
import { useContact } from '../state/use-contact.ts';
import { useContactWrites } from '../state/use-contact-writes.ts';
import { useLists } from '../state/use-lists.ts';
import { useSteps } from '../state/use-steps.ts';

export function ContactView({ contact: first }: { contact: Contact }) {
  const { t } = useTranslation();
  const { client, outbox, back, announce } = usePopup();
  const control = useContact(first);
  const { contact, error, history, reload } = control;
  const writes = useContactWrites(control);
  const lists = useLists(client);
  const onStep = useSteps(reload);
  const [editing, setEditing] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const sent = outbox.items.filter(
    ({ state }) => state.status === 'done' && state.contactId === contact.id,
  ).length;
  useEffect(() => {
    if (sent > 0) reload();
  }, [sent, reload]);
  const withdrawn = isWithdrawn(contact.consent.status);
  useEffect(() => {
    // The form that had the focus is gone with the unsubscribing; what came of it stands on top.
    if (!withdrawn || document.activeElement !== document.body) return;
    document.querySelector('h1')?.focus();
    document.querySelector('.view')?.scrollTo(0, 0);
  }, [withdrawn]);
  const name = displayName(contact);
  const copy = async () => {
    await navigator.clipboard.writeText(contact.email);
    announce({ tone: 'good', text: t('contact.copied') });
  };
  const stopEditing = () => {
    setEditing(false);
    // What had the focus is gone; the button that led there is drawn again by then.
    requestAnimationFrame(() => editButton.current?.focus());
  };
  const edit = async (changes: FieldChanges) => {
    if (await writes.edit(changes)) stopEditing();
  };
  return (
    <>
      <ViewBar title={name === contact.email ? t('bulk.noName') : name} onBack={back} />
      {error === null ? null : <ErrorNotice error={error} onStep={onStep} />}
      <div class="view">
        {editing ? (
          <ContactEditor contact={contact} onSave={(changes) => void edit(changes)} onCancel={stopEditing} />
        ) : (
          <ContactSummary
            contact={contact}
            editButton={editButton}
            onCopy={() => void copy()}
            onEdit={() => setEditing(true)}
          />
        )}
        <ConsentCard consent={contact.consent} today={localDay(Date.now())} />
        <InterestsPicker
          offered={lists.interests}
          chosen={contact.interests}
          onToggle={(name, on) => void writes.toggle(name, on)}
        />
        {withdrawn ? null : (
          <UnsubscribeForm busy={writes.busy} onUnsubscribe={(reason) => void writes.unsubscribe(reason)} />
        )}
        <section class="stack-tight">
          <h2>{t('history.title')}</h2>
          <History entries={history} />
        </section>
      </div>
    </>
  );
}
