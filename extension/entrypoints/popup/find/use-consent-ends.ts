/** When consents of the account end, as the background last read it. */

import { useWatched } from '../../../components/use-watched.ts';
import { type ConsentEnds, consentEndsItem, NOTHING_READ } from '../../../lib/memory/consent-ends.ts';
import { usePopup } from '../context/popup-context.ts';

const NOT_LOADED: Readonly<Record<string, ConsentEnds>> = {};

export function useConsentEnds(): ConsentEnds {
  const { account } = usePopup();
  return useWatched(NOT_LOADED, consentEndsItem)[account.id] ?? NOTHING_READ;
}
