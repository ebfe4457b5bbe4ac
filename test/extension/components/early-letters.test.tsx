// @vitest-environment happy-dom
/** Letters typed between a press and the field that it brings. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepEarlyLetters } from '../../../extension/components/early-letters.ts';
import { type Drawn, draw } from './draw.tsx';

const heard = vi.fn();
let drawn: Drawn;
let stop: () => void;

beforeEach(async () => {
  heard.mockClear();
  stop = keepEarlyLetters();
  drawn = await draw(
    <>
      <button type="button">Add</button>
      <input class="search-input" />
      <input class="field" onInput={({ currentTarget }) => heard(currentTarget.value)} />
      <input class="filled" value="una@lake.example.ca" />
    </>,
  );
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

const field = () => drawn.find<HTMLInputElement>('.field');
const search = () => drawn.find<HTMLInputElement>('.search-input');

/** A key as a browser reports it: pressed, and then what it types; whether the page leaves it to the browser. */
function key(name: string, target: Element = document.body, more: KeyboardEventInit = {}): boolean {
  const init = { bubbles: true, cancelable: true, key: name, ...more };
  const isDown = target.dispatchEvent(new KeyboardEvent('keydown', init));
  const types = name.length === 1 || name === 'Enter';
  return isDown && (!types || target.dispatchEvent(new KeyboardEvent('keypress', init)));
}
const press = () => drawn.button('Add').click();
const type = (letters: string, target?: Element) => [...letters].map((letter) => key(letter, target));

it('arrive in the empty field that gets the focus, in their order, and the field hears of them', () => {
  press();
  type('ab', drawn.button('Add'));
  type('cd');
  field().focus();
  expect(field().value).toBe('abcd');
  expect(heard.mock.calls).toEqual([['abcd']]);
  expect(field().selectionStart).toBe(4);
});

it('are deleted by Backspace, and hold what AltGr types, but no shortcut', () => {
  press();
  type('ab');
  key('Backspace');
  key('@', document.body, { ctrlKey: true, altKey: true });
  key('v', document.body, { ctrlKey: true });
  key('v', document.body, { metaKey: true });
  key('Dead');
  type('é d');
  field().focus();
  expect(field().value).toBe('a@é d');
});

it('of a search are none any more once Control and Enter were pressed in it', () => {
  key('Enter', search(), { ctrlKey: true });
  expect(type('ab', search())).toEqual([false, false]);
  field().focus();
  expect(field().value).toBe('ab');
});

it('of a search stay its own after Enter alone, and of another field after any press', () => {
  key('Enter', search());
  expect(type('ab', search())).toEqual([true, true]);
  press();
  expect(type('ab', search())).toEqual([true, true]);
  key('Enter', drawn.find('.filled'), { ctrlKey: true });
  expect(type('ab', drawn.find('.filled'))).toEqual([true, true]);
  field().focus();
  expect(field().value).toBe('');
});

it('leave a field alone that has something in it already', () => {
  press();
  type('ab');
  drawn.find('.filled').focus();
  expect(drawn.find<HTMLInputElement>('.filled').value).toBe('una@lake.example.ca');
  field().focus();
  expect(field().value).toBe('');
});

it.each(['Tab', 'Escape', 'ArrowDown'])('are dropped when the person goes on with %s', (way) => {
  press();
  type('ab');
  key(way);
  field().focus();
  expect(field().value).toBe('');
});

it('are dropped when the person points at something, and when nothing comes for long', () => {
  press();
  type('ab');
  field().dispatchEvent(new Event('pointerdown', { bubbles: true }));
  field().focus();
  expect(field().value).toBe('');
  field().blur();
  press();
  type('ab');
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 5_001);
  field().focus();
  expect(field().value).toBe('');
});

it('are nobody’s without a press before them, and Space presses a button', () => {
  expect(type('ab')).toEqual([true, true]);
  field().focus();
  expect(field().value).toBe('');
  field().blur();
  press();
  expect(key(' ', drawn.button('Add'))).toBe(true);
});
