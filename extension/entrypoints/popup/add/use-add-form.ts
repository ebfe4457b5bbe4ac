/** The add form while it is filled in. When the person leaves or closes it, it is kept if anything would be lost. */
import { useMemo } from 'preact/hooks';
import type { Draft, DraftOf } from '../../../lib/memory/drafts-item.ts';
import { usePopup } from '../context/popup-context.ts';
import { flattenForm, unflattenForm } from '../form/flat-form.ts';
import { type AddForm, isBlank } from '../form/form-fields.ts';
import { useDraft } from '../form/use-draft.ts';
import { type ConsentDecision, useConsentDecision } from './use-consent-decision.ts';

export interface AddFormProps {
  form: AddForm;
  /** The waiting write that the form replaces, or null for a new one. */
  editedItemId: string | null;
  draftId: string;
  /** The form as it was left. */
  kept: DraftOf<'form'> | undefined;
}

/** `forget`: the form was saved. */
export function useAddForm(props: AddFormProps): ConsentDecision & { forget: () => Promise<void> } {
  const { form: first, editedItemId, draftId, kept } = props;
  const { account, announce } = usePopup();
  const decision = useConsentDecision((kept && unflattenForm(kept.form)) ?? first);
  const { form } = decision;
  const draft = useMemo((): Draft | null => {
    const flat = flattenForm(form, editedItemId);
    const isAsOpened = JSON.stringify(flat) === JSON.stringify(flattenForm(first, editedItemId));
    const isRead = first.pageUrl !== '' && editedItemId === null;
    if (isBlank(form) || (isAsOpened && !isRead && kept === undefined)) return null;
    return { id: draftId, kind: 'form', form: flat };
  }, [form]);
  return { ...decision, forget: useDraft(account.id, draftId, draft, announce) };
}
