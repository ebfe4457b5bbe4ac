/** The add view: all that is known is filled in; the person checks it, chooses the consent and presses Enter. */
import '../../../components/styles/put-on-form-styles.ts';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { needsDescription } from '../../../../shared/consent.ts';
import { readEmail } from '../../../../shared/email-address.ts';
import { CapturedAnswer } from '../../../components/add/captured-answer.tsx';
import { ConsentFields } from '../../../components/add/consent-fields.tsx';
import { isDescriptionOverlong, lengthNote, overlongFields } from '../../../components/add/field-limits.ts';
import { InterestsPicker } from '../../../components/add/interests-picker.tsx';
import { MainFields, MoreFields } from '../../../components/add/person-fields.tsx';
import { UnknownTags } from '../../../components/add/unknown-tags.tsx';
import { Button } from '../../../components/button.tsx';
import { CONFIRM_SHORTCUT, confirmKeys } from '../../../components/confirm-keys.ts';
import { STATUS_KEYS } from '../../../components/consent-words.ts';
import { EMAIL_FAULT_KEYS } from '../../../components/email-words.ts';
import { type FieldNote, TextField } from '../../../components/field.tsx';
import { focusFirstFault, useFaultFocus } from '../../../components/first-fault.ts';
import { Refusal } from '../../../components/outbox/refusal.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { useToday } from '../../../components/use-today.ts';
import { ViewBar } from '../../../components/view-bar.tsx';
import type { LastChoices } from '../../../lib/memory/last-choices-item.ts';
import { isUncertain } from '../../../lib/outbox/failure-policy.ts';
import type { OutboxItem } from '../../../lib/outbox/outbox-item.ts';
import type { Settings } from '../../../lib/settings/settings.ts';
import { usePopup } from '../context/popup-context.ts';
import { useOneAtATime } from '../context/use-one-at-a-time.ts';
import { NO_OUTBOX } from '../context/use-outbox.ts';
import {
  contactLanguage,
  firstGround,
  groundProblem,
  groundsLeftOut,
  lacksProof,
  statusOfGround,
  takeAddress,
} from '../form/add-form.ts';
import { type EditedAdd, editedAdd } from '../form/edited-add.ts';
import { type AddForm, isBlank } from '../form/form-fields.ts';
import { usualGrounds } from '../form/last-choices.ts';
import { mayOfferAsked } from '../form/list-answer.ts';
import { useOtherDrafts } from '../form/use-draft.ts';
import { useLookUp } from '../form/use-look-up.ts';
import {
  existingWords,
  isAnswerBeside,
  LookUpResult,
  outcomeWords,
  waitingWords,
} from './look-up-result.tsx';
import { QuickSave } from './quick-save.tsx';
import { type AddFormProps, useAddForm } from './use-add-form.ts';
import { useLastChoices } from './use-last-choices.ts';
import { useRecorder } from './use-recorder.tsx';
import { useSaveContact } from './use-save-contact.ts';

const TITLES = { none: 'add.title', waits: 'outbox.editTitle', sent: 'outbox.editSent' } as const;

/** "Edit before sending" is said only of what certainly is not sent yet. */
function titleOf({ kind }: EditedAdd, item: OutboxItem | undefined) {
  return kind === 'waits' && item !== undefined && isUncertain(item) ? 'outbox.editTried' : TITLES[kind];
}

/** Whether Envoke, the law or the settings cannot take the form as it is. */
function isAtFault(form: AddForm, today: string, allowed: Settings['allowedConsentStatuses']): boolean {
  return (
    !allowed.includes(form.status) ||
    !readEmail(form.fields.email).ok ||
    overlongFields(form.fields).length > 0 ||
    groundProblem(form, today) !== null ||
    lacksProof(form) ||
    isDescriptionOverlong(form)
  );
}

interface FirstFocus {
  root: RefObject<HTMLFormElement | null>;
  /** Undefined until they are known: the order of the grounds is not final before. */
  last: LastChoices | undefined;
  /** Somebody has decided on the consent already: the focus stays away from the other grounds. */
  isDecided: boolean;
  /** The answer of a form turned out to be about somebody who is known: it is read before anything else. */
  isBeside: boolean;
}

/** Whether the person has not moved yet. */
function isAtStart(): boolean {
  const focused = document.activeElement;
  return focused === document.body || focused?.matches('h1, [type=radio]:checked') === true;
}

/**
 * The focus starts on the first field at fault. A filled-in form without one lacks only the ground, so it starts on
 * the choice that is in effect: neither Space nor Enter chooses another there, and no key writes anything. If the
 * person has moved on meanwhile, the focus stays where it is.
 */
function useFirstFocus({ root, last, isDecided, isBeside }: FirstFocus): void {
  useLayoutEffect(() => {
    if (!isAtStart() || focusFirstFault(root.current) || isDecided || isBeside) return;
    root.current?.querySelector<HTMLElement>('[type=radio]:checked')?.focus();
    // What the form answered is read before the choice.
    root.current?.querySelector('[data-answer]')?.scrollIntoView({ block: 'nearest' });
  }, [last]);
  useLayoutEffect(() => {
    if (!isBeside || !isAtStart()) return;
    root.current?.querySelector('h1')?.focus({ preventScroll: true });
    // What Envoke has stands at its top, with the answer below it.
    root.current?.querySelector('[data-answer]')?.scrollIntoView({ block: 'start' });
  }, [isBeside]);
}

