/** The sign-in on the welcome page: the button, what it waits for, what went wrong, and who is connected. */
import { Button } from '../button.tsx';
import { Notice } from '../notice.tsx';
import { useTranslation } from '../translation.tsx';
import { Step } from './welcome-step.tsx';

interface ConnectStepProps {
  /** Name of the account; null when none is connected. */
  connected: string | null;
  isRunning: boolean;
  /** Whether it runs in a tab, since the browser's own window failed. */
  inTab: boolean;
  /** What went wrong the last time, in words; null when nothing failed. */
  problem: { text: string; requestId?: string | null } | null;
  onConnect: () => void;
}

export function ConnectStep({ connected, isRunning, inTab, problem, onConnect }: ConnectStepProps) {
  const { t } = useTranslation();
  return (
    <Step title={t('welcome.connect')} isDone={connected !== null}>
      <div role="status">
        {isRunning ? <p>{t(inTab ? 'welcome.inTab' : 'welcome.inWindow')}</p> : null}
        {connected === null || isRunning ? null : (
          <Notice tone="good" title={t('welcome.connected', { name: connected })}>
            {t('welcome.connectedHint')}
          </Notice>
        )}
      </div>
      {connected === null ? (
        <>
          {isRunning ? null : <p>{t('connect.promise')}</p>}
          <div role="alert">
            {problem === null || isRunning ? null : (
              <Notice tone="warn" requestId={problem.requestId ?? null}>
                {problem.text}
              </Notice>
            )}
          </div>
          <div class="row">
            <Button weight="primary" disabled={isRunning} onClick={onConnect}>
              {t('connect.button')}
            </Button>
          </div>
        </>
      ) : null}
    </Step>
  );
}
