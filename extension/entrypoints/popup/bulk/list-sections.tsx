/** The parts that only a registration list has: what its columns hold, which rows hold nobody, and who answered yes. */
import { ListAnswers } from '../../../components/bulk/list-answers.tsx';
import { ListColumns } from '../../../components/bulk/list-columns.tsx';
import { LostRows } from '../../../components/bulk/lost-rows.tsx';
import type { ColumnUse, ListUnderReview } from '../../../lib/capture/registration-list.ts';
import { localDay } from '../../../lib/i18n/index.ts';
import { useFormDefaults } from '../add/use-consent-decision.ts';
import { useLists } from '../add/use-lists.ts';
import { usePopup } from '../context/popup-context.ts';
import { statusOfGround } from '../form/add-form.ts';
import { formsFromList } from '../form/captured-forms.ts';
import { countAnswers } from './bulk-rows.ts';
import type { Bulk } from './use-bulk.ts';

/** When a column gets another meaning, all rows are read again before anything can be sent. */
export function ListSection({ bulk, list }: { bulk: Bulk; list: ListUnderReview }) {
  const words = useFormDefaults();
  const { interests } = useLists();
  const use = (at: number, next: ColumnUse) => {
    const columns = list.columns.map((column, index) => (index === at ? { ...column, use: next } : column));
    const read = formsFromList({ ...list, columns }, { ...words, last: undefined });
    bulk.reread(read.forms, read.list);
  };
  return (
    <>
      <ListColumns list={list} interests={interests} onUse={use} />
      <LostRows rows={list.lost} />
    </>
  );
}

/** A list's answer counts as consent only once a person has said so. */
export function AnswersSection({ bulk }: { bulk: Bulk }) {
  const { settings } = usePopup();
  const counts = countAnswers(bulk.rows);
  if (counts.yes + counts.no + counts.unclear === 0) return null;
  const status = statusOfGround('asked', settings);
  const question = bulk.rows.find(({ form }) => form.answer?.question !== undefined)?.form.answer?.question;
  const isAllowed = settings.allowedConsentStatuses.includes(status);
  return (
    <ListAnswers
      counts={counts}
      question={question ?? ''}
      status={status}
      today={localDay(Date.now())}
      onTake={isAllowed && counts.yes > 0 ? bulk.takeAnswers : undefined}
    />
  );
}
