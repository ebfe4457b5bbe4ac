/** The parts that only a registration list has: its columns, rows that hold nobody, and what follows from the answers. */
import { ListAnswers } from '../../../components/bulk/list-answers.tsx';
import { ListColumns } from '../../../components/bulk/list-columns.tsx';
import { LostRows } from '../../../components/bulk/lost-rows.tsx';
import { UnrecordedNoes } from '../../../components/bulk/unrecorded-noes.tsx';
import { interestNames } from '../../../components/interest-name.ts';
import { displayName } from '../../../components/person-name.ts';
import { useTranslation } from '../../../components/translation.tsx';
import { useToday } from '../../../components/use-today.ts';
import type { ColumnUse, ListUnderReview } from '../../../lib/capture/registration-list.ts';
import { type ConsentDecision, useFormDefaults } from '../add/use-consent-decision.ts';
import { useLists } from '../add/use-lists.ts';
import { usePopup } from '../context/popup-context.ts';
import { statusOfGround } from '../form/add-form.ts';
import { formsFromList } from '../form/captured-forms.ts';
import { isTag } from '../form/first-tags.ts';
import { editOfAdd, unsubscribingView } from '../form/list-answer.ts';
import { type BulkRow, countAnswers, eachOnce, isOverruled, unrecordedNoes } from './bulk-rows.ts';
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
  const today = useToday();
  const said = countAnswers(eachOnce(bulk.rows, bulk.obstacles));
  if (said.yes + said.no + said.unclear === 0) return null;
  // Who is added is known only once Envoke has answered, or could not be asked.
  const added = bulk.isAsking ? null : countAnswers(bulk.selected.filter((row) => !isOverruled(row)));
  const status = statusOfGround('asked', settings);
  const question = bulk.rows.find(({ form }) => form.answer?.question !== undefined)?.form.answer?.question;
  const isAllowed = settings.allowedConsentStatuses.includes(status);
  return (
    <>
      <UnrecordedNoesSection bulk={bulk} />
      <ListAnswers
        said={said}
        added={added}
        overruled={bulk.selected.filter(isOverruled).length}
        isUnasked={bulk.error !== null}
        question={question ?? ''}
        status={status}
        today={today}
        onTake={isAllowed ? bulk.takeAnswers : undefined}
      />
    </>
  );
}

/** Who did not say yes is named where Envoke may still send to them, each with the way to record it. */
function UnrecordedNoesSection({ bulk }: { bulk: Bulk }) {
  const { language } = useTranslation();
  const { open } = usePopup();
  const people = unrecordedNoes(bulk.rows, bulk.obstacles).map(({ row: { form }, obstacle }) => {
    const { contact, item } = { contact: undefined, item: undefined, ...obstacle };
    const view = contact ? unsubscribingView(form, contact, language) : item && editOfAdd(item, form.answer);
    const name = displayName({ ...form.fields });
    return { id: form.fields.email, name, isWaiting: item !== undefined, onOpen: () => view && open(view) };
  });
  return people.length === 0 ? null : <UnrecordedNoes people={people} />;
}

interface WithheldInterestsProps {
  rows: readonly BulkRow[];
  decision: Pick<ConsentDecision, 'form' | 'lists'>;
}

/** Says which of what was chosen for all goes to nobody whose own answer is not a yes. */
export function WithheldInterests({ rows, decision }: WithheldInterestsProps) {
  const { t, language } = useTranslation();
  const { interests: offered } = decision.lists;
  const isKnownTag = isTag(offered);
  const count = rows.filter(({ form }) => form.answer?.optIn === false).length;
  const withheld = decision.form.interests.filter((name) => !isKnownTag(name));
  const names = withheld.map(interestNames(offered, language)).join(', ');
  return (
    <div role="status">
      {count === 0 || names === '' ? null : <p class="small">{t('list.withheld', { count, names })}</p>}
    </div>
  );
}
