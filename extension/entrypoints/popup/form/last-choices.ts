/** What was chosen last in an account's add form, for the next one to begin with. */
import { lastChoicesItem } from '../../../lib/memory/add-form-items.ts';
import type { AddForm } from './form-fields.ts';

export async function rememberChoices(accountId: string, form: AddForm): Promise<void> {
  const { basis, status: consentStatus, interests } = form;
  await lastChoicesItem.update((all) => ({ ...all, [accountId]: { basis, consentStatus, interests } }));
}
