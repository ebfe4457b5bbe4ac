/** The popup: no account, an account whose session has ended, or a signed-in one. */
import { lazyView } from '../../components/lazy-view.tsx';
import { type Announcement, LiveRegions } from '../../components/notice.tsx';
import { TranslationProvider } from '../../components/translation.tsx';
import { useAnnouncement } from '../../components/use-announcement.ts';
import { usePageCare } from '../../components/use-page-care.ts';
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

export function App({ start }: { start: Start }) {
  const { values: settings } = useWatched(start.settings, SETTINGS);
  const accounts = useWatched(start.accounts, ACCOUNTS);
  const signIn = useWatched(start.signIn, SIGN_IN);
  const translator = useTranslator(start.translator, settings);
  const { said, announce } = useAnnouncement<Announcement>();
  const latest = useLatestStart(start);
  usePageCare();
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
        <LiveRegions announcement={said} onClose={() => announce(null)} />
      </div>
    </TranslationProvider>
  );
}
