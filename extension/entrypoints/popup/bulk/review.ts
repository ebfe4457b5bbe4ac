/** A bulk review, new or continued, and its flat text that survives the popup. Pure. */
import { BULK_MAX_PEOPLE } from '../../../../shared/limits.ts';
import type { ListUnderReview } from '../../../lib/capture/registration-list.ts';
import type { DraftOf } from '../../../lib/memory/drafts-item.ts';
import { flattenForm, unflattenForm } from '../form/flat-form.ts';
import { type AddForm, originOf } from '../form/form-fields.ts';
import { type BulkRow, firstRows, type Words } from './bulk-rows.ts';

export interface Review {
  rows: readonly BulkRow[];
  /** The list that people stand in; null where there are no columns to correct. */
  list: ListUnderReview | null;
  /** The consent for all; undefined where it starts from the settings. */
  decision: AddForm | undefined;
  /** How many people were left out because there were more than the limit. */
  left: number;
  /** What its draft was made from. */
  origin?: string;
}

export function newReview(
  forms: readonly AddForm[],
  list: ListUnderReview | undefined,
  words: Words,
): Review {
  const rows = firstRows(forms.slice(0, BULK_MAX_PEOPLE), words);
  return {
    rows,
    list: list ?? null,
    decision: forms[0],
    left: forms.length - rows.length,
    ...originOf(forms),
  };
}

const yes = (is: boolean) => (is ? 'yes' : '');

export function flattenReview(
  id: string,
  { rows, list, origin }: Pick<Review, 'rows' | 'list' | 'origin'>,
  decision: AddForm,
): DraftOf<'review'> {
  return {
    ...(list === null ? {} : { list }),
    ...(origin === undefined ? {} : { origin }),
    id,
    kind: 'review',
    people: rows.map(({ form, ticked, hasOwnConsent }) => ({
      ...flattenForm(form, null),
      ticked: yes(ticked),
      hasOwnConsent: yes(hasOwnConsent),
    })),
    decision: flattenForm(decision, null),
  };
}

/** Reads the review back; a person whose text this version cannot read is left out. */
export function unflattenReview({ people, list, decision, origin }: DraftOf<'review'>): Review {
  const rows = people.flatMap((flat, id) => {
    const form = unflattenForm(flat);
    const marks = { ticked: flat.ticked === 'yes', hasOwnConsent: flat.hasOwnConsent === 'yes' };
    return form === null ? [] : [{ id, form, ...marks }];
  });
  return {
    rows,
    list: list ?? null,
    decision: unflattenForm(decision) ?? undefined,
    left: 0,
    ...(origin === undefined ? {} : { origin }),
  };
}
