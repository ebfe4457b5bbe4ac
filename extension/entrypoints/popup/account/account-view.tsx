/** The account view: the current account, the other accounts, the sessions on other devices, and signing out. */
import '../../../components/styles/put-on-form-styles.ts';
import { AskFirst } from '../../../components/ask-first.tsx';
import { Button } from '../../../components/button.tsx';
import { HelpLink } from '../../../components/settings-link.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { useConnect } from '../../../components/use-connect.ts';
import { ViewBar } from '../../../components/view-bar.tsx';
import { formatDay, localDay } from '../../../lib/i18n/index.ts';
import { switchAccount } from '../../../lib/session/accounts.ts';
import { usePopup } from '../context/popup-context.ts';
import { useSignOut } from '../context/use-sign-out.ts';
import { ExpiryNotice } from '../find/expiry-notice.tsx';
import { ActivitySection } from './activity-section.tsx';
import { RecorderSection } from './recorder-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

export function AccountView() {
  const { t, language } = useTranslation();
  const { account, client, settings, announce, back } = usePopup();
  const connect = useConnect(settings.brokerUrl, announce);
  const signOut = useSignOut({ account, announce });
  const signOutEverywhere = useSignOut({ account, announce, first: () => client.endAllSessions() });
  return (
    <>
      <ViewBar title={t('account.title')} onBack={back} />
      <div class="view">
        <section class="card">
          <h2 class="break">{account.name}</h2>
          <p class="soft">
            {t('account.until', { day: formatDay(localDay(account.connectionExpiresAt * 1000), language) })}
          </p>
          <AskFirst
            label={t('account.signOutAsk')}
            question={t('account.signOutReally', { name: account.name })}
            confirm={t('account.signOut')}
            onConfirmed={signOut}
          />
        </section>
        <ExpiryNotice />
        <Others />
        <Button weight="outline" icon="plus" onClick={() => connect(null)}>
          {t('account.another')}
        </Button>
        <SessionsSection onSignOutEverywhere={signOutEverywhere} />
        <RecorderSection />
        <ActivitySection />
        <HelpLink />
      </div>
    </>
  );
}

function Others() {
  const { t } = useTranslation();
  const { account, accounts, announce } = usePopup();
  const others = accounts.accounts.filter(({ id }) => id !== account.id);
  if (others.length === 0) return null;
  const leaveFor = (id: string) => {
    // As at the foot: what was said of this account is not followed any further.
    announce(null);
    void switchAccount(id);
  };
  return (
    <section class="stack-tight">
      <h2>{t('account.others')}</h2>
      <ul>
        {others.map(({ id, name }) => (
          <li key={id}>
            <Button weight="quiet" icon="people" onClick={() => leaveFor(id)}>
              {t('account.switchTo', { name })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
