/** The bulk view: review, correct, decide on consent, send. Nothing is sent before the button is pressed. */
import '../../../components/styles/put-on-form-styles.ts';
import { useMemo, useRef, useState } from 'preact/hooks';
import { BULK_MAX_PEOPLE } from '../../../../shared/limits.ts';
import { ConsentGround, ConsentRecord } from '../../../components/add/consent-fields.tsx';
import { InterestsPicker } from '../../../components/add/interests-picker.tsx';
import { UnknownTags } from '../../../components/add/unknown-tags.tsx';
import { Button } from '../../../components/button.tsx';
import { Check } from '../../../components/choice.tsx';
import { CONFIRM_SHORTCUT, confirmKeys } from '../../../components/confirm-keys.ts';
import { STATUS_KEYS } from '../../../components/consent-words.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { useFaultFocus } from '../../../components/first-fault.ts';
import { Notice } from '../../../components/notice.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { ViewBar } from '../../../components/view-bar.tsx';
import type { ListUnderReview } from '../../../lib/capture/registration-list.ts';
import type { DraftOf } from '../../../lib/memory/drafts-item.ts';
import { useConsentDecision, useFormDefaults } from '../add/use-consent-decision.ts';
import { useLastChoices } from '../add/use-last-choices.ts';
import { useRecorder } from '../add/use-recorder.tsx';
import { BesideButton } from '../beside/beside-button.tsx';
import { usePopup } from '../context/popup-context.ts';
import { useOneAtATime } from '../context/use-one-at-a-time.ts';
import { useSteps } from '../context/use-steps.ts';
import { contactLanguage, groundsLeftOut, statusOfGround } from '../form/add-form.ts';
import type { AddForm } from '../form/form-fields.ts';
import { usualGrounds } from '../form/last-choices.ts';
import { useDraft } from '../form/use-draft.ts';
import { AnswersSection, ListSection, WithheldInterests } from './list-sections.tsx';
import { flattenReview, newReview, unflattenReview } from './review.ts';
import { BulkRows } from './review-list.tsx';
import { useBulk } from './use-bulk.ts';
import { useSendMany } from './use-send-many.ts';

interface BulkViewProps {
  forms: readonly AddForm[];
  list?: ListUnderReview | undefined;
  draftId: string;
  /** A review to continue, instead of a new one. */
  kept: DraftOf<'review'> | undefined;
  /** Made of pasted text, which is kept nowhere else. */
  fromText?: boolean | undefined;
}

export function BulkView({ forms, list, draftId, kept, fromText = false }: BulkViewProps) {
  const { t, language } = useTranslation();
  const { account, settings, back, announce } = usePopup();
  const words = useFormDefaults();
  const [first] = useState(() =>
    kept === undefined ? newReview(forms, list, words) : unflattenReview(kept),
  );
  const { busy, run } = useOneAtATime();
  const bulk = useBulk(first, busy);
  const decision = useConsentDecision(first.decision);
  const draft = useMemo(
    () => flattenReview(draftId, { ...bulk, origin: first.origin }, decision.form),
    [draftId, bulk.rows, bulk.list, decision.form],
  );
  // A review that was only looked at is read from its page again by one click; pasted text is not.
  const isUnfinished = useRef(kept !== undefined || fromText);
  isUnfinished.current ||= bulk.rows !== first.rows || bulk.list !== first.list || decision.isChanged;
  const forget = useDraft(account.id, draftId, isUnfinished.current ? draft : null, announce);
  const last = useLastChoices(account.id);
  const onStep = useSteps(bulk.askAgain);
  const recorder = useRecorder();
  const root = useRef<HTMLFormElement>(null);
  const showFault = useFaultFocus(root);
  const sending = useSendMany(
    {
      chosen: bulk.chosen,
      toCorrect: bulk.toCorrect,
      lookedUpAtMs: bulk.lookedUpAtMs,
      decision: decision.form,
      offered: decision.lists.interests,
      draft,
      forget,
      confirmRecorder: recorder.confirm,
      showFault,
    },
    run,
  );
  const { chosen, toCorrect, isAsking } = bulk;
  const canSend = chosen.length + toCorrect.length > 0 && !isAsking;
  const consent: Parameters<typeof ConsentGround>[0] = {
    choice: decision.form,
    isTried: sending.lacksProof,
    groundStatus: statusOfGround(decision.form.basis, settings),
    allowed: settings.allowedConsentStatuses,
    hidden: groundsLeftOut(settings),
    usual: usualGrounds(last, settings),
    last: last?.basis ?? null,
    today: words.today,
    problem: sending.groundProblem,
    descriptionLanguage: contactLanguage(decision.form, language),
    descriptionNote:
      sending.noteForAll ?? (decision.form.descriptionEdited ? null : { text: t('bulk.eachOwn') }),
    onDay: decision.setDay,
    onCondition: decision.setCondition,
    onNotProvided: decision.setNotProvided,
    onBasis: decision.setBasis,
    onStatus: decision.setStatus,
    onDescription: decision.setDescription,
  };
  const submit = () => (canSend ? void sending.send() : undefined);
  return (
    <form
      ref={root}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={confirmKeys(submit)}
    >
      <ViewBar title={t('bulk.title', { count: bulk.rows.length })} onBack={back}>
        <BesideButton />
        <Button weight="primary" type="submit" disabled={!canSend} shortcut={CONFIRM_SHORTCUT}>
          {busy
            ? t('add.saving')
            : toCorrect.length > 0
              ? t('bulk.showFault')
              : sending.status === null
                ? t('bulk.send', { count: chosen.length })
                : t('bulk.sendAs', { count: chosen.length, status: t(STATUS_KEYS[sending.status]) })}
        </Button>
      </ViewBar>
      {bulk.error === null ? null : <ErrorNotice error={bulk.error} onStep={onStep} />}
      <div class="view">
        {first.left === 0 ? null : <Notice tone="warn">{t('bulk.tooMany', { max: BULK_MAX_PEOPLE })}</Notice>}
        {bulk.list === null ? null : <ListSection bulk={bulk} list={bulk.list} />}
        <AnswersSection bulk={bulk} />
        <section class="stack">
          <h2>{t('bulk.forAll')}</h2>
          <ConsentGround {...consent} />
        </section>
        <div class="row row-spread">
          <Check
            label={t('bulk.everyone')}
            checked={bulk.rows.every(({ ticked }) => ticked)}
            onChange={bulk.tickAll}
          />
          <span class="small soft" role="status">
            {isAsking ? t('existing.asking') : t('bulk.ready', { count: chosen.length })}
            {isAsking || toCorrect.length === 0 ? null : (
              <b class="field-note-bad"> {t('bulk.toCorrect', { count: toCorrect.length })}</b>
            )}
          </span>
        </div>
        <BulkRows bulk={bulk} complains={sending.lacksProof} />
        <section class="stack">
          <h2>{t('bulk.recordForAll')}</h2>
          <ConsentRecord {...consent} />
          {recorder.field}
          <UnknownTags names={decision.unknownTags} />
          <InterestsPicker
            offered={decision.lists.interests}
            chosen={decision.form.interests}
            onToggle={decision.toggleInterest}
          />
          <WithheldInterests rows={bulk.chosen} decision={decision} />
        </section>
      </div>
    </form>
  );
}
