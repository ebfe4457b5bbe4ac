/** What Envoke knows of the e-mail in the form; said in a live region as soon as it is known. */

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { isWithdrawn, needsDescription } from '../../../../shared/consent.ts';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import { AnswerBeside, unrecordedWords } from '../../../components/add/captured-answer.tsx';
import { ExistingContact } from '../../../components/add/existing-contact.tsx';
import { isOverlong } from '../../../components/add/field-limits.ts';
import { Button } from '../../../components/button.tsx';
import { STATUS_KEYS } from '../../../components/consent-words.ts';
import { statusWords } from '../../../components/contact/history.tsx';
import { interestNames } from '../../../components/interest-name.ts';
import { Notice } from '../../../components/notice.tsx';
import { operationWords } from '../../../components/outbox/action-words.ts';
import { displayName } from '../../../components/person-name.ts';
import { useTranslation } from '../../../components/translation.tsx';
import { consentDay } from '../../../lib/i18n/consent-day.ts';
import type { Translate } from '../../../lib/i18n/index.ts';
import { itemEmail, type OutboxItem } from '../../../lib/outbox/outbox-item.ts';
import type { Unsubscribing } from '../../../lib/outbox/pending-contact.ts';
import { unsubscribingOf } from '../../../lib/outbox/shown-consent.ts';
import { usePopup, type View } from '../context/popup-context.ts';
import { compareWithEnvoke, groundProblem, lacksProof } from '../form/add-form.ts';
import { changesSince, type EditedAdd } from '../form/edited-add.ts';
import type { AddForm } from '../form/form-fields.ts';
import { editOfAdd, isAgainstAdd, isUnrecordedNo, unsubscribingView } from '../form/list-answer.ts';
import type { LookUp } from '../form/use-look-up.ts';
import { useLists } from './use-lists.ts';
import type { SaveContact } from './use-save-contact.ts';

/**
 * Why a new contact is not saved, and the way that is there instead: the words follow what {@link ExistingContact} offers.
 */
export function existingWords(form: AddForm, contact: Contact, t: Translate): string {
  const hint = t('existing.saveHint', { email: contact.email });
  if (isUnrecordedNo(form.answer, contact))
    return `${hint} ${t('existing.wayUnsubscribe', { button: t('unsubscribe.open') })}`;
  const { gaps } = compareWithEnvoke(form, contact);
  const isBack = isWithdrawn(contact.consent.status);
  const ways = [
    ...(isBack ? [t('existing.wayBack', { button: t('existing.addBack') })] : []),
    ...(gaps.length === 0
      ? []
      : [t('existing.wayFill', { button: t('existing.fill', { count: gaps.length }) })]),
  ];
  const open = t('existing.wayOpen', { button: t('existing.open') });
  return [hint, ...(ways.length === 0 ? [open] : ways)].join(' ');
}

/** Why no add is saved beside another write about the same address; `''` where one may be. */
export function waitingWords(lookUp: LookUp, t: Translate): string {
  if (lookUp.status !== 'waiting' && lookUp.status !== 'unsubscribing') return '';
  const email = itemEmail(lookUp.item);
  return lookUp.status === 'waiting'
    ? t('existing.waitsHint', { email, button: t('outbox.edit') })
    : t('existing.unsubscribing', { email });
}

/** Whether it is the contact that the edited add has become: saving changes it. */
const isOwn = (edited: EditedAdd, contact: Contact | null) =>
  edited.kind === 'sent' && (contact === null || contact.id === edited.contactId);

/** Whether the answer of a form stands beside what is known of the person, and not above the decision. */
export function isAnswerBeside({ answer }: AddForm, lookUp: LookUp, edited: EditedAdd): boolean {
  if (answer?.optIn !== false) return false;
  const isKnown = ['there', 'waiting', 'unsubscribing'].includes(lookUp.status);
  return isKnown && !isOwn(edited, lookUp.status === 'there' ? lookUp.contact : null);
}

