/** Small lines over the list: permission that ends soon, a search that could only be exact, people on this page. */
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { connectionExpiry } from '../../../lib/session/account.ts';
import { usePopup } from '../state/popup-context.ts';

interface FindNoticesProps {
  search: string;
  narrowed: boolean;
}

export function FindNotices({ search, narrowed }: FindNoticesProps) {
  const { t } = useTranslation();
  return (
    <>
      <ExpiryNotice />
      {narrowed ? (
        <div class="toast">
          <Notice tone="info">{t('find.narrowed')}</Notice>
        </div>
      ) : null}
      {search === '' ? <PageRow /> : null}
    </>
  );
}

/** Envoke's permission lasts a year; said in time, with the one click that renews it. */
export function ExpiryNotice() {
  const { t } = useTranslation();
  const { account, reconnect } = usePopup();
  const { daysLeft, notice } = connectionExpiry(account, Date.now());
  if (notice === null) return null;
  return (
    <div class="toast">
      <Notice
        tone="warn"
        actions={
          <Button weight="outline" onClick={reconnect}>
            {t('error.reconnect')}
          </Button>
        }
      >
        {t('account.expires', { count: daysLeft })}
      </Notice>
    </div>
  );
}

function PageRow() {
  const { t } = useTranslation();
  const { page, open } = usePopup();
  if (page.status !== 'ready' || page.people.length === 0) return null;
  const unknown = page.people.filter(({ contact }) => contact === null).length;
  return (
    <button type="button" class="person" data-arrow-stop onClick={() => open({ name: 'page' })}>
      <span class="avatar" aria-hidden="true">
        <Icon name="page" />
      </span>
      <span class="person-words">
        <span class="person-name">{t('page.title')}</span>{' '}
        <span class="person-more">
          {t('page.summary', { count: page.people.length })}
          {unknown === 0 ? '' : ` · ${t('page.unknown', { count: unknown })}`}
        </span>
      </span>
    </button>
  );
}
