// @vitest-environment happy-dom
/** Which second clicks of a double click count. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { refuseStrayClicks } from '../../../extension/components/stray-clicks.ts';
import { type Drawn, draw } from './draw.tsx';

const pressed = vi.fn();
let drawn: Drawn;
let stop: () => void;

beforeEach(async () => {
  pressed.mockClear();
  stop = refuseStrayClicks();
  drawn = await draw(
    <>
      <button type="button" onClick={() => pressed('first')}>
        First
      </button>
      <button type="button" onClick={() => pressed('second')}>
        <b>Second</b>
      </button>
      <label>
        <span>Words</span>
        <input type="checkbox" onClick={() => pressed('box')} />
      </label>
      <p>Text</p>
    </>,
  );
});
afterEach(() => stop());

/** Whether the press may do what the browser does at a press: the focus moves. */
function press(element: Element, detail: number): boolean {
  const init = { bubbles: true, cancelable: true, detail };
  const mayFocus = element.dispatchEvent(new MouseEvent('mousedown', init));
  element.dispatchEvent(new MouseEvent('click', init));
  return mayFocus;
}

it('the one on the control of the first counts, also on another part of it', () => {
  press(drawn.button('Second'), 1);
  expect(press(drawn.find('b'), 2)).toBe(true);
  expect(pressed.mock.calls.flat()).toEqual(['second', 'second']);
});

it('the one on another control does not, nor does it move the focus', () => {
  press(drawn.button('First'), 1);
  expect(press(drawn.button('Second'), 2)).toBe(false);
  expect(press(drawn.button('Second'), 3)).toBe(false);
  expect(pressed.mock.calls.flat()).toEqual(['first']);
});

it('the one on a control that has come where there was none does not', () => {
  press(drawn.find('p'), 1);
  press(drawn.button('First'), 2);
  expect(pressed).not.toHaveBeenCalled();
});

it('the one on the same button that has become another does not', () => {
  const button = drawn.button('First');
  press(button, 1);
  button.textContent = 'Resume';
  press(button, 2);
  expect(pressed.mock.calls.flat()).toEqual(['first']);
});

it('the one that a label hands on to its box counts', () => {
  press(drawn.find('span'), 1);
  press(drawn.find('input'), 2);
  expect(pressed.mock.calls.flat().at(-1)).toBe('box');
});

it('words are chosen by two clicks as ever, and a key counts as no click', () => {
  press(drawn.find('p'), 1);
  expect(press(drawn.find('p'), 2)).toBe(true);
  drawn.button('Second').click();
  expect(pressed.mock.calls.flat()).toEqual(['second']);
});

/** Whether the key may do what the browser does with it: Enter presses a button. */
function pressKey(element: Element, { key = 'Enter', repeat = false } = {}): boolean {
  return element.dispatchEvent(
    new KeyboardEvent('keydown', { bubbles: true, cancelable: true, key, repeat }),
  );
}

it('a key that is held presses a button once, and nothing that comes after it', () => {
  expect(pressKey(drawn.button('First'))).toBe(true);
  expect(pressKey(drawn.button('First'), { repeat: true })).toBe(false);
  expect(pressKey(drawn.button('Second'), { repeat: true })).toBe(false);
  expect(pressKey(drawn.button('Second'))).toBe(true);
});

it('a key that is held in a field writes on, but only where it was pressed', async () => {
  const both = await draw(
    <>
      <textarea aria-label="Words" />
      <button type="button">Other</button>
    </>,
  );
  const field = both.find('textarea');
  expect(pressKey(field)).toBe(true);
  expect(pressKey(field, { repeat: true })).toBe(true);
  expect(pressKey(field, { key: ' ', repeat: true })).toBe(true);
  pressKey(both.button('Other'));
  expect(pressKey(field, { repeat: true })).toBe(false);
});