/** What becomes of an answer above the decision that is no yes; nothing before Envoke has been asked. */
export function outcomeWords(lookUp: LookUp, edited: EditedAdd, t: Translate): string {
  if (edited.kind === 'sent' || lookUp.status === 'new') return t('answer.kept');
  return lookUp.status === 'failed' ? t('answer.notAsked') : '';
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
  const { t, language } = useTranslation();
  const { open, settings } = usePopup();
  /** The contact that the person confirmed: the confirmation does not hold for another contact found meanwhile. */
  const [confirmedId, setConfirmedId] = useState<string | null>(null);
  const contact = lookUp.status === 'there' ? lookUp.contact : null;
  if (edited.kind === 'sent' && isOwn(edited, contact))
    return (
      <div role="status">
        <SentAdd form={form} sent={edited} contact={contact} />
      </div>
    );
  const unsubscribing = (of: Contact) =>
    isUnrecordedNo(form.answer, of) ? unsubscribingView(form, of, language) : undefined;
  const fillGaps = (of: Contact) => {
    const { gaps } = compareWithEnvoke(form, of);
    if (gaps.some(({ field, here }) => isOverlong(field, here))) onFault();
    else void save.fillGaps(form, of, unsubscribing(of));
  };
  const leadTo = (view: View | undefined) => view && (() => open(view));
  return (
    <div role="status" data-answer={isAnswerBeside(form, lookUp, edited) ? '' : undefined}>
      {lookUp.status === 'asking' ? <p class="small soft">{t('existing.asking')}</p> : null}
      {lookUp.status === 'new' ? <p class="small soft">{t('existing.new')}</p> : null}
      {lookUp.status === 'failed' ? <p class="small soft">{t('existing.notAsked')}</p> : null}
      {lookUp.status === 'waiting' ? <WaitingAdd item={lookUp.item} form={form} /> : null}
      {lookUp.status === 'unsubscribing' ? <WaitingUnsubscribing {...lookUp} form={form} /> : null}
      {contact === null ? null : (
        <ExistingContact
          contact={contact}
          {...compareWithEnvoke(form, contact)}
          confirmed={confirmedId === contact.id}
          hasProof={
            needsDescription(form.status) &&
            settings.allowedConsentStatuses.includes(form.status) &&
            !lacksProof(form) &&
            groundProblem(form, consentDay(Date.now())) === null
          }
          answer={<NoOfContact form={form} contact={contact} />}
          onUnsubscribe={leadTo(unsubscribing(contact))}
          onConfirm={(confirmed) => setConfirmedId(confirmed ? contact.id : null)}
          onFillGaps={() => fillGaps(contact)}
          onAddBack={() => void save.addBack(form, contact)}
          onOpen={() => open({ name: 'contact', contact })}
        />
      )}
    </div>
  );
}

/** The answer of the form that is no yes; nothing where there is none. */
function No({ form: { answer }, children }: { form: AddForm; children: ComponentChildren }) {
  return answer?.optIn === false ? <AnswerBeside answer={answer}>{children}</AnswerBeside> : null;
}

/** What the no of somebody whom Envoke has comes to: only a contact that is not emailed keeps it by itself. */
function NoOfContact({ form, contact }: { form: AddForm; contact: Contact }) {
  const { t } = useTranslation();
  const { outbox } = usePopup();
  const waiting = unsubscribingOf(contact.id, outbox.items);
  const words =
    form.answer !== undefined && isUnrecordedNo(form.answer, contact)
      ? unrecordedWords(form.answer, t)
      : waiting === undefined
        ? t('answer.already', { status: statusWords(contact.consent.status, t) })
        : t(waiting.isRefused ? 'unsubscribe.refused' : 'unsubscribe.underWay');
  return <No form={form}>{words}</No>;
}

/** Saved before, and not sent yet: changing it is one press away, what is typed here is kept as a draft. */
function WaitingAdd({ item, form }: { item: OutboxItem; form: AddForm }) {
  const { t } = useTranslation();
  const { open } = usePopup();
  const edit = editOfAdd(item, form.answer);
  if (edit === undefined || item.operation.kind !== 'create') return null;
  const { draft } = item.operation;
  const status = t(STATUS_KEYS[draft.consent_status]);
  const isAgainst = isAgainstAdd(form.answer, item);
  return (
    <Notice
      tone={isAgainst ? 'bad' : 'info'}
      title={t('existing.waits', { name: displayName(draft) })}
      actions={
        <Button weight="outline" onClick={() => open(edit)}>
          {t('outbox.edit')}
        </Button>
      }
    >
      <p>{t('outbox.doesConsent', { status })}</p>
      <No form={form}>
        {isAgainst ? t('answer.waitsAgainst', { button: t('outbox.edit') }) : t('answer.already', { status })}
      </No>
    </Notice>
  );
}

/** Envoke could not be asked, or has not answered; but who asked to be unsubscribed is known here. */
function WaitingUnsubscribing({ item, reason, isRefused, form }: Unsubscribing & { form: AddForm }) {
  const { t } = useTranslation();
  const { open } = usePopup();
  return (
    <Notice
      tone="bad"
      title={t('existing.withdrawn', { name: itemEmail(item) })}
      actions={
        <Button weight="outline" onClick={() => open({ name: 'outbox' })}>
          {t('outbox.look')}
        </Button>
      }
    >
      <p>{t(isRefused ? 'unsubscribe.refused' : 'unsubscribe.underWay')}</p>
      <p class="small">{t('outbox.doesUnsubscribe', { reason })}</p>
      <No form={form}>{null}</No>
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
