/** One write that waits: what it is, why it waits, and what can be done. */

import type { FormAnswer } from '../../../shared/form-answer.ts';
import type { MessageKey } from '../../lib/i18n/index.ts';
import { isUncertain } from '../../lib/outbox/failure-policy.ts';
import {
  failureOf,
  type OutboxItem,
  type OutboxOperation,
  type OutboxViewStatus,
} from '../../lib/outbox/outbox-item.ts';
import { AnswerBeside, unrecordedWords } from '../add/captured-answer.tsx';
import { AskFirst } from '../ask-first.tsx';
import { Button } from '../button.tsx';
import { Email } from '../email.tsx';
import { displayName } from '../person-name.ts';
import { useTranslation } from '../translation.tsx';
import { emailNow } from './action-words.ts';
import { OutboxFailure } from './outbox-failure.tsx';
import { ValueChanges } from './value-changes.tsx';

/** `undone`: Envoke has reversed what was done. */
type LineStatus = OutboxViewStatus | 'undoing' | 'undone';

const STATUS = {
  waiting: 'outbox.statusWaiting',
  sending: 'outbox.statusSending',
  'needs-decision': 'outbox.statusDecision',
  failed: 'outbox.statusFailed',
  done: 'outbox.statusDone',
  undoing: 'outbox.statusUndoing',
  undone: 'outbox.statusUndone',
  stopped: 'outbox.statusStopped',
  'needs-sign-in': 'outbox.statusSignIn',
  paused: 'outbox.statusPaused',
} as const satisfies Record<LineStatus, MessageKey>;

const OVER: ReadonlySet<LineStatus> = new Set(['done', 'undoing', 'undone', 'stopped']);

const TONES: Partial<Record<LineStatus, string>> = {
  done: 'tone-good',
  failed: 'tone-bad',
  'needs-decision': 'tone-warn',
  'needs-sign-in': 'tone-warn',
};

interface OutboxLineProps {
  item: OutboxItem;
  /** What it does, and once it is done, when. */
  what: string;
  status: LineStatus;
  /** Absent where it could not be sent. */
  onRetry?: (() => void) | undefined;
  onDrop: () => void;
  /** Absent where nothing is known of who is there. */
  onOpen?: (() => void) | undefined;
  /** Absent where the write has no form. */
  onEdit?: (() => void) | undefined;
  /** Where Envoke has the person already and may send to them: what a form answered, if one did, and the way to record it. */
  unrecorded?: { answer: FormAnswer | undefined; onUnsubscribe: () => void } | undefined;
  /** Absent where it cannot be taken back. */
  onUndo?: (() => void) | undefined;
}

/** What the person saw is not what Envoke has: the same write would be refused again. */
function mayRetry(item: OutboxItem): boolean {
  const failure = failureOf(item);
  return failure !== null && failure.slug !== 'contact-changed';
}

/** What a deletion loses, where that is more than the write. */
function dropKey({ kind }: OutboxOperation, isUnrecorded: boolean) {
  if (kind === 'unsubscribe') return 'unsubscribe.dropReally';
  return isUnrecorded ? 'outbox.dropAnswer' : 'outbox.dropReally';
}

export function OutboxLine(props: OutboxLineProps) {
  const { item, what, status, onRetry, onDrop, onEdit, onOpen, unrecorded, onUndo } = props;
  const { t } = useTranslation();
  const { operation } = item;
  const email = emailNow(item);
  const name = operation.kind === 'create' ? displayName(operation.draft) : email;
  /** Two people may have one name. */
  const who = name === email ? name : `${name} (${email})`;
  /** The same button stands beside every write, and several may be about one person. */
  const which = (
    <span class="hidden-text">
      {' '}
      {who}, {what}
    </span>
  );
  const drop = (
    <>
      {t('outbox.drop')}
      {which}
    </>
  );
  const isOver = OVER.has(status);
  const undo = { button: t('undo.button') };
  /** Nobody knows yet whether a try has arrived: undoing finds out, and deleting does not. */
  const isPerhapsThere = !isOver && onUndo !== undefined && isUncertain(item);
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
      <span class="small soft">{what}</span>
      {isOver ? null : <ValueChanges item={item} />}
      {isOver ? null : <OutboxFailure item={item} />}
      {unrecorded === undefined ? null : <UnrecordedAnswer {...unrecorded} />}
      {isPerhapsThere ? <p class="small field-note-warn">{t('outbox.perhapsThere', undo)}</p> : null}
      {(status === 'done' || isPerhapsThere) && onUndo !== undefined ? (
        <div class="row">
          <Button weight="link" onClick={onUndo}>
            {t('undo.button')}
            {which}
          </Button>
        </div>
      ) : null}
      {isOver ? null : (
        // Also while it is being sent, which may begin at any moment: a button that goes takes the focus, and its question,
        // with it. What comes too late is refused.
        <div class="row">
          {unrecorded === undefined ? null : (
            <Button weight="link" returnMark={`unsubscribe ${item.id}`} onClick={unrecorded.onUnsubscribe}>
              {t('unsubscribe.open')}
              {which}
            </Button>
          )}
          {onEdit === undefined ? null : (
            <Button weight="link" returnMark={`edit ${item.id}`} onClick={onEdit}>
              {t('outbox.edit')}
              {which}
            </Button>
          )}
          {onOpen === undefined ? null : (
            <Button weight="link" returnMark={`open ${item.id}`} onClick={onOpen}>
              {t('existing.open')}
              {which}
            </Button>
          )}
          {onRetry !== undefined && mayRetry(item) ? (
            <Button weight="link" onClick={onRetry}>
              {t('outbox.retry')}
              {which}
            </Button>
          ) : null}
          <AskFirst
            weight="link"
            label={drop}
            question={
              isPerhapsThere
                ? t('outbox.dropPerhaps', { name: who, ...undo })
                : t(dropKey(operation, unrecorded !== undefined), { name: who })
            }
            confirm={drop}
            onConfirmed={onDrop}
          />
        </div>
      )}
    </li>
  );
}

function UnrecordedAnswer({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useTranslation();
  return (
    <div class="small">
      {answer === undefined ? (
        <p>{t('outbox.triedBefore', { button: t('unsubscribe.open') })}</p>
      ) : (
        <AnswerBeside answer={answer}>{unrecordedWords(answer, t)}</AnswerBeside>
      )}
    </div>
  );
}
