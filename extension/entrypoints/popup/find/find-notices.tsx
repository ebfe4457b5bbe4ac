/** Above the list: notices that can wait, a search that could only be exact, people on this page. */
import { Icon } from '../../../components/icon.tsx';
import { lazyView } from '../../../components/lazy-view.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { usePopup } from '../context/popup-context.ts';
import type { LatestStart } from '../context/use-latest-start.ts';
import type { ContactSearchControl } from './use-contact-search.ts';

/** Drawn after the first paint. */
const LaterNotices = lazyView(
  async () => (await import('./later-notices.tsx')).LaterNotices,
  () => null,
);

interface FindNoticesProps {
  start: LatestStart;
  found: ContactSearchControl;
}

export function FindNotices({ start, found }: FindNoticesProps) {
  const { t } = useTranslation();
  return (
    <>
      <LaterNotices start={start} found={found} />
      {found.narrowed ? (
        <div class="toast">
          <Notice tone="info">{t('find.narrowed')}</Notice>
        </div>
      ) : null}
      {found.search === '' ? <PageRow /> : null}
    </>
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