export function AddView(props: AddFormProps) {
  const { editedItemId, draftId } = props;
  const { t, language } = useTranslation();
  const { account, client, outbox, laidOver, settings, announce, open, back } = usePopup();
  const control = useAddForm(props);
  const edited = editedAdd(editedItemId, outbox === NO_OUTBOX ? null : outbox);
  const editedItem = outbox.items.find(({ id }) => id === editedItemId);
  const { form, lists } = control;
  const lookUp = useLookUp(form.fields.email, { client, outbox, laidOver, editedItemId });
  const there = lookUp.status === 'there' ? lookUp.contact : null;
  const isTaken = there !== null || waitingWords(lookUp, t) !== '';
  const isBeside = isAnswerBeside(control.form, lookUp, edited);
  const others = useOtherDrafts(account.id, draftId);
  const save = useSaveContact({ edited, draftId, ...control });
  const [tried, setTried] = useState(false);
  const recorder = useRecorder();
  const last = useLastChoices(account.id);
  const today = useToday();
  const root = useRef<HTMLFormElement>(null);
  const email = useRef<HTMLInputElement>(null);
  const showFault = useFaultFocus(root);
  const reading = readEmail(form.fields.email);
  const [startsAtEmail] = useState(!reading.ok);
  useLayoutEffect(() => (startsAtEmail ? email.current?.focus() : undefined), []);
  const isDecided = editedItemId !== null || needsDescription(form.status);
  useFirstFocus({ root, last, isDecided, isBeside });

  const { busy, run } = useOneAtATime();
  const isSaving = busy || save.busy;

  const allowed = settings.allowedConsentStatuses;
  const isAllowed = allowed.includes(form.status);
  const submit = async (form: AddForm) => {
    setTried(true);
    if (isAtFault(form, today, allowed)) return showFault();
    if (save.busy) return;
    const isOther = edited.kind === 'sent' && there !== null && there.id !== edited.contactId;
    if (lookUp.status === 'there' && (edited.kind === 'none' || isOther)) {
      return announce({ tone: 'bad', text: existingWords(form, lookUp.contact, t) });
    }
    const waiting = waitingWords(lookUp, t);
    if (waiting !== '') return announce({ tone: 'bad', text: waiting });
    if (!(await recorder.confirm())) return;
    const taken = { ...(await control.settled(form)), fields: takeAddress(form.fields) };
    if (edited.kind === 'sent') await save.change(taken, edited, there);
    else await save.create(taken);
  };
  const saveForm = (form: AddForm) => void run(() => submit(form));
  const emailNote: FieldNote | null =
    tried && !reading.ok
      ? { tone: 'bad', text: t(EMAIL_FAULT_KEYS[reading.fault]) }
      : lengthNote('email', form.fields.email, t);
  return (
    <form
      ref={root}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        saveForm(form);
      }}
      onKeyDown={confirmKeys(() => saveForm(form))}
    >
      <ViewBar title={t(titleOf(edited, editedItem))} onBack={back} takesFocus={!startsAtEmail}>
        <Button weight="primary" type="submit" shortcut={CONFIRM_SHORTCUT}>
          {isSaving
            ? t('add.saving')
            : isAllowed
              ? t('add.saveAs', { status: t(STATUS_KEYS[form.status]) })
              : t('add.save')}
        </Button>
      </ViewBar>
      <div class="view">
        <Refusal item={editedItem} />
        {others === 0 ? null : <p class="small soft">{t('add.unfinished', { count: others })}</p>}
        <TextField
          keyboard="email"
          label={t('field.email')}
          inputRef={email}
          value={form.fields.email}
          note={emailNote}
          onChange={(value) => control.setField('email', value)}
          onLeave={() => control.setForm({ ...form, fields: takeAddress(form.fields) })}
        />
        <LookUpResult lookUp={lookUp} edited={edited} form={form} save={save} onFault={showFault} />
        {settings.bulk && editedItemId === null && isBlank(form) ? (
          <Button weight="quiet" icon="copy" onClick={() => open({ name: 'paste' })}>
            {t('paste.title')}
          </Button>
        ) : null}
        <MainFields values={form.fields} onChange={control.setField} />
        {isTaken || editedItemId !== null || form.basis !== firstGround(settings) ? null : (
          <QuickSave form={form} busy={isSaving} onSave={saveForm} />
        )}
        {form.answer === undefined || isBeside ? null : (
          <div data-answer="">
            <CapturedAnswer
              answer={form.answer}
              status={form.status}
              outcome={outcomeWords(lookUp, edited, t)}
            />
          </div>
        )}
        <ConsentFields
          choice={form}
          groundStatus={statusOfGround(form.basis, settings)}
          allowed={allowed}
          isTried={tried}
          hidden={groundsLeftOut(settings)}
          usual={usualGrounds(last, settings)}
          last={mayOfferAsked(form) ? (last?.basis ?? null) : null}
          today={today}
          problem={tried ? groundProblem(form, today) : null}
          onDay={control.setDay}
          onCondition={control.setCondition}
          onNotProvided={control.setNotProvided}
          descriptionLanguage={contactLanguage(form, language)}
          descriptionNote={
            tried && lacksProof(form) ? { tone: 'bad', text: t('consent.descriptionNeeded') } : null
          }
          onBasis={control.setBasis}
          onStatus={control.setStatus}
          onDescription={control.setDescription}
        />
        {recorder.field}
        <UnknownTags names={control.unknownTags} />
        <InterestsPicker
          offered={lists.interests}
          chosen={form.interests}
          onToggle={control.toggleInterest}
        />
        <MoreFields values={form.fields} onChange={control.setField} />
      </div>
    </form>
  );
}
