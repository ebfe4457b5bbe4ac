/** The way to the add form; takes along what was typed in the search box. */

import { Button } from '../../../components/button.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { localDay } from '../../../lib/i18n/index.ts';
import { lastChoicesItem } from '../../../lib/memory/add-form-items.ts';
import { usePopup } from '../context/popup-context.ts';
import type { FormSeed } from '../form/add-form.ts';

/** Typed words as fields: an e-mail where there is an at sign, else first and last name. */
export function seedFromSearch(search: string): FormSeed {
  const words = search.trim().split(/\s+/).filter(Boolean);
  const email = words.find((word) => word.includes('@')) ?? '';
  const [first_name = '', ...rest] = words.filter((word) => word !== email);
  return { fields: { email, first_name, last_name: rest.join(' ') } };
}

/** Opens the add form with these words. */
export function useOpenAdd(): (seed: FormSeed) => void {
  const { account, settings, open } = usePopup();
  const { language } = useTranslation();
  return (seed) => {
    const start = async () => {
      const [{ newForm }, last] = await Promise.all([import('../form/add-form.ts'), lastChoicesItem.get()]);
      const defaults = { settings, last: last[account.id], language, today: localDay(Date.now()) };
      open({ name: 'add', form: newForm(seed, defaults) });
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
    <Button
      weight="primary"
      icon="plus"
      shortcut="Control+Enter Meta+Enter"
      onClick={() => openAdd(seedFromSearch(search))}
    >
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
