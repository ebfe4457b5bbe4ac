/** The people of a bulk review, one line each. */
import { useMemo } from 'preact/hooks';
import { earliestGroundDay, GROUND_RULES } from '../../../../shared/consent-grounds.ts';
import { BulkRowLine } from '../../../components/bulk/bulk-row.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { useToday } from '../../../components/use-today.ts';
import { usePopup } from '../context/popup-context.ts';
import { contactLanguage, groundProblem, lacksProof } from '../form/add-form.ts';
import { type BulkRow, isUnrecordedRow, mayFollowAll, sameElsewhere } from './bulk-rows.ts';
import type { Bulk } from './use-bulk.ts';

interface BulkRowsProps {
  bulk: Bulk;
  /** Whether to mark a consent that lacks its proof or its day: only once the person tried to send. */
  complains: boolean;
}

export function BulkRows({ bulk, complains }: BulkRowsProps) {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <ul class="lines lines-windowed" aria-label={t('bulk.list')}>
      {bulk.rows.map((row) => (
        <ReviewRow key={row.id} row={row} bulk={bulk} complains={complains} today={today} />
      ))}
    </ul>
  );
}

/** Draws its line anew only where something of it has changed: with 500 people, typing would lag otherwise. */
function ReviewRow({ row, bulk, complains, today }: BulkRowsProps & { row: BulkRow; today: string }) {
  const { t, language } = useTranslation();
  const { settings } = usePopup();
  const { id, form, ticked, hasOwnConsent } = row;
  const obstacle = bulk.obstacles.get(id);
  const there = obstacle?.kind === 'in-envoke' ? obstacle.contact : null;
  const isUnrecorded = obstacle !== undefined && isUnrecordedRow(row, obstacle);
  const waits =
    obstacle?.kind === 'waits' ? 'add' : obstacle?.kind === 'unsubscribing' ? 'unsubscribing' : null;
  const same = sameElsewhere(row, bulk.rows);
  const isMarked = complains && ticked && obstacle === undefined;
  const line = () => (
    <BulkRowLine
      values={form.fields}
      ticked={ticked}
      own={
        hasOwnConsent
          ? {
              status: form.status,
              description: form.description,
              language: contactLanguage(form, language),
              lacksProof: isMarked && lacksProof(form),
              isTried: isMarked,
              problem: isMarked ? groundProblem(form, today) : null,
              happenedOn: GROUND_RULES[form.basis].asksDay === null ? null : form.happenedOn,
              min: earliestGroundDay(form.basis),
              today,
            }
          : null
      }
      mayFollowAll={mayFollowAll(row)}
      allowed={settings.allowedConsentStatuses}
      there={there}
      isUnrecordedNo={isUnrecorded}
      waits={waits}
      twice={obstacle?.kind === 'twice'}
      wrongEmail={obstacle?.kind === 'wrong-email'}
      sameElsewhere={same}
      onCorrectOthers={(name) => bulk.correctOthers(row, name)}
      onTick={(next) => bulk.tick(id, next)}
      onField={(name, value) => bulk.setField(id, name, value)}
      onStatus={(status) => bulk.setStatus(id, status)}
      onDay={(day) => bulk.setDay(id, day)}
      onDescription={(description) => bulk.setDescription(id, description)}
    />
  );
  return useMemo(line, [
    row,
    obstacle?.kind,
    there,
    isUnrecorded,
    [...same].join(' '),
    isMarked,
    settings,
    t,
    today,
  ]);
}
