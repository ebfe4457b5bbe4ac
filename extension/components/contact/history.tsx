/** The history of a contact: what this extension did to it, from the broker's audit, in words. */
import { parseConsentStatus } from '../../../shared/consent.ts';
import type { ActivityEntry } from '../../../shared/schemas/account.ts';
import { formatMoment, type MessageKey, type Translate } from '../../lib/i18n/index.ts';
import { STATUS_KEYS } from '../consent-words.ts';
import { useTranslation } from '../translation.tsx';

export const ACTION_KEYS = {
  create: 'history.create',
  update: 'history.update',
  interests: 'history.interests',
  unsubscribe: 'history.unsubscribe',
} as const satisfies Record<ActivityEntry['action'], MessageKey>;

type Trouble = Exclude<ActivityEntry['outcome'], 'done'>;

export const TROUBLE_KEYS = {
  'already-there': 'history.alreadyThere',
  refused: 'history.refused',
  failed: 'history.failed',
  uncertain: 'history.uncertain',
} as const satisfies Record<Trouble, MessageKey>;

export function statusWords(rawStatus: string, t: Translate): string {
  const status = parseConsentStatus(rawStatus);
  return status === undefined ? rawStatus : t(STATUS_KEYS[status]);
}

/** "Not Provided → Express"; `''` where consent stayed as it was. */
export function consentChange({ consent_from, consent_to }: ActivityEntry, t: Translate): string {
  if (consent_to === '' || consent_from === consent_to) return '';
  return [consent_from, consent_to]
    .filter(Boolean)
    .map((status) => statusWords(status, t))
    .join(' → ');
}

interface HistoryProps {
  entries: readonly ActivityEntry[];
  /** Ids of those whose write is on its way: their outcome is not unknown for long. */
  onTheirWay: ReadonlySet<string>;
}

export function History({ entries, onTheirWay }: HistoryProps) {
  const { t } = useTranslation();
  if (entries.length === 0) return <p class="soft">{t('history.none')}</p>;
  return (
    <ul class="lines" aria-label={t('history.title')}>
      {entries.map((entry) => (
        <HistoryLine key={entry.id} entry={entry} isOnItsWay={onTheirWay.has(entry.id)} />
      ))}
    </ul>
  );
}

/** A success has no extra text: the list already says what was done. */
function HistoryLine({ entry, isOnItsWay }: { entry: ActivityEntry; isOnItsWay: boolean }) {
  const { t, language } = useTranslation();
  const change = consentChange(entry, t);
  return (
    <li>
      <span class="row row-spread">
        {t(ACTION_KEYS[entry.action])}
        {isOnItsWay ? (
          <span class="badge">{t('history.onItsWay')}</span>
        ) : entry.outcome === 'done' ? null : (
          <span class="badge tone-warn">{t(TROUBLE_KEYS[entry.outcome])}</span>
        )}
      </span>
      {change === '' ? null : <span class="small">{change}</span>}
      {entry.page_url === '' ? null : <span class="small soft break">{entry.page_url}</span>}
      <span class="small soft">{formatMoment(entry.at, language)}</span>
    </li>
  );
}
