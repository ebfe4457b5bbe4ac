/** Puts together what the views of one account share. */
import { useCallback, useLayoutEffect, useMemo } from 'preact/hooks';
import type { Announcement } from '../../../components/notice.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { type Announce, withoutFault } from '../../../components/use-announcement.ts';
import { useConnect } from '../../../components/use-connect.ts';
import { createLazyClient } from '../../../lib/broker-client/lazy-client.ts';
import type { OutboxItem, OutboxSnapshot } from '../../../lib/outbox/outbox-item.ts';
import { countUnsent, unsettled } from '../../../lib/outbox/outbox-summary.ts';
import type { AccountList } from '../../../lib/session/accounts.ts';
import type { AccountSummary } from '../../../lib/session/stored-account.ts';
import type { Settings } from '../../../lib/settings/settings.ts';
import type { SignInProgress } from '../../../lib/sign-in/progress.ts';
import type { Popup, View } from '../context/popup-context.ts';
import { firstViews } from '../context/popup-start.ts';
import type { LatestStart } from '../context/use-latest-start.ts';
import {
  NO_OUTBOX,
  useArrived,
  useLaidOver,
  useOutbox,
  useSettled,
  useWakeSender,
} from '../context/use-outbox.ts';
import { usePagePeople } from '../context/use-page-people.ts';
import { type Lost, useCapture } from './use-capture.ts';
import { useViews } from './use-views.ts';
import { useWrites } from './use-writes.ts';

export interface PopupModelProps {
  start: LatestStart;
  accounts: AccountList;
  account: AccountSummary;
  settings: Settings;
  signIn: SignInProgress;
  announce: Announce<Announcement>;
}

export interface PopupModel {
  popup: Popup;
  view: View;
  viewId: string;
  /** `data-return` of the element that takes the focus when the person has come back to the current view. */
  returnTo: string | null;
  /** How many writes wait to be sent, or to go on. */
  waiting: number;
  /** How many writes need the person. */
  toFix: number;
  /** A command was given, and its page is still being read. */
  isReading: boolean;
}

export function usePopupModel({ start, accounts, account, settings, announce }: PopupModelProps): PopupModel {
  const { t, complete } = useTranslation();
  const client = useMemo(() => createLazyClient(account.id), [account.id]);
  const { view, viewId, back, home, returnTo, ...views } = useViews(firstViews(start.current, account.id));
  const { own: outbox, elsewhere } = useOutbox(account.id);
  useWakeSender({ own: outbox, elsewhere });
  const arrived = useArrived(outbox);
  const laidOver = useLaidOver(outbox);
  const page = usePagePeople(client, settings.pageLookup, outbox);
  const connect = useConnect(settings.brokerUrl, announce);

  // Also when another account takes the place of this one: its question must not be answered there.
  useLayoutEffect(() => () => announce(withoutFault), [viewId]);
  const open = useCallback(
    (next: View) => {
      announce(null);
      views.open(next);
    },
    [announce, views.open],
  );
  const writes = useWrites(account.id, announce, open);
  const { undo } = writes;
  const onSettled = useCallback(
    async (item: OutboxItem, all: OutboxSnapshot) => {
      const { settledWords, settledBatchWords } = await import('./settled-words.ts');
      const ways = { client, open, announce, undo };
      const batch = all.batches.find(({ id }) => id === item.batchId);
      const words =
        batch === undefined ? settledWords(item, all, t, ways) : settledBatchWords(batch, all, t, ways);
      if (words !== null) announce(words);
    },
    [announce, client, open, undo, t],
  );
  // This text is loaded with the views that save something; before that, there is nothing to announce.
  useSettled(complete ? outbox : NO_OUTBOX, onSettled);
  const openCaptured = useCallback(
    (next: View) => {
      home();
      open(next);
    },
    [home, open],
  );
  const onLost = useCallback(
    (key: Lost) => announce({ tone: key === 'capture.nobody' ? 'warn' : 'bad', text: t(key) }),
    [announce, t],
  );
  const isReading = useCapture(start.current, account.id, settings, openCaptured, complete ? onLost : null);

  const reconnect = useCallback(() => connect(account.id), [connect, account.id]);
  const parts: Popup = {
    account,
    accounts,
    client,
    settings,
    outbox,
    laidOver,
    arrived,
    elsewhere,
    page,
    open,
    back,
    home,
    announce,
    ...writes,
    reconnect,
  };
  // The same object while every part is the same, so that components redraw only when a part changes.
  const popup = useMemo(() => parts, Object.values(parts));
  const [here, there] = [countUnsent(unsettled(outbox)), countUnsent(elsewhere)];
  const waiting = here.waiting + here.paused + there.waiting + there.paused;
  return { popup, view, viewId, returnTo, waiting, toFix: here.toFix + there.toFix, isReading };
}
