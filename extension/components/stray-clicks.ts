/**
 * The second click of a double click counts only where the first one fell: on the same control, while that says the same.
 * What the first click has brought under the pointer, nobody has read yet.
 */

/** What a click acts on. */
const CONTROLS = 'a, button, summary, label, input, select, textarea, [role=option]';

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

/** Returns a function that ends it. A key, which presses what has the focus, counts no clicks and is never refused. */
export function refuseStrayClicks(): () => void {
  let first: Pressed = { control: null, words: '' };
  const onClick = (event: MouseEvent) => {
    const pressed = pressedBy(event);
    if (event.detail < 2) {
      if (event.type === 'mousedown') first = pressed;
    } else if (pressed.control !== first.control || pressed.words !== first.words) {
      // Pressed, it would take the focus, as from the Cancel of a question.
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  addEventListener('mousedown', onClick, true);
  addEventListener('click', onClick, true);
  return () => {
    removeEventListener('mousedown', onClick, true);
    removeEventListener('click', onClick, true);
  };
}
