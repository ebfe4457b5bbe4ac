/** How far a bulk add is, with pause, resume and stop. */

import type { BrokerErrorSlug } from '../../lib/broker-client/broker-error.ts';
import { formatMoment, type MessageKey } from '../../lib/i18n/index.ts';
import type { BatchProgress } from '../../lib/outbox/batch-counts.ts';
import type { OutboxBatch } from '../../lib/outbox/outbox-item.ts';
import type { BatchRequest } from '../../lib/outbox/outbox-requests.ts';
import { Button } from '../button.tsx';
import { ERROR_WORDS, type ErrorWords } from '../error-words.ts';
import { useTranslation } from '../translation.tsx';

/** From this duration on, seconds are not shown. */
const MINUTES_FROM_SECONDS = 90;

const WAITING = {
  'error.offline': 'bulk.waitsForNetwork',
  'error.brokerUnreachable': 'bulk.waitsForBroker',
  'error.broker': 'bulk.waitsForBroker',
  'error.envokeUnreachable': 'bulk.waitsForEnvoke',
  'error.busy': 'bulk.waitsForEnvoke',
  'error.uncertain': 'bulk.waitsForEnvoke',
} as const satisfies Partial<Record<ErrorWords['key'], MessageKey>>;

const endsByItself = (key: ErrorWords['key']): key is keyof typeof WAITING => Object.hasOwn(WAITING, key);

/** What it waits for where that ends by itself; else what the person can do. */
function waitingKey(slug: BrokerErrorSlug) {
  const { key } = ERROR_WORDS[slug];
  return endsByItself(key) ? WAITING[key] : key;
}

type BatchAction = BatchRequest['action'];

interface BatchCardProps {
  batch: OutboxBatch;
  progress: BatchProgress;
  /** The batch adds people; otherwise it tags them. */
  adds: boolean;
  onAction: (action: BatchAction) => void;
  onDismiss: () => void;
  onCopy: () => void;
  onSave: () => void;
}

export function BatchCard({ batch, progress, adds, onAction, onDismiss, onCopy, onSave }: BatchCardProps) {
  const { t, language } = useTranslation();
  const moment = formatMoment(batch.createdAtMs / 1000, language);
  const which = t(adds ? 'bulk.whichAdd' : 'bulk.whichTags', { count: batch.total, moment });
  const settled = progress.total - progress.open - progress.stopped - progress.takenOut;
  const isOpen = progress.open > 0;
  const timeLeft = (seconds: number) =>
    seconds < MINUTES_FROM_SECONDS
      ? t('bulk.secondsLeft', { count: seconds })
      : t('bulk.minutesLeft', { count: Math.ceil(seconds / 60) });
  return (
    <section class="card" aria-label={which}>
      <h2>{which}</h2>
      <p role="status">
        {t('bulk.soFar', {
          handled: t('bulk.handled', { count: settled, total: progress.total }),
          outcome: t(adds ? 'bulk.added' : 'bulk.tagged', { count: progress.done }),
        })}
      </p>
      <progress class="progress" aria-label={t('bulk.progress')} value={settled} max={progress.total} />
      {progress.secondsLeft === null ? null : <p class="small">{timeLeft(progress.secondsLeft)}</p>}
      {progress.waitsFor === null ? null : <p class="small">{t(waitingKey(progress.waitsFor))}</p>}
      {isOpen && batch.state === 'paused' ? (
        <p class="small">{t('bulk.paused', { count: progress.open })}</p>
      ) : null}
      {progress.failed + progress.needsDecision === 0 ? null : (
        <p class="small">
          {t(adds ? 'bulk.notAdded' : 'bulk.notTagged', { count: progress.failed + progress.needsDecision })}
        </p>
      )}
      {progress.stopped === 0 ? null : <p class="small">{t('bulk.stopped', { count: progress.stopped })}</p>}
      {progress.undone === 0 ? null : <p class="small">{t('bulk.undone', { count: progress.undone })}</p>}
      {progress.takenOut === 0 ? null : (
        <p class="small">{t('bulk.notSent', { count: progress.takenOut })}</p>
      )}
      {progress.removed === 0 ? null : (
        <p class="small soft">{t('bulk.onlyCounted', { count: progress.removed })}</p>
      )}
      <div class="row">
        {isOpen && batch.state === 'running' ? (
          <Button weight="outline" onClick={() => onAction('pause')}>
            {t('bulk.pause')}
          </Button>
        ) : null}
        {isOpen && batch.state === 'paused' ? (
          <Button weight="primary" onClick={() => onAction('resume')}>
            {t('bulk.resume')}
          </Button>
        ) : null}
        {isOpen && batch.state !== 'stopped' ? (
          <Button weight="danger" onClick={() => onAction('stop')}>
            {t('bulk.stop')}
          </Button>
        ) : null}
        {progress.stopped > 0 && !isOpen ? (
          <Button weight="outline" onClick={() => onAction('resume')}>
            {t('bulk.sendRest')}
          </Button>
        ) : null}
        {progress.failed > 0 ? (
          <Button weight="outline" onClick={() => onAction('retry-failed')}>
            {t('bulk.retryFailed')}
          </Button>
        ) : null}
        <Button weight="link" onClick={onCopy}>
          {t('bulk.copyResult')}
        </Button>
        <Button weight="link" onClick={onSave}>
          {t('bulk.saveCsv')}
        </Button>
        {isOpen ? null : (
          <Button weight="link" onClick={onDismiss}>
            {t('bulk.dismiss')}
          </Button>
        )}
      </div>
    </section>
  );
}
