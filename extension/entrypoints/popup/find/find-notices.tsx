/** Small lines over the list: permission that ends soon, a search that could only be exact, people on this page. */
import { useState } from 'preact/hooks';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { unfinishedReviewItem } from '../../../lib/memory/add-form-items.ts';
import { putOffNoticesItem } from '../../../lib/memory/list-items.ts';
import { forgetReview } from '../../../lib/outbox/clear-submitted-form.ts';
import { canBePutOff, connectionExpiry, isPutOff } from '../../../lib/session/stored-account.ts';
import { usePopup } from '../context/popup-context.ts';
import type { LatestStart } from '../context/use-latest-start.ts';
import { useWatched } from '../context/use-watched.ts';

interface FindNoticesProps {
  start: LatestStart;
  search: string;
  narrowed: boolean;
}

export function FindNotices({ start, search, narrowed }: FindNoticesProps) {
  const { t } = useTranslation();
  return (
    <>
      <FindExpiryNotice start={start} />
      <UnfinishedReviewNotice start={start} />
      {narrowed ? (
        <div class="toast">
          <Notice tone="info">{t('find.narrowed')}</Notice>
        </div>
      ) : null}
      {search === '' ? <PageRow /> : null}
    </>
  );
}

/** A review of many that was left or closed: offered, and gone on with only by a click. */
function UnfinishedReviewNotice({ start }: { start: LatestStart }) {
  const { t } = useTranslation();
  const { account, open } = usePopup();
  const kept = useWatched(start.current.reviews, unfinishedReviewItem)[account.id];
  if (kept === undefined) return null;
  return (
    <div class="toast">
      <Notice
        tone="info"
        actions={
          <>
            <Button weight="outline" onClick={() => open({ name: 'bulk', forms: [], kept })}>
              {t('find.resume')}
            </Button>
            <Button onClick={() => void forgetReview(account.id)}>{t('find.discard')}</Button>
          </>
        }
      >
        {t('find.unfinished', { count: kept.people.length })}
      </Notice>
    </div>
  );
}

/** In the list a notice can be put off until its next day; the account view always has it. */
function FindExpiryNotice({ start }: { start: LatestStart }) {
  const { account } = usePopup();
  const [putOff, setPutOff] = useState(start.current.putOff[account.id]);
  const { notice } = connectionExpiry(account, Date.now());
  if (notice === null || isPutOff(account, notice, putOff)) return null;
  const later = () => {
    const { id, connectionExpiresAt } = account;
    document.querySelector<HTMLElement>('.search-input')?.focus();
    setPutOff({ connectionExpiresAt, notice });
    void putOffNoticesItem.update((all) => ({ ...all, [id]: { connectionExpiresAt, notice } }));
  };
  return <ExpiryNotice onLater={canBePutOff(notice) ? later : undefined} />;
}

/** Envoke's permission lasts a year; said in time, with the one click that renews it. */
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

function PageRow() {
  const { t } = useTranslation();
  const { page, open } = usePopup();
  if (page.status !== 'ready' || page.people.length === 0) return null;
  const unknown = page.people.filter(({ contact }) => contact === null).length;
  return (
    <button
      type="button"
      class="person"
      data-arrow-stop
      data-return="page"
      onClick={() => open({ name: 'page' })}
    >
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
