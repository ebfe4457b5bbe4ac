/** The parts that only a registration list has: what its columns hold, which rows hold nobody, and who answered yes. */
import { useState } from 'preact/hooks';
import { ListAnswers } from '../../../components/bulk/list-answers.tsx';
import { ListColumns } from '../../../components/bulk/list-columns.tsx';
import { LostRows } from '../../../components/bulk/lost-rows.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import type { ColumnUse } from '../../../lib/capture/registration-list.ts';
import { localDay } from '../../../lib/i18n/index.ts';
import { useLists } from '../add/use-lists.ts';
import { usePopup } from '../context/popup-context.ts';
import { statusOfGround } from '../form/add-form.ts';
import { formDefaults } from '../form/form-defaults.ts';
import type { ListUnderReview } from '../form/form-fields.ts';
import { countAnswers } from './bulk-rows.ts';
import { newReview } from './review.ts';
import type { Bulk } from './use-bulk.ts';

/** When a column gets another meaning, all rows are read again. */
export function ListSection({ bulk, list: first }: { bulk: Bulk; list: ListUnderReview }) {
  const { account, settings } = usePopup();
  const { language } = useTranslation();
  const { interests } = useLists();
  const [list, setList] = useState(first);
  const use = async (at: number, next: ColumnUse) => {
    const columns = list.columns.map((column, index) => (index === at ? { ...column, use: next } : column));
    const defaults = await formDefaults(account.id, settings, language);
    const { formsFromList } = await import('../form/captured-forms.ts');
    const read = formsFromList({ ...list, columns }, defaults);
    setList(read.list);
    bulk.replace(newReview(read.forms, defaults).rows);
  };
  return (
    <>
      <ListColumns list={list} interests={interests} onUse={(at, next) => void use(at, next)} />
      <LostRows rows={list.lost} />
    </>
  );
}

/** A list's answer counts as consent only once a person has said so. */
export function AnswersSection({ bulk }: { bulk: Bulk }) {
  const { settings } = usePopup();
  const [taken, setTaken] = useState(false);
  const counts = countAnswers(bulk.rows);
  if (counts.yes + counts.no === 0) return null;
  const status = statusOfGround('asked', settings);
  const question = bulk.rows.find(({ form }) => form.answer?.question !== undefined)?.form.answer?.question;
  const isAllowed = settings.allowedConsentStatuses.includes(status);
  return (
    <ListAnswers
      counts={counts}
      question={question ?? ''}
      status={status}
      today={localDay(Date.now())}
      taken={taken}
      onTake={
        isAllowed && counts.yes > 0
          ? (undatedDay) => {
              bulk.takeAnswers(undatedDay);
              setTaken(true);
            }
          : undefined
      }
    />
  );
}
