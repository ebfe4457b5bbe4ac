/** The add form while it is filled in, kept for the next popup should this one close; an empty one is not. */
import { useEffect } from 'preact/hooks';
import { usePopup } from '../context/popup-context.ts';
import { type AddForm, isBlank } from '../form/form-fields.ts';
import { flattenForm } from '../form/typed-form.ts';
import { keepForm } from '../form/typed-text.ts';
import { type ConsentDecision, useConsentDecision } from './use-consent-decision.ts';

/** `editedItemId`: the waiting write that the form replaces, or null for a new one. */
export function useAddForm(first: AddForm, editedItemId: string | null): ConsentDecision {
  const { account } = usePopup();
  const decision = useConsentDecision(first);
  const { form } = decision;
  useEffect(
    () => keepForm(account.id, isBlank(form) ? null : flattenForm(form, editedItemId)),
    [account.id, form, editedItemId],
  );
  return decision;
}
