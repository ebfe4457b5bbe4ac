/** Connecting for the first time, and connecting again when a session or Envoke's permission has ended. */
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../components/button.tsx';
import { Connect } from '../../../components/connect.tsx';
import { signInProblem } from '../../../components/error-words.ts';
import { lazyView } from '../../../components/lazy-view.tsx';
import type { Announcement } from '../../../components/notice.tsx';
import { SettingsLink } from '../../../components/settings-link.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { useConnect } from '../../../components/use-connect.ts';
import { type OutboxSnapshot, partOf } from '../../../lib/outbox/outbox-item.ts';
import { unsettled, watchOutbox } from '../../../lib/outbox/outbox-summary.ts';
import { type AccountList, switchAccount } from '../../../lib/session/accounts.ts';
import type { AccountSummary } from '../../../lib/session/stored-account.ts';
import type { SignInProgress } from '../../../lib/sign-in/progress.ts';
import { NO_OUTBOX } from '../context/use-outbox.ts';
import { useSignOut } from '../context/use-sign-out.ts';

const LeftBehindSection = lazyView(
  async () => (await import('../outbox/left-behind-section.tsx')).LeftBehindSection,
);

interface ConnectViewProps {
  /** The account whose session has ended; null when there is none yet. */
  account: AccountSummary | null;
  accounts: AccountList;
  signIn: SignInProgress;
  brokerUrl: string;
  announce: (announcement: Announcement | null) => void;
}

export function ConnectView({ account, accounts, signIn, brokerUrl, announce }: ConnectViewProps) {
  const translator = useTranslation();
  const { t } = translator;
  const connect = useConnect(brokerUrl, announce);
  const left = useLeftBehind(accounts.accounts);
  const others = accounts.accounts.filter(({ id, state }) => id !== account?.id && state === 'active');
  return (
    <>
      <main class="popup-main">
        <Connect
          ended={account === null ? null : { name: account.name, state: account.state }}
          running={signIn.status === 'running'}
          inTab={signIn.status === 'running' && signIn.step === 'in-tab'}
          problem={signInProblem(signIn, translator)}
          onConnect={() => connect(account?.id ?? null)}
        />
        {others.map((other) => (
          <Button key={other.id} onClick={() => void switchAccount(other.id)}>
            {t('account.switchTo', { name: other.name })}
          </Button>
        ))}
        {left.items.length === 0 ? null : <LeftBehindSection left={left} />}
      </main>
      <footer class="popup-foot">
        <SettingsLink />
        {account === null ? null : <SignOut account={account} announce={announce} />}
      </footer>
    </>
  );
}

/** Open writes whose account has no session here. */
function useLeftBehind(accounts: readonly AccountSummary[]): OutboxSnapshot {
  const [open, setOpen] = useState(NO_OUTBOX);
  useEffect(() => watchOutbox((all) => setOpen(unsettled(all))), []);
  const active = new Set(accounts.filter(({ state }) => state === 'active').map(({ id }) => id));
  return partOf(open, (id) => !active.has(id));
}

/** A person who does not want to connect again can remove the account here. */
function SignOut(props: Parameters<typeof useSignOut>[0]) {
  const { t } = useTranslation();
  return (
    <Button class="foot-quiet" onClick={useSignOut(props)}>
      {t('account.signOut')}
    </Button>
  );
}
