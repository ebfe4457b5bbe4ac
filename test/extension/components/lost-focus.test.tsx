// @vitest-environment happy-dom
/** Where the focus goes when the control that had it is gone. */
import { expect, it } from 'vitest';
import { useLostFocus } from '../../../extension/components/lost-focus.ts';
import { draw } from './draw.tsx';

function Page() {
  useLostFocus();
  return (
    <div class="popup-main">
      <input class="search-input" />
      <button type="button">Undo</button>
      <button type="button">Other</button>
    </div>
  );
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 150));

it('goes to the search box when the button that had it vanishes', async () => {
  const drawn = await draw(<Page />);
  drawn.button('Undo').focus();
  drawn.button('Undo').remove();
  await expect.poll(() => document.activeElement).toBe(drawn.find('.search-input'));
});

it('stays where a view has put it in the meantime', async () => {
  const drawn = await draw(<Page />);
  drawn.button('Undo').focus();
  drawn.button('Undo').remove();
  drawn.button('Other').focus();
  await soon();
  expect(document.activeElement).toBe(drawn.button('Other'));
});

it('goes nowhere when the person has left the button by a click beside it', async () => {
  const drawn = await draw(<Page />);
  const undo = drawn.button('Undo');
  undo.focus();
  dispatchEvent(new Event('pointerdown'));
  undo.blur();
  undo.remove();
  await soon();
  expect(document.activeElement).toBe(document.body);
});
