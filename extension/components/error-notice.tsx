/** A failed call in the view: what it means, the next step, and the request id. */
import type { BrokerErrorSlug } from '../lib/broker-client/broker-error.ts';
import type { MessageKey } from '../lib/i18n/index.ts';
import { Button } from './button.tsx';
import { EnvokeAnswer } from './envoke-answer.tsx';
import { ERROR_WORDS, type NextStep } from './error-words.ts';
import { Notice } from './notice.tsx';
import { useTranslation } from './translation.tsx';

const STEP_KEYS = {
  retry: 'error.retry',
  reconnect: 'error.reconnect',
  allow: 'error.allow',
} as const satisfies Record<Exclude<NextStep, 'none'>, MessageKey>;

export interface ShownError {
  slug: BrokerErrorSlug;
  requestId: string | null;
  /** Envoke's own sentences, shown as they are. */
  envokeErrors?: readonly string[];
  /** How long the broker or Envoke asks to wait; null where neither does. */
  retryAfterSeconds?: number | null;
}

interface ErrorNoticeProps {
  error: ShownError;
  onStep: (step: Exclude<NextStep, 'none'>) => void;
}

export function ErrorNotice({ error, onStep }: ErrorNoticeProps) {
  const { t } = useTranslation();
  const { key, next } = ERROR_WORDS[error.slug];
  const minutes = Math.ceil((error.retryAfterSeconds ?? 0) / 60);
  const action =
    next === 'none' ? undefined : (
      <Button weight="outline" onClick={() => onStep(next)}>
        {t(STEP_KEYS[next])}
      </Button>
    );
  return (
    <div role="alert" class="toast">
      <Notice tone={next === 'retry' ? 'warn' : 'bad'} actions={action} requestId={error.requestId}>
        <p>{key === 'error.busy' && minutes > 1 ? t('error.busyFor', { minutes }) : t(key)}</p>
        <EnvokeAnswer sentences={error.envokeErrors ?? []} />
      </Notice>
    </div>
  );
}
