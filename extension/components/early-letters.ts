/**
 * Letters typed right after a press arrive in the field that it brings, though that is still being loaded: nothing else
 * takes them meanwhile. Only an empty field gets them, and only where the view has put the focus into it.
 */
import { takesText } from './takes-text.ts';

/** A view that takes longer is not waited for any more. */
const LATEST_MS = 5_000;

/** After these keys the person goes elsewhere. */
const LEAVING = /^(Escape|Tab|Enter|Arrow)/;

/** Returns a function that ends it. */
export function keepEarlyLetters(): () => void {
  let letters = '';
  /** When the press or the last letter came; null while nothing is awaited. */
  let sinceMs: number | null = null;
  /** The search box, where the press came from it: what is typed now is no search any more. */
  let from: EventTarget | null = null;
  const start = (event: Event, field: EventTarget | null) => {
    letters = '';
    sinceMs = event.timeStamp;
    from = field;
  };
  const end = () => {
    sinceMs = null;
  };
  const isAwaited = ({ timeStamp }: Event) => sinceMs !== null && timeStamp - sinceMs < LATEST_MS;

  // By the pointer or a key.
  const onClick = (event: Event) => start(event, null);
  const onKey = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, target } = event;
    if (key === 'Backspace' && isAwaited(event) && letters !== '') {
      letters = letters.slice(0, -1);
      event.preventDefault();
    } else if (LEAVING.test(key)) {
      end();
      const isAdd = key === 'Enter' && (ctrlKey || metaKey);
      if (isAdd && target instanceof Element && target.matches('.search-input')) start(event, target);
    }
  };
  // It says what was typed with AltGr too, and comes to what has the focus once all others have heard the key.
  const onLetter = (event: KeyboardEvent) => {
    const { key, ctrlKey, altKey, metaKey, target } = event;
    if (!isAwaited(event) || key.length > 1 || metaKey || (ctrlKey && !altKey)) return;
    if (takesText(target) && target !== from) return;
    // Elsewhere, Space presses.
    if (key === ' ' && target !== document.body && target !== from) return;
    letters += key;
    sinceMs = event.timeStamp;
    event.preventDefault();
  };
  const onFocus = (event: FocusEvent) => {
    const { target } = event;
    if (isAwaited(event) && letters !== '' && takesText(target) && target.value === '') {
      target.setRangeText(letters, 0, 0, 'end');
      target.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    end();
  };
  addEventListener('pointerdown', end, true);
  addEventListener('click', onClick, true);
  addEventListener('keydown', onKey, true);
  addEventListener('keypress', onLetter, true);
  addEventListener('focusin', onFocus);
  return () => {
    removeEventListener('pointerdown', end, true);
    removeEventListener('click', onClick, true);
    removeEventListener('keydown', onKey, true);
    removeEventListener('keypress', onLetter, true);
    removeEventListener('focusin', onFocus);
  };
}
