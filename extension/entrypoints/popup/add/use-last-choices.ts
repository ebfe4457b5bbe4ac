/** The last choices of this account, to be offered in the form; undefined until they are read. */
import { useEffect, useState } from 'preact/hooks';
import { type LastChoices, lastChoicesItem } from '../../../lib/memory/last-choices-item.ts';

export function useLastChoices(accountId: string): LastChoices | undefined {
  const [last, setLast] = useState<LastChoices>();
  useEffect(() => {
    let isHere = true;
    void lastChoicesItem.get().then((all) => {
      if (isHere) setLast(all[accountId]);
    });
    return () => {
      isHere = false;
    };
  }, [accountId]);
  return last;
}
