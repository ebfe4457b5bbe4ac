/** Opens the add form with what was typed in the search box. */

import { Button } from '../../../components/button.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { localDay } from '../../../lib/i18n/index.ts';
import { lastChoicesItem } from '../../../lib/memory/last-choices-item.ts';
import { usePopup } from '../context/popup-context.ts';

/** Opens the add form with what was typed into the search box. */
export function useOpenAdd(): (search: string) => void {
  const { account, settings, open } = usePopup();
  const { language } = useTranslation();
  return (search) => {
    const start = async () => {
      const [{ newForm, seedFromSearch }, last] = await Promise.all([
        import('../form/add-form.ts'),
        lastChoicesItem.get(),
      ]);
      const defaults = { settings, last: last[account.id], language, today: localDay(Date.now()) };
      open({ name: 'add', form: newForm(seedFromSearch(search), defaults) });
    };
    void start();
  };
}

interface AddButtonProps {
  search: string;
  /** Shows the first word alone, where the search box needs the room; the whole name is still read aloud. */
  short?: boolean;
}

export function AddButton({ search, short }: AddButtonProps) {
  const { t } = useTranslation();
  const openAdd = useOpenAdd();
  const name = t('add.button');
  const [first, ...rest] = name.split(' ');
  return (
    <Button weight="primary" icon="plus" shortcut="Control+Enter Meta+Enter" onClick={() => openAdd(search)}>
      {short ? (
        <>
          {first}
          <span class="hidden-text"> {rest.join(' ')}</span>
        </>
      ) : (
        name
      )}
    </Button>
  );
}
