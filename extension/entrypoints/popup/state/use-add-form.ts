/** The add form while it is filled in, kept for the next popup should this one close; an empty one is not. */
import { useEffect } from 'preact/hooks';
import { type AddForm, isBlank } from './form-fields.ts';
import { usePopup } from './popup-context.ts';
import { flattenForm } from './typed-form.ts';
import { keepForm } from './typed-text.ts';
import { type ConsentDecision, useConsentDecision } from './use-consent-decision.ts';

/** `editedItemId`: the waiting write that the form replaces, or null for a new one. */
export function useAddForm(first: AddForm, editedItemId: string | null): ConsentDecision {
  const { account } = usePopup();
  const decision = useConsentDecision(first);
  const { form, setForm } = decision;
  useEffect(() => {
    if (first !== form) setForm(first);
  }, [first]);
  useEffect(
    () => keepForm(account.id, isBlank(form) ? null : flattenForm(form, editedItemId)),
    [account.id, form, editedItemId],
  );
  return decision;
}
