/** Gives the focus a place when the control that had it is gone, for instance the Undo of a notice. */
import { useEffect } from 'preact/hooks';

/** Views that place the focus themselves do so within this time. */
const OWN_PLACE_MS = 100;

/** The search box of the list, the heading of another view, or the button to connect. */
const PLACES = '.search-input, .bar h1, .popup-main .button-primary';

export function useLostFocus(): void {
  useEffect(() => {
    let last: EventTarget | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isLost = () =>
      document.activeElement === document.body && last instanceof Element && !last.isConnected;
    const look = () => {
      clearTimeout(timer);
      if (!isLost()) return;
      timer = setTimeout(() => {
        if (isLost()) document.querySelector<HTMLElement>(PLACES)?.focus();
      }, OWN_PLACE_MS);
    };
    const onFocus = ({ target }: FocusEvent) => {
      last = target;
    };
    // A person who clicks beside the controls has left them, and nothing is lost when they go later.
    const onPointer = () => {
      last = null;
    };
    const watching = new MutationObserver(look);
    watching.observe(document.body, { subtree: true, childList: true });
    addEventListener('focusin', onFocus);
    addEventListener('pointerdown', onPointer);
    return () => {
      clearTimeout(timer);
      watching.disconnect();
      removeEventListener('focusin', onFocus);
      removeEventListener('pointerdown', onPointer);
    };
  }, []);
}
