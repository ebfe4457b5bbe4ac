/** What a person sees without a session: one sentence, one button. */
import { useLayoutEffect } from 'preact/hooks';
import type { SessionState } from '../lib/session/stored-account.ts';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { Notice } from './notice.tsx';
import { useTranslation } from './translation.tsx';

interface ConnectProps {
  /** The account whose session has ended; null when there was no account. */
  ended: { name: string; state: SessionState } | null;
  running: boolean;
  /** Whether it runs in a tab, since the browser's own window failed. */
  inTab?: boolean;
  /** What went wrong the last time, in words; null when nothing failed. */
  problem: { text: string; requestId: string | null } | null;
  onConnect: () => void;
}

export function Connect({ ended, running, inTab = false, problem, onConnect }: ConnectProps) {
  const { t } = useTranslation();
  const title = ended === null ? t('connect.title') : ended.name;
  // Where a session has just ended, somebody may be typing, and a key must not begin a sign-in: the heading takes the focus.
  useLayoutEffect(() => {
    document.querySelector<HTMLElement>(ended === null ? '.centre button' : '.centre h1')?.focus();
  }, []);
  return (
    <EmptyState
      heading="h1"
      withLogo
      title={running ? t('connect.running') : title}
      actions={
        <Button weight="primary" disabled={running} onClick={onConnect}>
          {t('connect.button')}
        </Button>
      }
    >
      <p class="soft">{running ? t(inTab ? 'connect.tab' : 'connect.window') : <Sentence ended={ended} />}</p>
      {problem === null || running ? null : (
        <div role="alert">
          <Notice tone="warn" requestId={problem.requestId}>
            {problem.text}
          </Notice>
        </div>
      )}
    </EmptyState>
  );
}

function Sentence({ ended }: Pick<ConnectProps, 'ended'>) {
  const { t } = useTranslation();
  if (ended === null) return <>{t('connect.promise')}</>;
  return <>{t(ended.state === 'connection-ended' ? 'error.connectionEnded' : 'error.sessionEnded')}</>;
}
