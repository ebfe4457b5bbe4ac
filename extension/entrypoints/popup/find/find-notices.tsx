/** Notices above the list: permission that ends soon, a search that could only be exact, people on this page. */
import { useState } from 'preact/hooks';
import { Icon } from '../../../components/icon.tsx';
import { lazyView } from '../../../components/lazy-view.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { draftsItem } from '../../../lib/memory/drafts-item.ts';
import { putOffNoticesItem } from '../../../lib/memory/list-items.ts';
import { canBePutOff, connectionExpiry, isPutOff } from '../../../lib/session/stored-account.ts';
import { usePopup } from '../context/popup-context.ts';
import type { LatestStart } from '../context/use-latest-start.ts';
import { useWatched } from '../context/use-watched.ts';

const UnfinishedNotice = lazyView(
  async () => (await import('./unfinished-notice.tsx')).UnfinishedNotice,
  () => null,
);

const ExpiryNotice = lazyView(
  async () => (await import('./expiry-notice.tsx')).ExpiryNotice,
  () => null,
);

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
      <Unfinished start={start} />
      {narrowed ? (
        <div class="toast">
          <Notice tone="info">{t('find.narrowed')}</Notice>
        </div>
      ) : null}
      {search === '' ? <PageRow /> : null}
    </>
  );
}

/** Drawn after the first paint, where there is anything to offer. */
function Unfinished({ start }: { start: LatestStart }) {
  const { account } = usePopup();
  const drafts = useWatched(start.current.drafts, draftsItem)[account.id] ?? [];
  return drafts.length === 0 ? null : <UnfinishedNotice drafts={drafts} />;
}

/** In the list a notice can be dismissed until its next day; the account view always shows it. */
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
