/** The notice that Envoke's permission ends soon, with the one click that renews it. */
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { connectionExpiry } from '../../../lib/session/connection-expiry.ts';
import { usePopup } from '../context/popup-context.ts';

/** Envoke's permission lasts a year. This notice appears before the end, with the one click that renews it. */
export function ExpiryNotice({ onLater }: { onLater?: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { account, reconnect } = usePopup();
  const { daysLeft, notice } = connectionExpiry(account, Date.now());
  if (notice === null) return null;
  return (
    <div class="toast">
      <Notice
        tone="warn"
        actions={
          <>
            <Button weight="outline" onClick={reconnect}>
              {t('error.reconnect')}
            </Button>
            {onLater === undefined ? null : <Button onClick={onLater}>{t('account.later')}</Button>}
          </>
        }
      >
        {daysLeft === 0 ? t('account.expiresToday') : t('account.expires', { count: daysLeft })}
      </Notice>
    </div>
  );
}
