/**
 * The second click of a double click counts only where the first one fell: on the same control, while that says the same.
 * What the first click has brought under the pointer, nobody has read yet. A key that is held presses once.
 */

/** What a press acts on. */
const CONTROLS = 'a, button, summary, label, input, select, textarea, [role=option]';
/** Fields to write in: a key that is held there writes on. */
const FIELDS = 'input:not([type=checkbox], [type=radio]), textarea';

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

const isSame = (one: Pressed, other: Pressed) => one.control === other.control && one.words === other.words;

/** Pressed, it would take the focus too, as from the Cancel of a question. */
function refuse(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Returns a function that ends it. */
export function refuseStrayClicks(): () => void {
  let first: Pressed = { control: null, words: '' };
  const onClick = (event: MouseEvent) => {
    const pressed = pressedBy(event);
    // A key, which presses what has the focus, counts no clicks.
    if (event.detail < 2) {
      if (event.type === 'mousedown') first = pressed;
    } else if (!isSame(pressed, first)) refuse(event);
  };
  let pressedKey: Pressed = first;
  const onKey = (event: KeyboardEvent) => {
    const { key, repeat } = event;
    const pressed = pressedBy(event);
    const isField = pressed.control?.matches(FIELDS) ?? false;
    if (key !== 'Enter' && (key !== ' ' || isField)) return;
    if (!repeat) pressedKey = pressed;
    else if (!(isField && isSame(pressed, pressedKey))) refuse(event);
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
