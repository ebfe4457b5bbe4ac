/** The rows of a list that hold nobody who can be reached by email. */
import type { LostRow } from '../../lib/capture/registration-list.ts';
import { useTranslation } from '../translation.tsx';

/** More rows would add nothing; the count includes them all. */
const SHOWN = 50;

export function LostRows({ rows }: { rows: readonly LostRow[] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <details class="lost-rows">
      <summary class="small field-note-warn">{t('list.lost', { count: rows.length })}</summary>
      <ul class="small">
        {rows.slice(0, SHOWN).map(({ row, text }) => (
          <li key={row} class="break">
            {t('list.lostRow', { row, text })}
          </li>
        ))}
      </ul>
    </details>
  );
}
