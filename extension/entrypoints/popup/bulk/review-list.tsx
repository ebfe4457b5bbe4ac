/** The people of a bulk review, one line each. */
import { GROUND_RULES } from '../../../../shared/consent-grounds.ts';
import { BulkRowLine } from '../../../components/bulk/bulk-row.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { localDay } from '../../../lib/i18n/index.ts';
import { usePopup } from '../context/popup-context.ts';
import { contactLanguage, lacksProof } from '../form/add-form.ts';
import type { Bulk } from './use-bulk.ts';

interface BulkRowsProps {
  bulk: Bulk;
  /** Whether to mark a consent that lacks its proof: only once the person tried to send. */
  complains: boolean;
}

export function BulkRows({ bulk, complains }: BulkRowsProps) {
  const { t, language } = useTranslation();
  const { settings } = usePopup();
  const today = localDay(Date.now());
  return (
    <ul class="lines lines-windowed" aria-label={t('bulk.list')}>
      {bulk.rows.map(({ id, form, ticked, hasOwnConsent }) => {
        const obstacle = bulk.obstacles.get(id);
        const own = {
          status: form.status,
          description: form.description,
          language: contactLanguage(form, language),
          lacksProof: complains && lacksProof(form),
          happenedOn: GROUND_RULES[form.basis].asksDay === null ? null : form.happenedOn,
          today,
        };
        return (
          <BulkRowLine
            key={id}
            values={form.fields}
            ticked={ticked}
            own={hasOwnConsent ? own : null}
            allowed={settings.allowedConsentStatuses}
            there={obstacle?.kind === 'in-envoke' ? obstacle.contact : null}
            twice={obstacle?.kind === 'twice'}
            wrongEmail={obstacle?.kind === 'wrong-email'}
            onTick={(next) => bulk.tick(id, next)}
            onField={(name, value) => bulk.setField(id, name, value)}
            onStatus={(status) => bulk.setStatus(id, status)}
            onDay={(day) => bulk.setDay(id, day)}
            onDescription={(description) => bulk.setDescription(id, description)}
          />
        );
      })}
    </ul>
  );
}
