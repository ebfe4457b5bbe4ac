// @vitest-environment happy-dom
/** Where the focus goes when its control is gone or disabled. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepFocus } from '../../../extension/components/keep-focus.ts';
import { type Drawn, draw } from './draw.tsx';

let drawn: Drawn;
let stop: () => void;

async function drawPage(place = <input class="search-input" />): Promise<void> {
  drawn = await draw(
    <div class="popup-main">
      {place}
      <button type="button">Undo</button>
      <button type="button">Other</button>
    </div>,
  );
  stop = keepFocus();
}

beforeEach(() => drawPage());
afterEach(() => stop());

const soon = () => new Promise((resolve) => setTimeout(resolve, 150));

/** As a browser does, which lets a disabled control lose the focus. */
function disable(button: HTMLButtonElement): void {
  button.blur();
  button.disabled = true;
}

it('goes to the search box when the button that had it vanishes', async () => {
  drawn.button('Undo').focus();
  drawn.button('Undo').remove();
  await expect.poll(() => document.activeElement).toBe(drawn.find('.search-input'));
});

it('stays where a view has put it in the meantime', async () => {
  drawn.button('Undo').focus();
  drawn.button('Undo').remove();
  drawn.button('Other').focus();
  await soon();
  expect(document.activeElement).toBe(drawn.button('Other'));
});

it('goes nowhere when the person has left the button by a click beside it', async () => {
  const undo = drawn.button('Undo');
  undo.focus();
  dispatchEvent(new Event('pointerdown'));
  undo.blur();
  undo.remove();
  await soon();
  expect(document.activeElement).toBe(document.body);
});

it('goes to the search box when the button vanishes that had it and was clicked', async () => {
  const undo = drawn.button('Undo');
  undo.focus();
  undo.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  undo.remove();
  await expect.poll(() => document.activeElement).toBe(drawn.find('.search-input'));
});

it('goes to what the view says when its button is disabled, and returns when that can be pressed again', async () => {
  stop();
  await drawPage(
    <div class="centre">
      <h1 tabIndex={-1}>Waiting…</h1>
    </div>,
  );
  const undo = drawn.button('Undo');
  undo.focus();
  disable(undo);
  await expect.poll(() => document.activeElement).toBe(drawn.find('h1'));
  undo.disabled = false;
  await expect.poll(() => document.activeElement).toBe(undo);
});

it('returns to a button that was disabled where there is no other place', async () => {
  stop();
  await drawPage(<p>Checking…</p>);
  const undo = drawn.button('Undo');
  undo.focus();
  disable(undo);
  await soon();
  expect(document.activeElement).toBe(document.body);
  undo.disabled = false;
  await expect.poll(() => document.activeElement).toBe(undo);
});

it('does not return to a button that was disabled when the person has gone on', async () => {
  const undo = drawn.button('Undo');
  undo.focus();
  disable(undo);
  await expect.poll(() => document.activeElement).toBe(drawn.find('.search-input'));
  drawn.button('Other').focus();
  undo.disabled = false;
  await soon();
  expect(document.activeElement).toBe(drawn.button('Other'));
});
