/** The keys of the list, shown where they work. */
import { useTranslation } from './translation.tsx';

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
        <kbd>Ctrl ↵</kbd> {t('find.keyAdd')}
      </span>
    </p>
  );
}
