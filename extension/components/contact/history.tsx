/** What was done to a contact from this extension: the broker's audit, in words. */
import type { ActivityEntry } from '../../../shared/schemas/account.ts';
import { formatMoment, type MessageKey } from '../../lib/i18n/index.ts';
import { useTranslation } from '../translation.tsx';

const ACTION_KEYS = {
  create: 'history.create',
  update: 'history.update',
  interests: 'history.interests',
  unsubscribe: 'history.unsubscribe',
} as const satisfies Record<ActivityEntry['action'], MessageKey>;

const OUTCOME_KEYS = {
  done: 'history.done',
  'already-there': 'history.alreadyThere',
  refused: 'history.refused',
  failed: 'history.failed',
  uncertain: 'history.uncertain',
} as const satisfies Record<ActivityEntry['outcome'], MessageKey>;

export function History({ entries }: { entries: readonly ActivityEntry[] }) {
  const { t, language } = useTranslation();
  if (entries.length === 0) return <p class="soft">{t('history.none')}</p>;
  return (
    <ul class="lines" aria-label={t('history.title')}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <span>
            {t(ACTION_KEYS[entry.action])} <span class="soft">{t(OUTCOME_KEYS[entry.outcome])}</span>
          </span>
          {entry.consent_to === '' || entry.consent_from === entry.consent_to ? null : (
            <span class="small">
              {entry.consent_from === '' ? '' : `${entry.consent_from} → `}
              {entry.consent_to}
            </span>
          )}
          {entry.page_url === '' ? null : <span class="small soft break">{entry.page_url}</span>}
          <span class="small soft">{formatMoment(entry.at, language)}</span>
        </li>
      ))}
    </ul>
  );
}
