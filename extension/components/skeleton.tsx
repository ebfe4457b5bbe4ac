/** Grey rows where contacts will be; announced as one word. */
import { useTranslation } from './translation.tsx';

/** Fewer rows than fit in the popup, since the answer may have even fewer. */
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
