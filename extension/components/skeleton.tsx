/** Grey rows where contacts will be; announced as one word. */
import { useTranslation } from './translation.tsx';

/** Fewer than the popup has room for: what comes may be fewer still. */
const ROWS = 6;

export function Skeleton() {
  const { t } = useTranslation();
  return (
    <div aria-busy="true">
      <span class="hidden-text">{t('shell.loading')}</span>
      {Array.from({ length: ROWS }, (_, row) => (
        <div key={row} class="skeleton" aria-hidden="true">
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}
