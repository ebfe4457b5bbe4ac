/** Many at once: look through, fix, decide on consent, send. Nothing is sent before the button. */
import '../../../components/styles/put-on-form-styles.ts';
import { useState } from 'preact/hooks';
import { BULK_MAX_PEOPLE } from '../../../../shared/limits.ts';
import { ConsentFields } from '../../../components/add/consent-fields.tsx';
import { InterestsPicker } from '../../../components/add/interests-picker.tsx';
import { Button } from '../../../components/button.tsx';
import { Check } from '../../../components/choice.tsx';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { ViewBar } from '../../../components/view-bar.tsx';
import { localDay } from '../../../lib/i18n/index.ts';
import type { UnfinishedReview } from '../../../lib/memory/add-form-items.ts';
import { confirmsReview } from '../add/confirms-form.ts';
import { useConsentDecision } from '../add/use-consent-decision.ts';
import { useLastChoices } from '../add/use-last-choices.ts';
import { useLists } from '../add/use-lists.ts';
import { useGoOn } from '../add/use-set-aside.ts';
import { usePopup } from '../context/popup-context.ts';
import { useSteps } from '../context/use-steps.ts';
import { contactLanguage, groundsLeftOut } from '../form/add-form.ts';
import type { AddForm } from '../form/form-fields.ts';
import { usualGrounds } from '../form/last-choices.ts';
import { newReview, unflattenReview } from './review.ts';
import { BulkRows } from './review-list.tsx';
import { useBulk } from './use-bulk.ts';
import { useKeptReview } from './use-kept-review.ts';
import { useSendMany } from './use-send-many.ts';

interface BulkViewProps {
  forms: readonly AddForm[];
  /** A review to go on with, instead of a new one. */
  kept: UnfinishedReview | null;
}

export function BulkView({ forms, kept }: BulkViewProps) {
  const { t, language } = useTranslation();
  const { account, settings, back } = usePopup();
  const [first] = useState(() => (kept === null ? newReview(forms) : unflattenReview(kept)));
  const bulk = useBulk(first.rows);
  const decision = useConsentDecision(first.decision);
  useKeptReview(account.id, bulk.rows, decision.form);
  const lists = useLists();
  const last = useLastChoices(account.id);
  const today = localDay(Date.now());
  const onStep = useSteps(bulk.askAgain);
  const sending = useSendMany(bulk.chosen, decision.form);
  const { chosen, isAsking } = bulk;
  const canSend = chosen.length > 0 && !isAsking && !sending.busy;
  const submit = () => (canSend ? void sending.send() : undefined);
  const { goOn } = useGoOn();
  // Kept, as when the popup closes: the list offers it, to go on with or to discard.
  const leave = () => {
    back();
    void goOn();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (confirmsReview(event)) submit();
      }}
    >
      <ViewBar title={t('bulk.title', { count: bulk.rows.length })} onBack={leave}>
        <Button weight="primary" type="submit" disabled={!canSend}>
          {t('bulk.send', { count: chosen.length })}
        </Button>
      </ViewBar>
      {bulk.error === null ? null : <ErrorNotice error={bulk.error} onStep={onStep} />}
      <div class="view">
        {first.left === 0 ? null : <Notice tone="warn">{t('bulk.tooMany', { max: BULK_MAX_PEOPLE })}</Notice>}
        <div class="row row-spread">
          <Check
            label={t('bulk.everyone')}
            checked={bulk.rows.every(({ ticked }) => ticked)}
            onChange={bulk.tickAll}
          />
          <span class="small soft" role="status">
            {isAsking ? t('existing.asking') : t('bulk.ready', { count: chosen.length })}
          </span>
        </div>
        <BulkRows bulk={bulk} complains={sending.lacksProof} />
        <section class="stack">
          <h2>{t('bulk.forAll')}</h2>
          <ConsentFields
            choice={decision.form}
            allowed={settings.allowedConsentStatuses}
            hidden={groundsLeftOut(settings)}
            usual={usualGrounds(last)}
            last={last?.basis ?? null}
            today={today}
            problem={sending.groundProblem}
            onDay={decision.setDay}
            onCondition={decision.setCondition}
            onNotProvided={decision.setNotProvided}
            descriptionLanguage={contactLanguage(decision.form, language)}
            descriptionNote={
              sending.noteForAll ?? (decision.form.descriptionEdited ? null : { text: t('bulk.eachOwn') })
            }
            onBasis={decision.setBasis}
            onStatus={decision.setStatus}
            onDescription={decision.setDescription}
          />
          <InterestsPicker
            offered={lists.interests}
            chosen={decision.form.interests}
            onToggle={decision.toggleInterest}
          />
        </section>
      </div>
    </form>
  );
}
