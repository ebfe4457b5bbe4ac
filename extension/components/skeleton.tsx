/** Grey rows where contacts will be; announced as one word. */
import { useTranslation } from './translation.tsx';

export function Skeleton({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div aria-busy="true">
      <span class="hidden-text">{t('shell.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} class="skeleton" aria-hidden="true">
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}
