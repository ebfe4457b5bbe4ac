/** Foot of the popup: whose contacts these are, what waits to be sent, and the main action. */
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { useTranslation } from './translation.tsx';

interface FootProps {
  accountName: string;
  /** How many writes wait or need the person. */
  waiting: number;
  onAccount: () => void;
  onOutbox: () => void;
  /** Absent where the view offers it itself. */
  onSignOut?: (() => void) | undefined;
}

export function Foot({ accountName, waiting, onAccount, onOutbox, onSignOut }: FootProps) {
  const { t } = useTranslation();
  return (
    <footer class="popup-foot">
      <Button class="account-button" onClick={onAccount}>
        <span class="hidden-text">{t('account.button')} </span>
        <span class="account-name">{accountName}</span>
        <Icon name="down" />
      </Button>
      <div class="foot-end">
        {waiting === 0 ? null : (
          <Button weight="link" icon="outbox" onClick={onOutbox}>
            {t('outbox.waiting', { count: waiting })}
          </Button>
        )}
        {onSignOut === undefined ? null : (
          <Button class="foot-quiet" onClick={onSignOut}>
            {t('account.signOut')}
          </Button>
        )}
      </div>
    </footer>
  );
}
