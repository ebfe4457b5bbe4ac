/** The way to the add form; takes along what was typed in the search box. */

import { Button } from '../../../components/button.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { localDay } from '../../../lib/i18n/index.ts';
import { lastChoicesItem } from '../../../lib/storage/items.ts';
import type { FormSeed } from '../state/add-form.ts';
import { usePopup } from '../state/popup-context.ts';

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
      const [{ newForm }, last] = await Promise.all([import('../state/add-form.ts'), lastChoicesItem.get()]);
      const defaults = { settings, last: last[account.id], language, today: localDay(Date.now()) };
      open({ name: 'add', form: newForm(seed, defaults) });
    };
    void start();
  };
}

export function AddButton({ search }: { search: string }) {
  const { t } = useTranslation();
  const openAdd = useOpenAdd();
  return (
    <Button
      weight="primary"
      icon="plus"
      shortcut="Control+Enter"
      onClick={() => openAdd(seedFromSearch(search))}
    >
      {t('add.button')}
    </Button>
  );
}
