/** Many at once: look through, fix, decide on consent, send. Nothing is sent before the button. */
import '../../../components/styles/forms.css';
import { useState } from 'preact/hooks';
import { BULK_MAX_PEOPLE } from '../../../../shared/limits.ts';
import { ConsentFields } from '../../../components/add/consent-fields.tsx';
import { InterestsPicker } from '../../../components/add/interests-picker.tsx';
import { BulkRowLine } from '../../../components/bulk/bulk-row.tsx';
import { Button } from '../../../components/button.tsx';
import { needsDescription } from '../../../components/consent-words.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { ViewBar } from '../../../components/view-bar.tsx';
import { contactLanguage } from '../state/add-form.ts';
import { toOperations } from '../state/bulk-rows.ts';
import type { AddForm } from '../state/form-fields.ts';
import { usePopup } from '../state/popup-context.ts';
import { useBulk } from '../state/use-bulk.ts';
import { useConsentDecision } from '../state/use-consent-decision.ts';
import { useLists } from '../state/use-lists.ts';
import { useSteps } from '../state/use-steps.ts';

export function BulkView({ forms }: { forms: readonly AddForm[] }) {
  const { t, language } = useTranslation();
  const { client, settings, send, home, open, back } = usePopup();
  const bulk = useBulk(forms.slice(0, BULK_MAX_PEOPLE));
  const decision = useConsentDecision(forms[0]);
  const lists = useLists(client);
  const onStep = useSteps(() => undefined);
  const [missing, setMissing] = useState(false);
  const { chosen, obstacles } = bulk;
  const submit = async () => {
    const lacks = needsDescription(decision.form.status) && decision.form.description.trim() === '';
    setMissing(lacks);
    if (lacks || chosen.length === 0) return;
    const taken = t('bulk.taken', { count: chosen.length });
    if (!(await send(toOperations(chosen, decision.form), { taken, batch: true }))) return;
    home();
    open({ name: 'outbox' });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ViewBar title={t('bulk.title', { count: forms.length })} onBack={back}>
        <Button weight="primary" type="submit" disabled={chosen.length === 0}>
          {t('bulk.send', { count: chosen.length })}
        </Button>
      </ViewBar>
      {bulk.error === null ? null : <ErrorNotice error={bulk.error} onStep={onStep} />}
      <div class="view">
        {forms.length > BULK_MAX_PEOPLE ? (
          <Notice tone="warn">{t('bulk.tooMany', { max: BULK_MAX_PEOPLE })}</Notice>
        ) : null}
        <p class="small soft" role="status">
          {bulk.isAsking ? t('existing.asking') : t('bulk.ready', { count: chosen.length })}
        </p>
        <ul class="lines lines-windowed" aria-label={t('bulk.list')}>
          {bulk.rows.map((row) => {
            const obstacle = obstacles.get(row.id);
            return (
              <BulkRowLine
                key={row.id}
                values={row.form.fields}
                ticked={row.ticked}
                ownStatus={row.ownStatus}
                allowed={settings.allowedConsentStatuses}
                there={obstacle?.kind === 'in-envoke' ? obstacle.contact : null}
                twice={obstacle?.kind === 'twice'}
                wrongEmail={obstacle?.kind === 'wrong-email'}
                onTick={(ticked) => bulk.tick(row.id, ticked)}
                onField={(name, value) => bulk.setField(row.id, name, value)}
                onStatus={(status) => bulk.setStatus(row.id, status)}
              />
            );
          })}
        </ul>
        <section class="stack">
          <h2>{t('bulk.forAll')}</h2>
          <ConsentFields
            choice={decision.form}
            allowed={settings.allowedConsentStatuses}
            descriptionLanguage={contactLanguage(decision.form, language)}
            descriptionNote={missing ? { tone: 'bad', text: t('consent.descriptionNeeded') } : null}
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
