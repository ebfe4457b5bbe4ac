/** The keys of the list, shown where they work. */
import { useTranslation } from './translation.tsx';

/** What the key is called that goes with Enter; the search box takes either. */
const CONTROL = /^Mac/.test(navigator.platform) ? '⌘' : 'Ctrl';

export function KeyHints() {
  const { t } = useTranslation();
  return (
    <p class="hints" aria-hidden="true">
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {t('find.keyMove')}
      </span>
      <span>
        <kbd>↵</kbd> {t('find.keyOpen')}
      </span>
      <span>
        <kbd>{CONTROL} ↵</kbd> {t('find.keyAdd')}
      </span>
    </p>
  );
}
