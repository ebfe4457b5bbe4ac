/** The people of a bulk review, one line each. */
import { GROUND_RULES } from '../../../../shared/consent-grounds.ts';
import { BulkRowLine } from '../../../components/bulk/bulk-row.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { localDay } from '../../../lib/i18n/index.ts';
import { usePopup } from '../context/popup-context.ts';
import { contactLanguage, groundProblem, lacksProof } from '../form/add-form.ts';
import { sameElsewhere } from './bulk-rows.ts';
import type { Bulk } from './use-bulk.ts';

interface BulkRowsProps {
  bulk: Bulk;
  /** Whether to mark a consent that lacks its proof or its day: only once the person tried to send. */
  complains: boolean;
}

export function BulkRows({ bulk, complains }: BulkRowsProps) {
  const { t, language } = useTranslation();
  const { settings } = usePopup();
  const today = localDay(Date.now());
  return (
    <ul class="lines lines-windowed" aria-label={t('bulk.list')}>
      {bulk.rows.map((row) => {
        const { id, form, ticked, hasOwnConsent } = row;
        const obstacle = bulk.obstacles.get(id);
        const isMarked = complains && ticked && obstacle === undefined;
        const own = {
          status: form.status,
          description: form.description,
          language: contactLanguage(form, language),
          lacksProof: isMarked && lacksProof(form),
          problem: isMarked ? groundProblem(form, today) : null,
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
            sameElsewhere={sameElsewhere(row, bulk.rows)}
            onCorrectOthers={(name) => bulk.correctOthers(row, name)}
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
