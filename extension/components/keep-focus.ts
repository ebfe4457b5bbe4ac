/**
 * Where the focus goes when its control is gone, for instance the Undo of a notice, or is disabled, for instance the button
 * that was just pressed. To one that was disabled it returns.
 */

/** Views that place the focus themselves do so within this time. */
const OWN_PLACE_MS = 100;

/** The search box of the list, the heading of another view, or the button to connect. */
const PLACES = '.search-input, .bar h1, .popup-main .button-primary:not(:disabled)';
/** Where there is none of them: the words that say what goes on meanwhile. */
const WAITING_PLACE = '.centre h1';

const findPlace = () =>
  document.querySelector<HTMLElement>(PLACES) ?? document.querySelector<HTMLElement>(WAITING_PLACE);

/** Returns a function that ends it. */
export function keepFocus(): () => void {
  /** The control that the person was on; null when they have left it. */
  let last: Element | null = document.activeElement;
  let wasDisabled = false;
  /** Where the focus was put in its place. */
  let place: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Where the focus should be; null where it is in a place of its own. */
  const wanted = (): HTMLElement | null => {
    const { activeElement: focused, body } = document;
    if (last === null || last === body) return null;
    const isDisabled = last.matches(':disabled');
    wasDisabled ||= isDisabled;
    // Some browsers leave the focus on a disabled control, where it hears no key.
    const isNowhere = focused === body || (focused === last && isDisabled);
    if (!last.isConnected || isDisabled) return isNowhere ? findPlace() : null;
    return wasDisabled && (isNowhere || focused === place) ? (last as HTMLElement) : null;
  };
  const look = () => {
    clearTimeout(timer);
    if (wanted() !== null) timer = setTimeout(move, OWN_PLACE_MS);
  };
  const move = () => {
    const next = wanted();
    place = next === last ? null : next;
    next?.focus();
  };
  const onFocus = ({ target }: FocusEvent) => {
    if (target === place) return;
    last = target instanceof Element ? target : null;
    wasDisabled = false;
    place = null;
  };
  // A person who clicks beside the controls has left them, and nothing is lost when they go later. A click on the control
  // that has the focus already gives it none anew.
  const onPointer = ({ target }: Event) => {
    if (!(target instanceof Node) || !last?.contains(target)) last = null;
  };
  const watching = new MutationObserver(look);
  watching.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
  addEventListener('focusin', onFocus);
  addEventListener('pointerdown', onPointer);
  return () => {
    clearTimeout(timer);
    watching.disconnect();
    removeEventListener('focusin', onFocus);
    removeEventListener('pointerdown', onPointer);
  };
}
