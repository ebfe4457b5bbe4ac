/** The add form while it is filled in. When the person leaves or closes it, it is kept if anything would be lost. */
import { useMemo, useState } from 'preact/hooks';
import type { Draft, DraftOf } from '../../../lib/memory/drafts-item.ts';
import { usePopup } from '../context/popup-context.ts';
import { settleTags } from '../form/first-tags.ts';
import { flattenForm, unflattenForm } from '../form/flat-form.ts';
import { type AddForm, isBlank, originOf } from '../form/form-fields.ts';
import { FOR_ONE, openingForm } from '../form/list-answer.ts';
import { useDraft } from '../form/use-draft.ts';
import { type ConsentDecision, useConsentDecision, useFormDefaults } from './use-consent-decision.ts';

export interface AddFormProps {
  form: AddForm;
  /** The waiting write that the form replaces, or null for a new one. */
  editedItemId: string | null;
  draftId: string;
  /** The form as it was left. */
  kept: DraftOf<'form'> | undefined;
  /** Made of pasted text, which is kept nowhere else. */
  fromText?: boolean | undefined;
}

export interface AddFormControl extends ConsentDecision {
  /** The form was saved. */
  forget: () => Promise<void>;
  /** As a draft that can be continued. */
  draftOf: (form: AddForm, editedItemId: string | null) => Draft;
}

export function useAddForm(props: AddFormProps): AddFormControl {
  const { editedItemId, draftId, kept, fromText = false } = props;
  const { account, announce } = usePopup();
  const words = useFormDefaults();
  const [first] = useState(() => openingForm(props.form, words));
  const decision = useConsentDecision((kept && unflattenForm(kept.form)) ?? first, FOR_ONE);
  const { form, lists } = decision;
  const draftOf = (latest: AddForm, itemId: string | null): Draft => {
    const { origin } = kept ?? (itemId === null ? originOf([first]) : {});
    const made = origin === undefined ? {} : { origin };
    return { id: draftId, kind: 'form', form: flattenForm(latest, itemId), ...made };
  };
  // What was only looked at is read from its page again by one click; text that was pasted is not.
  const draft = useMemo(() => {
    const isAsOpened = isSameForm(form, settleTags(first, lists.interests));
    if (isBlank(form) || (isAsOpened && !fromText && kept === undefined)) return null;
    return draftOf(form, editedItemId);
  }, [form]);
  return { ...decision, draftOf, forget: useDraft(account.id, draftId, draft, announce) };
}

const isSameForm = (one: AddForm, other: AddForm) =>
  JSON.stringify(flattenForm(one, null)) === JSON.stringify(flattenForm(other, null));
