/** The account's sessions on all devices; any but this one can be ended from here, and all of them at once. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SessionSummary } from '../../../../shared/schemas/account.ts';
import { AskFirst } from '../../../components/ask-first.tsx';
import { Button } from '../../../components/button.tsx';
import { ErrorNotice, type ShownError } from '../../../components/error-notice.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { formatMoment, type Translate } from '../../../lib/i18n/index.ts';
import { usePopup } from '../context/popup-context.ts';
import { toShownError } from '../context/shown-error.ts';
import { useSteps } from '../context/use-steps.ts';

/** The broker names a browser in English; its parts are names in any language. */
function deviceName({ browser: named }: SessionSummary, t: Translate): string {
  const [browser = '', system] = named.split(' on ');
  return system === undefined ? named : t('sessions.device', { browser, system });
}

const thisOneFirst = (sessions: readonly SessionSummary[]) =>
  sessions.toSorted((a, b) => Number(b.current) - Number(a.current) || b.last_used_at - a.last_used_at);

export function SessionsSection({ onSignOutEverywhere }: { onSignOutEverywhere: () => void }) {
  const { t } = useTranslation();
  const { client, announce } = usePopup();
  const [sessions, setSessions] = useState<readonly SessionSummary[]>([]);
  const [error, setError] = useState<ShownError | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const load = () => {
    setError(null);
    client.sessions().then(
      (all) => setSessions(thisOneFirst(all)),
      (failure: unknown) => setError(toShownError(failure)),
    );
  };
  useEffect(load, [client]);
  const onStep = useSteps(load);
  const end = async (session: SessionSummary) => {
    try {
      await client.endSession(session.id);
      announce({ tone: 'good', text: t('sessions.ended', { browser: deviceName(session, t) }) });
      // The button that had the focus goes with its session.
      heading.current?.focus();
      load();
    } catch (failure) {
      setError(toShownError(failure));
    }
  };
  return (
    <section class="stack-tight">
      <h2 ref={heading} tabIndex={-1}>
        {t('sessions.title')}
      </h2>
      {sessions.length < 2 ? null : <p class="small soft">{t('sessions.hint')}</p>}
      {error === null ? null : <ErrorNotice error={error} onStep={onStep} />}
      <ul class="lines" aria-label={t('sessions.title')}>
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} onEnd={() => void end(session)} />
        ))}
      </ul>
      {sessions.length < 2 ? null : (
        // It affects other people.
        <AskFirst
          label={t('sessions.endAll')}
          question={t('sessions.endAllReally')}
          confirm={t('sessions.endAll')}
          onConfirmed={onSignOutEverywhere}
        />
      )}
    </section>
  );
}

/** The start time tells apart two sessions in the same kind of browser. */
function SessionLine({ session, onEnd }: { session: SessionSummary; onEnd: () => void }) {
  const { t, language } = useTranslation();
  const browser = deviceName(session, t);
  const began = formatMoment(session.created_at, language);
  return (
    <li>
      <div class="row row-spread">
        <b class="break">{browser}</b>
        {session.current ? <span class="badge tone-good">{t('sessions.this')}</span> : null}
      </div>
      <span class="small soft">{t('sessions.began', { moment: began })}</span>
      {session.current ? null : (
        <>
          <span class="small soft">
            {t('sessions.lastUsed', { moment: formatMoment(session.last_used_at, language) })}
          </span>
          <Button weight="link" onClick={onEnd}>
            {t('sessions.end', { browser })}
            <span class="hidden-text"> {t('sessions.began', { moment: began })}</span>
          </Button>
        </>
      )}
    </li>
  );
}
