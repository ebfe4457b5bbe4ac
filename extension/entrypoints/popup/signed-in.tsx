/** The popup of one account: the view on top, what all views share, and the foot. */
import { useEffect, useRef } from 'preact/hooks';
import { Foot } from '../../components/foot.tsx';
import { KeyHints } from '../../components/key-hints.tsx';
import type { Announcement } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import type { AccountSummary } from '../../lib/session/account.ts';
import type { AccountList } from '../../lib/session/accounts.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { SignInProgress } from '../../lib/sign-in/progress.ts';
import { CurrentView } from './current-view.tsx';
import { handleListKey } from './state/keyboard.ts';
import { PopupContext } from './state/popup-context.ts';
import type { LatestStart } from './state/use-latest-start.ts';
import { usePopupModel } from './state/use-popup-model.ts';
import { useSignOut } from './state/use-sign-out.ts';

export interface SignedInProps {
  start: LatestStart;
  accounts: AccountList;
  account: AccountSummary;
  settings: Settings;
  signIn: SignInProgress;
  announce: (announcement: Announcement | null) => void;
}

export function SignedIn(props: SignedInProps) {
  const { popup, view, unsettled, isReading } = usePopupModel(props);
  const signOut = useSignOut(popup);
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || root.current === null) return;
      if (event.key === 'Escape' && view.name !== 'find') {
        event.preventDefault();
        popup.back();
      } else if (view.name === 'find') {
        handleListKey(event, root.current);
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [popup, view]);
  return (
    <PopupContext.Provider value={popup}>
      <main class="popup-main" ref={root}>
        {isReading ? <Skeleton /> : <CurrentView view={view} start={props.start} />}
      </main>
      {view.name === 'find' ? <KeyHints /> : null}
      <Foot
        accountName={props.account.name}
        waiting={unsettled}
        onAccount={() => popup.open({ name: 'account' })}
        onOutbox={() => popup.open({ name: 'outbox' })}
        onSignOut={view.name === 'find' ? signOut : undefined}
      />
    </PopupContext.Provider>
  );
}
