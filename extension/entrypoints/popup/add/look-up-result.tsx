/** What Envoke knows of the e-mail in the form; said in a live region as soon as it is known. */

import { useState } from 'preact/hooks';
import { isWithdrawn, needsDescription } from '../../../../shared/consent.ts';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import { ExistingContact } from '../../../components/add/existing-contact.tsx';
import { isOverlong } from '../../../components/add/field-limits.ts';
import { Button } from '../../../components/button.tsx';
import { STATUS_KEYS } from '../../../components/consent-words.ts';
import { interestNames } from '../../../components/interest-name.ts';
import { Notice } from '../../../components/notice.tsx';
import { operationWords } from '../../../components/outbox/action-words.ts';
import { displayName } from '../../../components/person-name.ts';
import { useTranslation } from '../../../components/translation.tsx';
import { localDay, type Translate } from '../../../lib/i18n/index.ts';
import { itemEmail, type OutboxItem } from '../../../lib/outbox/outbox-item.ts';
import { usePopup } from '../context/popup-context.ts';
import { compareWithEnvoke, fromDraft, groundProblem, lacksProof } from '../form/add-form.ts';
import { changesSince, type EditedAdd } from '../form/edited-add.ts';
import type { AddForm } from '../form/form-fields.ts';
import type { LookUp } from '../form/use-look-up.ts';
import { useLists } from './use-lists.ts';
import type { SaveContact } from './use-save-contact.ts';

/**
 * Why a new contact is not saved, and the way that is there instead: the words follow what {@link ExistingContact} offers.
 */
export function existingWords(form: AddForm, contact: Contact, t: Translate): string {
  const { gaps } = compareWithEnvoke(form, contact);
  const isBack = isWithdrawn(contact.consent.status);
  const ways = [
    ...(isBack ? [t('existing.wayBack', { button: t('existing.addBack') })] : []),
    ...(gaps.length === 0
      ? []
      : [t('existing.wayFill', { button: t('existing.fill', { count: gaps.length }) })]),
  ];
  const open = t('existing.wayOpen', { button: t('existing.open') });
  return [t('existing.saveHint', { email: contact.email }), ...(ways.length === 0 ? [open] : ways)].join(' ');
}

/** Why a second add of the same address is not saved, and the way that is there instead. */
export function waitingWords(item: OutboxItem, t: Translate): string {
  return t('existing.waitsHint', { email: itemEmail(item), button: t('outbox.edit') });
}

interface LookUpResultProps {
  lookUp: LookUp;
  edited: EditedAdd;
  form: AddForm;
  save: SaveContact;
  /** Called instead of a write that Envoke cannot take. */
  onFault: () => void;
}

export function LookUpResult({ lookUp, edited, form, save, onFault }: LookUpResultProps) {
  const { t } = useTranslation();
  const { open, settings } = usePopup();
  /** The contact that the person confirmed: the confirmation does not hold for another contact found meanwhile. */
  const [confirmedId, setConfirmedId] = useState<string | null>(null);
  const fillGaps = (contact: Contact) => {
    const { gaps } = compareWithEnvoke(form, contact);
    if (gaps.some(({ field, here }) => isOverlong(field, here))) onFault();
    else void save.fillGaps(form, contact);
  };
  const contact = lookUp.status === 'there' ? lookUp.contact : null;
  if (edited.kind === 'sent' && (contact === null || contact.id === edited.contactId))
    return (
      <div role="status">
        <SentAdd form={form} sent={edited} contact={contact} />
      </div>
    );
  return (
    <div role="status">
      {lookUp.status === 'asking' ? <p class="small soft">{t('existing.asking')}</p> : null}
      {lookUp.status === 'new' ? <p class="small soft">{t('existing.new')}</p> : null}
      {lookUp.status === 'failed' ? <p class="small soft">{t('existing.notAsked')}</p> : null}
      {lookUp.status === 'waiting' ? <WaitingAdd item={lookUp.item} /> : null}
      {lookUp.status === 'there' ? (
        <ExistingContact
          contact={lookUp.contact}
          {...compareWithEnvoke(form, lookUp.contact)}
          confirmed={confirmedId === lookUp.contact.id}
          hasProof={
            needsDescription(form.status) &&
            settings.allowedConsentStatuses.includes(form.status) &&
            !lacksProof(form) &&
            groundProblem(form, localDay(Date.now())) === null
          }
          onConfirm={(confirmed) => setConfirmedId(confirmed ? lookUp.contact.id : null)}
          onFillGaps={() => fillGaps(lookUp.contact)}
          onAddBack={() => void save.addBack(form, lookUp.contact)}
          onOpen={() => open({ name: 'contact', contact: lookUp.contact })}
        />
      ) : null}
    </div>
  );
}

/** Saved before, and not sent yet: changing it is one press away, what is typed here is kept as a draft. */
function WaitingAdd({ item: { id, operation } }: { item: OutboxItem }) {
  const { t } = useTranslation();
  const { open } = usePopup();
  if (operation.kind !== 'create') return null;
  const { draft } = operation;
  return (
    <Notice
      tone="info"
      title={t('existing.waits', { name: displayName(draft) })}
      actions={
        <Button
          weight="outline"
          onClick={() => open({ name: 'add', form: fromDraft(draft), editedItemId: id })}
        >
          {t('outbox.edit')}
        </Button>
      }
    >
      {t('outbox.doesConsent', { status: t(STATUS_KEYS[draft.consent_status]) })}
    </Notice>
  );
}

interface SentAddProps {
  form: AddForm;
  sent: Extract<EditedAdd, { kind: 'sent' }>;
  contact: Contact | null;
}

/** The add has left while it was edited: what differs from it is saved as a change of the contact, which says what it changes. */
function SentAdd({ form, sent, contact }: SentAddProps) {
  const { t, language } = useTranslation();
  const { open } = usePopup();
  const nameOf = interestNames(useLists().interests, language);
  const changes = changesSince(form, sent, contact).map((one) => operationWords(one, t, nameOf));
  return (
    <Notice
      tone="info"
      title={t('outbox.sentMeanwhile', { name: displayName(sent.draft) })}
      actions={
        contact === null ? null : (
          <Button weight="outline" onClick={() => open({ name: 'contact', contact })}>
            {t('existing.open')}
          </Button>
        )
      }
    >
      <p>{t(changes.length === 0 ? 'outbox.sentSame' : 'outbox.sentChanges')}</p>
      {changes.map((what) => (
        <p key={what} class="small">
          {what}
        </p>
      ))}
    </Notice>
  );
}
