/** The choices made in an account's add forms: the last ground, and how often each was chosen. Only offered. */
import { GROUNDS } from '../../../../shared/consent-grounds.ts';
import { type LastChoices, lastChoicesItem } from '../../../lib/memory/last-choices-item.ts';
import type { ConsentBasis, Settings } from '../../../lib/settings/settings.ts';
import type { AddForm } from './form-fields.ts';

export async function rememberChoices(accountId: string, form: AddForm): Promise<void> {
  const { basis, status: consentStatus, interests } = form;
  await lastChoicesItem.update((all) => {
    const before = all[accountId]?.counts ?? {};
    const counts = { ...before, [basis]: (Number(before[basis]) || 0) + 1 };
    return { ...all, [accountId]: { basis, consentStatus, interests, counts } };
  });
}

/** The grounds in the order to offer them: the usual one of the settings, those chosen most, then the usual order. */
export function usualGrounds(
  last: LastChoices | undefined,
  { defaultBasis }: Pick<Settings, 'defaultBasis'>,
): ConsentBasis[] {
  const count = (ground: ConsentBasis) => Number(last?.counts?.[ground]) || 0;
  const byUse = GROUNDS.toSorted((one, other) => count(other) - count(one));
  // Nobody puts it first by leaving the setting as it is.
  return defaultBasis === 'found' ? byUse : [...new Set([defaultBasis, ...byUse])];
}
