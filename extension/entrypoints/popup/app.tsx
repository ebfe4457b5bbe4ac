/** The popup: no account, an account whose session has ended, or a signed-in one. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useCancelKey } from '../../components/cancel-key.ts';
import { lazyView } from '../../components/lazy-view.tsx';
import { useLostFocus } from '../../components/lost-focus.ts';
import { type Announcement, LiveRegions } from '../../components/notice.tsx';
import { TranslationProvider } from '../../components/translation.tsx';
import { useTranslator } from '../../components/use-translator.ts';
import { useWatched } from '../../components/use-watched.ts';
import { ACCOUNTS, SETTINGS, SIGN_IN } from '../../components/watched-state.ts';
import type { Start } from './context/popup-start.ts';
import { useLatestStart } from './context/use-latest-start.ts';
import { SignedIn } from './shell/signed-in.tsx';

/** Loaded later: only a person without a session sees it, so the start bundle need not carry it. */
const ConnectView = lazyView(
  async () => (await import('./account/connect-view.tsx')).ConnectView,
  () => null,
);
/** A success message disappears after this time; an error stays. */
const GOOD_NEWS_MS = 10_000;

function useAnnouncement() {
  const [announcement, setAnnouncement] = useState<Announcement | null>(null);
  useEffect(() => {
    if (announcement === null || announcement.tone === 'bad') return;
    const leave = () => {
      // It stays while the person is about to press its button.
      if (document.activeElement?.closest('.toast') === null) setAnnouncement(null);
    };
    const timer = setInterval(leave, GOOD_NEWS_MS);
    return () => clearInterval(timer);
  }, [announcement]);
  const announce = useCallback((next: Announcement | null) => setAnnouncement(next), []);
  useCancelKey(announcement?.isQuestion === true, () => announce(null));
  return { announcement, announce };
}

export function App({ start }: { start: Start }) {
  const { values: settings } = useWatched(start.settings, SETTINGS);
  const accounts = useWatched(start.accounts, ACCOUNTS);
  const signIn = useWatched(start.signIn, SIGN_IN);
  const translator = useTranslator(start.translator, settings);
  const { announcement, announce } = useAnnouncement();
  const latest = useLatestStart(start);
  useLostFocus();
  const { current } = accounts;
  return (
    <TranslationProvider value={translator}>
      <div class="popup">
        {current !== null && current.state === 'active' ? (
          <SignedIn
            key={current.id}
            start={latest}
            accounts={accounts}
            account={current}
            settings={settings}
            signIn={signIn}
            announce={announce}
          />
        ) : (
          <ConnectView
            account={current}
            accounts={accounts}
            signIn={signIn}
            brokerUrl={settings.brokerUrl}
            announce={announce}
          />
        )}
        <LiveRegions announcement={announcement} />
      </div>
    </TranslationProvider>
  );
}
