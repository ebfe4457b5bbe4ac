/** Notices that the first paint does not wait for: permission that ends, unfinished drafts, consents that end soon. */
import '../../../components/styles/put-on-form-styles.ts';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../components/button.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { useWatched } from '../../../components/use-watched.ts';
import { localDay } from '../../../lib/i18n/index.ts';
import { endingSoon } from '../../../lib/memory/consent-ends.ts';
import { draftsItem } from '../../../lib/memory/drafts-item.ts';
import { newConnectionItem } from '../../../lib/memory/new-connection.ts';
import { type PutOffNotices, putOffNoticesItem } from '../../../lib/memory/put-off-notices.ts';
import { canBePutOff, connectionExpiry, isPutOff } from '../../../lib/session/connection-expiry.ts';
import { usePopup } from '../context/popup-context.ts';
import type { LatestStart } from '../context/use-latest-start.ts';
import { ExpiryNotice } from './expiry-notice.tsx';
import { UnfinishedNotice } from './unfinished-notice.tsx';
import { useConsentEnds } from './use-consent-ends.ts';
import type { ContactSearchControl } from './use-contact-search.ts';

interface LaterNoticesProps {
  start: LatestStart;
  found: ContactSearchControl;
}

export function LaterNotices({ start, found }: LaterNoticesProps) {
  const { account, settings } = usePopup();
  const drafts = useWatched(start.current.drafts, draftsItem)[account.id] ?? [];
  useEffect(() => void newConnectionItem.remove(), []);
  useRetryOnAnswer(found);
  return (
    <>
      <FindExpiryNotice />
      <UnfinishedNotice drafts={drafts} />
      {settings.consentClock === 'off' ? null : <EndingNotice />}
      <Progress found={found} />
    </>
  );
}

/** In the list a notice can be dismissed until its next day; the account view always shows it. */
function FindExpiryNotice() {
  const { account } = usePopup();
  const putOff = useWatched<PutOffNotices | null>(null, putOffNoticesItem);
  const { notice } = connectionExpiry(account, Date.now());
  if (notice === null || putOff === null || isPutOff(account, notice, putOff[account.id])) return null;
  const later = () => {
    const { id, connectionExpiresAt } = account;
    document.querySelector<HTMLElement>('.search-input')?.focus();
    void putOffNoticesItem.update((all) => ({ ...all, [id]: { connectionExpiresAt, notice } }));
  };
  return <ExpiryNotice onLater={canBePutOff(notice) ? later : undefined} />;
}

/** Says nothing where no consent ends this month or the next, and before the first reading has ended. */
function EndingNotice() {
  const { t } = useTranslation();
  const { open } = usePopup();
  const ends = useConsentEnds();
  const { count, month } = endingSoon(ends, localDay(Date.now()));
  if (count === 0) return null;
  const what = t(month === 'this' ? 'ending.thisMonth' : 'ending.nextMonth', { count });
  return (
    <p class="page-note row small soft">
      <span>{ends.isWhole ? what : t('ending.atLeast', { what })}</span>
      <Button weight="link" returnMark="ending" onClick={() => open({ name: 'ending' })}>
        {t('ending.show')}
      </Button>
    </p>
  );
}

/** An answer to a write, also a refusal, shows that the broker is there again: what could not be found is searched once more. */
function useRetryOnAnswer({ error, retry }: Pick<ContactSearchControl, 'error' | 'retry'>): void {
  const { outbox } = usePopup();
  const answered = outbox.items.filter(({ state }) => !['waiting', 'sending'].includes(state.status)).length;
  useEffect(() => {
    if (error !== null) retry();
  }, [answered]);
}

/** A person who still sees old results after this time is told so; one who sees none waits longer for the words. */
const LONG_MS = { some: 1_000, none: 3_000 };

/** Under the list, where it moves nothing: that the search takes long, and for a screen reader how many there are. */
function Progress({ found: { status, contacts, nextSkip } }: Pick<LaterNoticesProps, 'found'>) {
  const { t } = useTranslation();
  const [isLong, setLong] = useState(false);
  const count = contacts.length;
  const kind = count > 0 ? 'some' : 'none';
  useEffect(() => {
    setLong(false);
    if (status !== 'loading') return;
    const timer = setTimeout(() => setLong(true), LONG_MS[kind]);
    return () => clearTimeout(timer);
  }, [status, kind]);
  const isLooking = status === 'loading' && isLong;
  const isCounted = status === 'ready' && count > 0;
  return (
    <p class={isLooking ? 'still-looking small soft' : 'hidden-text'} role="status">
      {isLooking ? t(kind === 'some' ? 'find.stillLooking' : 'find.takesLonger') : ''}
      {isCounted ? t(nextSkip === null ? 'find.count' : 'find.atLeast', { count }) : ''}
    </p>
  );
}
