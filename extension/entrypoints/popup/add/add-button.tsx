/** Opens the add form with what was typed in the search box, where that is somebody new. */

import { Button } from '../../../components/button.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { usePopup } from '../context/popup-context.ts';

/** Opens the add form with what was typed into the search box. */
export function useOpenAdd(): (search: string) => void {
  const { account, settings, open } = usePopup();
  const { language } = useTranslation();
  return (search) => {
    const start = async () => {
      const { formFromSearch } = await import('../form/form-defaults.ts');
      open({ name: 'add', form: await formFromSearch(search, account.id, settings, language) });
    };
    void start();
  };
}

interface AddButtonProps {
  /** Typed text that names somebody new; `''` where it only searched. */
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
