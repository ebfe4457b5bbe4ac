/** Footer of the popup: the account shown, the other accounts, the writes that wait to be sent, and the settings. */
import { Avatar } from './avatar.tsx';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { SettingsLink } from './settings-link.tsx';
import { useTranslation } from './translation.tsx';

interface FootProps {
  accountName: string;
  /** Other accounts of this browser, each one click away; the account view lists those that do not fit here. */
  others: readonly { id: string; name: string }[];
  /** How many writes wait to be sent. */
  waiting: number;
  /** How many were refused, or need a decision. */
  toFix: number;
  onAccount: () => void;
  onSwitch: (accountId: string) => void;
  onOutbox: () => void;
}

/** More would leave too little room for the name of the current account. */
const OTHERS_SHOWN = 2;

export function Foot({ accountName, others, waiting, toFix, onAccount, onSwitch, onOutbox }: FootProps) {
  const { t } = useTranslation();
  return (
    <footer class="popup-foot">
      <Button class="account-button" onClick={onAccount}>
        <span class="hidden-text">{t('account.button')} </span>
        <span class="account-name">{accountName}</span>
        <Icon name="down" />
      </Button>
      <div class="foot-end">
        {others.slice(0, OTHERS_SHOWN).map(({ id, name }) => (
          <button
            key={id}
            type="button"
            class="button button-icon"
            title={t('account.switchTo', { name })}
            onClick={() => onSwitch(id)}
          >
            <Avatar name={name} />
          </button>
        ))}
        {waiting === 0 ? null : (
          <Button weight="link" icon="outbox" onClick={onOutbox}>
            {t('outbox.waiting', { count: waiting })}
          </Button>
        )}
        {toFix === 0 ? null : (
          <Button weight="link" icon="warn" class="tone-warn" onClick={onOutbox}>
            {t('outbox.toFix', { count: toFix })}
          </Button>
        )}
        <SettingsLink short={others.length > 0 || waiting + toFix > 0} />
      </div>
    </footer>
  );
}
