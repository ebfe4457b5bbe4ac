/** One write that waits: what it is, why it waits, and what can be done. */

import type { MessageKey } from '../../lib/i18n/index.ts';
import {
  failureOf,
  itemEmail,
  type OutboxItem,
  type OutboxViewStatus,
} from '../../lib/outbox/outbox-item.ts';
import { Button } from '../button.tsx';
import { Email } from '../email.tsx';
import { displayName } from '../person-name.ts';
import { useTranslation } from '../translation.tsx';
import { OutboxFailure } from './outbox-failure.tsx';

const STATUS = {
  waiting: 'outbox.statusWaiting',
  sending: 'outbox.statusSending',
  'needs-decision': 'outbox.statusDecision',
  failed: 'outbox.statusFailed',
  done: 'outbox.statusDone',
  stopped: 'outbox.statusStopped',
  'needs-sign-in': 'outbox.statusSignIn',
  paused: 'outbox.statusPaused',
} as const satisfies Record<OutboxViewStatus, MessageKey>;

const TONES: Partial<Record<OutboxViewStatus, string>> = {
  done: 'tone-good',
  failed: 'tone-bad',
  'needs-decision': 'tone-warn',
  'needs-sign-in': 'tone-warn',
};

interface OutboxLineProps {
  item: OutboxItem;
  status: OutboxViewStatus;
  onRetry: () => void;
  onDrop: () => void;
  /** Absent where nothing is known of who is there. */
  onOpen?: (() => void) | undefined;
  /** Absent where the write has no form. */
  onEdit?: (() => void) | undefined;
  /** Absent where it cannot be taken back. */
  onUndo?: (() => void) | undefined;
}

export function OutboxLine({ item, status, onRetry, onDrop, onEdit, onOpen, onUndo }: OutboxLineProps) {
  const { t } = useTranslation();
  const { operation } = item;
  const email = itemEmail(item);
  const name = operation.kind === 'create' ? displayName(operation.draft) : email;
  const who = <span class="hidden-text"> {name}</span>;
  const isOver = status === 'done' || status === 'stopped';
  return (
    <li>
      <div class="row row-spread">
        <b class="break">{name === email ? <Email address={email} /> : name}</b>
        <span class={`badge ${TONES[status] ?? ''}`}>{t(STATUS[status])}</span>
      </div>
      {name === email ? null : (
        <span class="small soft">
          <Email address={email} />
        </span>
      )}
      {isOver ? null : <OutboxFailure item={item} />}
      {status === 'done' && onUndo !== undefined ? (
        <div class="row">
          <Button weight="link" onClick={onUndo}>
            {t('undo.button')}
            {who}
          </Button>
        </div>
      ) : null}
      {isOver || status === 'sending' ? null : (
        <div class="row">
          {onEdit === undefined ? null : (
            <Button weight="link" onClick={onEdit}>
              {t('outbox.edit')}
              {who}
            </Button>
          )}
          {onOpen === undefined ? null : (
            <Button weight="link" onClick={onOpen}>
              {t('existing.open')}
              {who}
            </Button>
          )}
          {failureOf(item) === null ? null : (
            <Button weight="link" onClick={onRetry}>
              {t('outbox.retry')}
              {who}
            </Button>
          )}
          <Button weight="link" onClick={onDrop}>
            {t('outbox.drop')}
            {who}
          </Button>
        </div>
      )}
    </li>
  );
}
