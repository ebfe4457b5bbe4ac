/** The account's sessions on all devices: this one can be named, and the others ended, a person's own ones all at once. */
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
import { DeviceNameField } from './device-name-field.tsx';

/** The broker names a browser in English; its parts are names in any language. */
function browserName({ browser: named }: SessionSummary, t: Translate): string {
  const [browser = '', system] = named.split(' on ');
  return system === undefined ? named : t('sessions.device', { browser, system });
}

const deviceName = (session: SessionSummary, t: Translate) => session.device_name || browserName(session, t);

const ownFirst = (sessions: readonly SessionSummary[]) =>
  sessions.toSorted(
    (a, b) =>
      Number(b.current) - Number(a.current) ||
      Number(b.own) - Number(a.own) ||
      b.last_used_at - a.last_used_at,
  );

export function SessionsSection({ onSignOutEverywhere }: { onSignOutEverywhere: () => void }) {
  const { t } = useTranslation();
  const { client, announce } = usePopup();
  const [sessions, setSessions] = useState<readonly SessionSummary[]>([]);
  const [error, setError] = useState<ShownError | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const load = () => {
    setError(null);
    client.sessions().then(
      (all) => setSessions(ownFirst(all)),
      (failure: unknown) => setError(toShownError(failure)),
    );
  };
  useEffect(load, [client]);
  const onStep = useSteps(load);
  const end = async (ending: Promise<void>, done: string) => {
    try {
      await ending;
      announce({ tone: 'good', text: done });
      // The button that had the focus goes with its session.
      heading.current?.focus();
      load();
    } catch (failure) {
      setError(toShownError(failure));
    }
  };
  const current = sessions.find((session) => session.current);
  return (
    <section class="stack-tight">
      <h2 ref={heading} tabIndex={-1}>
        {t('sessions.title')}
      </h2>
      {sessions.length < 2 ? null : <p class="small soft">{t('sessions.hint')}</p>}
      {error === null ? null : <ErrorNotice error={error} onStep={onStep} />}
      <ul class="lines" aria-label={t('sessions.title')}>
        {sessions.map((session) => (
          <SessionLine
            key={session.id}
            session={session}
            onEnd={() =>
              void end(
                client.endSession(session.id),
                t('sessions.ended', { browser: deviceName(session, t) }),
              )
            }
          />
        ))}
      </ul>
      {current === undefined ? null : (
        <DeviceNameField
          key={current.id}
          session={current}
          onNamed={load}
          onFailed={(failure) => setError(toShownError(failure))}
        />
      )}
      {sessions.some(({ own, current }) => own && !current) ? (
        <div class="row">
          <Button
            weight="outline"
            onClick={() => void end(client.endOtherSessions(), t('sessions.othersEnded'))}
          >
            {t('sessions.endOthers')}
          </Button>
        </div>
      ) : null}
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
  const name = deviceName(session, t);
  const began = t('sessions.began', { moment: formatMoment(session.created_at, language) });
  const end = (
    <>
      {t('sessions.end', { browser: name })}
      <span class="hidden-text"> {began}</span>
    </>
  );
  return (
    <li>
      <div class="row row-spread">
        <b class="break">{name}</b>
        {session.own ? (
          <span class="badge tone-good">{t(session.current ? 'sessions.this' : 'sessions.own')}</span>
        ) : null}
      </div>
      {session.device_name === '' ? null : <span class="small soft">{browserName(session, t)}</span>}
      <span class="small soft">{began}</span>
      {session.current ? null : (
        <>
          <span class="small soft">
            {t('sessions.lastUsed', { moment: formatMoment(session.last_used_at, language) })}
          </span>
          {session.own ? (
            <div class="row">
              <Button weight="link" onClick={onEnd}>
                {end}
              </Button>
            </div>
          ) : (
            <AskFirst
              weight="link"
              label={end}
              question={t('sessions.endReally')}
              confirm={end}
              onConfirmed={onEnd}
            />
          )}
        </>
      )}
    </li>
  );
}
