/** Forms that were half filled in when a capture came: said in the form on top, and gone back to when that is done with. */
import { useEffect, useState } from 'preact/hooks';
import { usePopup } from '../context/popup-context.ts';
import type { AddForm } from '../form/form-fields.ts';
import { forgetAside, takeAside, watchAside } from '../form/set-aside.ts';
import { flattenForm, unflattenForm } from '../form/typed-form.ts';

export interface SetAside {
  /** Forms that wait under the one on top. */
  count: number;
  /** Opens the one that was set aside last; false when there is none. */
  goOn: () => Promise<boolean>;
}

/** Opens the form that was set aside last, if any. */
export function useGoOn(): Pick<SetAside, 'goOn'> {
  const { account, open } = usePopup();
  const goOn = async () => {
    const flat = await takeAside(account.id);
    const form = flat === null ? null : unflattenForm(flat);
    if (form !== null) open({ name: 'add', form, editedItemId: flat?.editedItemId ?? '' });
    return form !== null;
  };
  return { goOn };
}

export function useSetAside(first: AddForm, editedItemId: string | null): SetAside {
  const { account } = usePopup();
  const [count, setCount] = useState(0);
  useEffect(() => {
    // The form on top may be one that waited: it waits no longer.
    void forgetAside(account.id, flattenForm(first, editedItemId));
    return watchAside(account.id, setCount);
  }, [account.id]);
  return { count, ...useGoOn() };
}
