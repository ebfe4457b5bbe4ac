/** The add view: all that is known is filled in; the person checks it, chooses the consent and presses Enter. */
import '../../../components/styles/put-on-form-styles.ts';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { readEmail } from '../../../../shared/email-address.ts';
import { ConsentFields, isTooLong } from '../../../components/add/consent-fields.tsx';
import { InterestsPicker } from '../../../components/add/interests-picker.tsx';
import { lengthNote, MainFields, MoreFields } from '../../../components/add/person-fields.tsx';
import { Button } from '../../../components/button.tsx';
import { CONFIRM_SHORTCUT, confirmKeys } from '../../../components/confirm-keys.ts';
import { STATUS_KEYS } from '../../../components/consent-words.ts';
import { EMAIL_FAULT_KEYS } from '../../../components/email-words.ts';
import { type FieldNote, TextField } from '../../../components/field.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { ViewBar } from '../../../components/view-bar.tsx';
import { localDay } from '../../../lib/i18n/index.ts';
import type { LastChoices } from '../../../lib/memory/last-choices-item.ts';
import { usePopup } from '../context/popup-context.ts';
import { contactLanguage, groundProblem, groundsLeftOut, lacksProof, takeAddress } from '../form/add-form.ts';
import { type AddForm, isBlank } from '../form/form-fields.ts';
import { usualGrounds } from '../form/last-choices.ts';
import { useOtherDrafts } from '../form/use-draft.ts';
import { useLookUp } from '../form/use-look-up.ts';
import { LookUpResult } from './look-up-result.tsx';
import { QuickSave } from './quick-save.tsx';
import { type AddFormProps, useAddForm } from './use-add-form.ts';
import { useLastChoices } from './use-last-choices.ts';
import { useLists } from './use-lists.ts';
import { useRecorder } from './use-recorder.tsx';
import { useSaveContact } from './use-save-contact.ts';

type Problem = 'email' | 'description' | null;

function findProblem(form: AddForm): Problem {
  if (!readEmail(form.fields.email).ok) return 'email';
  return lacksProof(form) || isTooLong(form) ? 'description' : null;
}

/** Scrolls the text below into view too; focus alone would leave it below the edge. */
function showField(field: HTMLElement | null): void {
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}

/** The day or the condition that is missing, or the notice that the period is over. */
function showGround(form: HTMLElement | null): void {
  const field = form?.querySelector<HTMLElement>('[type=date], [type=checkbox]');
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}

/**
 * A filled-in form lacks only the ground, so the focus starts on its choices: no key there writes anything. It waits
 * until the last choices are known and the order is final; if the person has moved on by then, the focus stays where it
 * is.
 */
function useGroundFocus(
  root: RefObject<HTMLFormElement | null>,
  last: LastChoices | undefined,
  isFilled: boolean,
): void {
  useLayoutEffect(() => {
    const focused = document.activeElement;
    const isAtStart = focused === document.body || focused?.matches('h1, [type=radio]:not(:checked)');
    if (isFilled && isAtStart)
      root.current?.querySelector<HTMLElement>('[type=radio]:not(:checked)')?.focus();
  }, [last]);
}

export function AddView(props: AddFormProps) {
  const { editedItemId, draftId } = props;
  const { t, language } = useTranslation();
  const { account, client, settings, announce, open, back } = usePopup();
  const control = useAddForm(props);
  const { form } = control;
  const lists = useLists();
  const lookUp = useLookUp(client, form.fields.email);
  const others = useOtherDrafts(account.id, draftId);
  const save = useSaveContact({ editedItemId, draftId, forget: control.forget });
  const [problem, setProblem] = useState<Problem>(null);
  const [tried, setTried] = useState(false);
  const recorder = useRecorder();
  const last = useLastChoices(account.id);
  const today = localDay(Date.now());
  const root = useRef<HTMLFormElement>(null);
  const email = useRef<HTMLInputElement>(null);
  const description = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => (form.fields.email === '' ? email.current?.focus() : undefined), []);
  useGroundFocus(root, last, form.fields.email !== '');

  const submit = async (form: AddForm) => {
    const found = findProblem(form);
    setProblem(found);
    setTried(true);
    if (found !== null) showField((found === 'email' ? email : description).current);
    if (found !== null || save.busy) return;
    if (groundProblem(form, today) !== null) return showGround(root.current);
    if (lookUp.status === 'there' && editedItemId === null) {
      return announce({ tone: 'bad', text: t('existing.saveHint', { email: lookUp.contact.email }) });
    }
    if (!(await recorder.confirm())) return;
    await save.create({ ...form, fields: takeAddress(form.fields) });
  };
  const reading = readEmail(form.fields.email);
  const emailNote: FieldNote | null =
    problem === 'email' && !reading.ok
      ? { tone: 'bad', text: t(EMAIL_FAULT_KEYS[reading.fault]) }
      : lengthNote('email', form.fields.email, t);
  return (
    <form
      ref={root}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit(form);
      }}
      onKeyDown={confirmKeys(() => void submit(form))}
    >
      <ViewBar title={t('add.title')} onBack={back} takesFocus={form.fields.email !== ''}>
        <Button weight="primary" type="submit" disabled={save.busy} shortcut={CONFIRM_SHORTCUT}>
          {t('add.saveAs', { status: t(STATUS_KEYS[form.status]) })}
        </Button>
      </ViewBar>
      <div class="view">
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
        <LookUpResult lookUp={lookUp} form={form} save={save} />
        {settings.bulk && editedItemId === null && isBlank(form) ? (
          <Button weight="quiet" icon="copy" onClick={() => open({ name: 'paste' })}>
            {t('paste.title')}
          </Button>
        ) : null}
        <MainFields values={form.fields} onChange={control.setField} />
        {lookUp.status === 'there' || editedItemId !== null || form.basis !== settings.defaultBasis ? null : (
          <QuickSave form={form} onSave={(decided) => void submit(decided)} />
        )}
        <ConsentFields
          choice={form}
          allowed={settings.allowedConsentStatuses}
          hidden={groundsLeftOut(settings)}
          usual={usualGrounds(last)}
          last={last?.basis ?? null}
          today={today}
          problem={tried ? groundProblem(form, today) : null}
          onDay={control.setDay}
          onCondition={control.setCondition}
          onNotProvided={control.setNotProvided}
          descriptionLanguage={contactLanguage(form, language)}
          descriptionRef={description}
          descriptionNote={
            problem === 'description' ? { tone: 'bad', text: t('consent.descriptionNeeded') } : null
          }
          onBasis={control.setBasis}
          onStatus={control.setStatus}
          onDescription={control.setDescription}
        />
        {recorder.field}
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
