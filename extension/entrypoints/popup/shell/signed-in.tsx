/** The popup of one account: the current view, what all views share, and the footer. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Foot } from '../../../components/foot.tsx';
import { Skeleton } from '../../../components/skeleton.tsx';
import { switchAccount } from '../../../lib/session/accounts.ts';
import { PopupContext } from '../context/popup-context.ts';
import { CurrentView } from './current-view.tsx';
import { handleListKey } from './keyboard.ts';
import { type PopupModelProps, usePopupModel } from './use-popup-model.ts';

export function SignedIn(props: PopupModelProps) {
  const { popup, view, viewId, returnTo, waiting, toFix, isReading } = usePopupModel(props);
  const root = useRef<HTMLElement>(null);
  const others = props.accounts.accounts.filter(({ id }) => id !== props.account.id);
  // At once: under load, Escape right after a view has opened was still heard by the view before.
  useLayoutEffect(() => {
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
  // Runs after the view has set its own focus: a person who comes back continues where they left.
  useLayoutEffect(() => {
    if (returnTo !== null) focusMarked(root.current, returnTo);
  }, [view, returnTo]);
  return (
    <PopupContext.Provider value={popup}>
      <main class="popup-main" ref={root}>
        {isReading ? (
          <Skeleton />
        ) : (
          <CurrentView key={viewId} view={view} viewId={viewId} start={props.start} />
        )}
      </main>
      <Foot
        accountName={props.account.name}
        others={others}
        onSwitch={(id) => {
          // What was said of the account that is left is not followed any further.
          popup.announce(null);
          void switchAccount(id);
        }}
        waiting={waiting}
        toFix={toFix}
        onAccount={() => popup.open({ name: 'account' })}
        onOutbox={() => popup.open({ name: 'outbox' })}
      />
    </PopupContext.Provider>
  );
}

function focusMarked(root: ParentNode | null, mark: string): void {
  const marked = root?.querySelectorAll<HTMLElement>('[data-return]') ?? [];
  [...marked].find(({ dataset }) => dataset.return === mark)?.focus();
}
