/** The page that opens after an installation: pin the button, connect, the two gestures, and where to get help. */
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { signInProblem } from '../../components/error-words.ts';
import { Logo } from '../../components/logo.tsx';
import type { Announcement } from '../../components/notice.tsx';
import { useShortcuts } from '../../components/settings/use-shortcuts.ts';
import { HelpLink, SettingsLink } from '../../components/settings-link.tsx';
import { TranslationProvider, useTranslation } from '../../components/translation.tsx';
import { useConnect } from '../../components/use-connect.ts';
import { usePageCare } from '../../components/use-page-care.ts';
import { useTranslator } from '../../components/use-translator.ts';
import { useWatched } from '../../components/use-watched.ts';
import { ACCOUNTS, SETTINGS, SIGN_IN } from '../../components/watched-state.ts';
import { ConnectStep } from '../../components/welcome/connect-step.tsx';
import { Step } from '../../components/welcome/welcome-step.tsx';
import type { Translator } from '../../lib/i18n/index.ts';
import type { AccountList } from '../../lib/session/accounts.ts';
import type { LoadedSettings } from '../../lib/settings/settings.ts';
import { saveSettings } from '../../lib/settings/settings-store.ts';
import { IDLE } from '../../lib/sign-in/progress.ts';
import { howToPin, useIsPinned } from './toolbar-button.ts';

/** As they were read before the page was first drawn. */
interface WelcomePageProps {
  settings: LoadedSettings;
  accounts: AccountList;
  translator: Translator;
}

export function WelcomePage(first: WelcomePageProps) {
  const settings = useWatched(first.settings, SETTINGS);
  const { current } = useWatched(first.accounts, ACCOUNTS);
  const connected = current?.state === 'active' ? current.name : null;
  const translator = useTranslator(first.translator, settings.values);
  const { t } = translator;
  usePageCare();
  useEffect(() => {
    document.title = connected === null ? t('welcome.title') : t('welcome.connected', { name: connected });
  }, [translator, connected]);
  return (
    <TranslationProvider value={translator}>
      <main class="welcome">
        <header class="stack">
          <div class="row row-spread">
            <Logo />
            {settings.managed.has('language') ? null : <OtherLanguage translator={translator} />}
          </div>
          <h1>{t('welcome.title')}</h1>
          <p class="welcome-lead">{t('welcome.lead')}</p>
        </header>
        <ol class="stack" aria-label={t('welcome.steps')}>
          <PinStep translator={translator} />
          <Connecting connected={connected} accountId={current?.id ?? null} settings={settings} />
          <UseStep translator={translator} />
        </ol>
        <section class="stack-tight">
          <h2>{t('welcome.help')}</h2>
          <p>{t('welcome.helpText')}</p>
          <div class="row">
            <HelpLink />
            <SettingsLink />
          </div>
        </section>
      </main>
    </TranslationProvider>
  );
}

type Translated = Pick<WelcomePageProps, 'translator'>;

/** A browser in English says little about the language of who installs something in it. */
function OtherLanguage({ translator: { t, language } }: Translated) {
  const other = language === 'fr' ? 'en' : 'fr';
  return (
    <Button weight="outline" onClick={() => void saveSettings({ language: other })}>
      <span lang={other}>{t(other === 'fr' ? 'settings.languageFr' : 'settings.languageEn')}</span>
    </Button>
  );
}

function PinStep({ translator: { t } }: Translated) {
  const isPinned = useIsPinned();
  return (
    <Step title={t('welcome.pin')} isDone={isPinned}>
      <p>{t(isPinned ? 'welcome.pinned' : howToPin())}</p>
    </Step>
  );
}

interface ConnectingProps {
  connected: string | null;
  /** The account whose session has ended, to be connected again. */
  accountId: string | null;
  settings: LoadedSettings;
}

function Connecting({ connected, accountId, settings }: ConnectingProps) {
  const translator = useTranslation();
  const [withheld, announce] = useState<Announcement | null>(null);
  const connect = useConnect(settings.values.brokerUrl, announce);
  const signIn = useWatched(IDLE, SIGN_IN);
  return (
    <ConnectStep
      connected={connected}
      isRunning={signIn.status === 'running'}
      inTab={signIn.status === 'running' && signIn.step === 'in-tab'}
      problem={withheld ?? signInProblem(signIn, translator)}
      onConnect={() => connect(accountId)}
    />
  );
}

/** The keys that do the same are those of this browser; none is named where none is set. */
function UseStep({ translator: { t } }: Translated) {
  const shortcuts = useShortcuts();
  const gestures = [
    { key: 'help.find', command: '_execute_action' },
    { key: 'help.add', command: 'add-selection' },
  ] as const;
  return (
    <Step title={t('welcome.use')}>
      <ul class="bullets">
        {gestures.map(({ key, command }) => (
          <li key={key}>
            {t(key)} {shortcuts[command] ? <kbd>{shortcuts[command]}</kbd> : null}
          </li>
        ))}
      </ul>
    </Step>
  );
}
