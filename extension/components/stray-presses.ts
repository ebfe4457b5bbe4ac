/**
 * The second press of a double one, by the pointer or by a key, counts only where the first one fell: on the same control,
 * while that says the same. What the first one has brought under the finger, nobody has read yet. A key that is held
 * presses once.
 */
import { takesText } from './takes-text.ts';

/** As long as systems wait for the second click of a double one. */
const DOUBLE_MS = 500;

/** What a press acts on. */
const CONTROLS = 'a, button, summary, label, input, select, textarea, [role=option]';

/** They only change what is pressed with them. */
const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Meta', 'Shift', 'Alt', 'AltGraph']);

interface Pressed {
  control: Element | null;
  /** A button may stay, and do something else from then on. */
  words: string;
}

function pressedBy({ target }: Event): Pressed {
  const found = target instanceof Element ? target.closest(CONTROLS) : null;
  // The browser turns a click on a label into one on its control.
  const control = found instanceof HTMLLabelElement ? (found.control ?? found) : found;
  return { control, words: `${control?.textContent} ${control?.getAttribute('title')}` };
}

/** The key with the modifiers that make it another one; `''` when it presses nothing. */
function pressingKey({ key, ctrlKey, metaKey, isComposing, target }: KeyboardEvent): string {
  const presses = key === 'Enter' || (key === ' ' && !takesText(target));
  return presses && !isComposing ? `${ctrlKey} ${metaKey} ${key}` : '';
}

/** Whether a key that is held goes on as before: a line break is typed, and Space presses when it is let go. */
const mayRepeat = ({ key, target }: KeyboardEvent) =>
  key === ' ' || (key === 'Enter' && target instanceof HTMLTextAreaElement);

/** Returns a function that ends it. */
export function refuseStrayPresses(): () => void {
  let first: Pressed = { control: null, words: '' };
  /** The last key that pressed something; any other key or press in between was meant for what is there now. */
  let last = { key: '', atMs: 0 };
  const isElsewhere = ({ control, words }: Pressed) => control !== first.control || words !== first.words;
  const refuse = (event: Event) => {
    // Pressed, it would take the focus, as from the Cancel of a question.
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const onClick = (event: MouseEvent) => {
    const pressed = pressedBy(event);
    if (event.detail >= 2) {
      if (isElsewhere(pressed)) refuse(event);
    } else if (event.type === 'mousedown') {
      first = pressed;
      last = { key: '', atMs: 0 };
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (MODIFIERS.has(event.key)) return;
    if (event.repeat && event.key === 'Escape') return refuse(event);
    const key = pressingKey(event);
    const isAgain = event.repeat || (key === last.key && event.timeStamp - last.atMs < DOUBLE_MS);
    last = { key, atMs: event.timeStamp };
    if (key === '') return;
    const pressed = pressedBy(event);
    if (!isAgain) first = pressed;
    else if (isElsewhere(pressed) || (event.repeat && !mayRepeat(event))) refuse(event);
  };
  addEventListener('mousedown', onClick, true);
  addEventListener('click', onClick, true);
  addEventListener('keydown', onKey, true);
  return () => {
    removeEventListener('mousedown', onClick, true);
    removeEventListener('click', onClick, true);
    removeEventListener('keydown', onKey, true);
  };
}
