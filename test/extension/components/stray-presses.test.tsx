// @vitest-environment happy-dom
/** Which second clicks of a double click count, and which presses of a key. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refuseStrayPresses } from '../../../extension/components/stray-presses.ts';
import { type Drawn, draw } from './draw.tsx';

const pressed = vi.fn();
let drawn: Drawn;
let stop: () => void;

beforeEach(async () => {
  pressed.mockClear();
  stop = refuseStrayPresses();
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
      <input class="line" onKeyDown={({ key }) => pressed(key)} />
      <textarea onKeyDown={({ key }) => pressed(key)} />
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

describe('a key', () => {
  /** Whether it does what it does in a browser, which clicks a button at Enter. */
  function key(element: Element, name: string, more: KeyboardEventInit = {}): boolean {
    const init = { bubbles: true, cancelable: true, key: name, ...more };
    const counts = element.dispatchEvent(new KeyboardEvent('keydown', init));
    if (counts && name === 'Enter' && element instanceof HTMLButtonElement) element.click();
    return counts;
  }
  const held = { repeat: true };
  const past = (ms: number) => vi.spyOn(performance, 'now').mockReturnValue(performance.now() + ms);
  afterEach(() => vi.restoreAllMocks());

  it('pressed again at once counts on the same control', () => {
    key(drawn.button('First'), 'Enter');
    key(drawn.button('First'), 'Enter');
    expect(pressed.mock.calls.flat()).toEqual(['first', 'first']);
  });

  it.each([{ name: 'Enter' }, { name: ' ' }])(
    '"$name" pressed again at once counts nowhere else',
    ({ name }) => {
      key(drawn.button('First'), name);
      expect(key(drawn.button('Second'), name)).toBe(false);
      expect(key(drawn.find('[type=checkbox]'), name)).toBe(false);
    },
  );

  it('pressed again at once does not open what a search box finds that has come with the focus', () => {
    key(drawn.button('First'), 'Enter');
    expect(key(drawn.find('.line'), 'Enter')).toBe(false);
    expect(pressed.mock.calls.flat()).toEqual(['first']);
  });

  it('pressed again at once with Control, which is let go between, does not either', () => {
    const chord = { ctrlKey: true };
    key(drawn.find('.line'), 'Enter', chord);
    key(drawn.button('First'), 'Control', chord);
    expect(key(drawn.button('First'), 'Enter', chord)).toBe(false);
  });

  it('pressed again at once on the same button that has become another does not count', () => {
    const button = drawn.button('First');
    key(button, 'Enter');
    button.textContent = 'Resume';
    expect(key(button, 'Enter')).toBe(false);
  });

  it('counts elsewhere once a double press is over', () => {
    key(drawn.button('First'), 'Enter');
    past(501);
    expect(key(drawn.button('Second'), 'Enter')).toBe(true);
  });

  it.each(['Tab', 'ArrowDown', 'a', ' '])(
    'counts elsewhere at once after "%s", with which the person went there',
    (way) => {
      key(drawn.button('First'), 'Enter');
      key(drawn.find('.line'), way);
      expect(key(drawn.button('Second'), 'Enter')).toBe(true);
    },
  );

  it('counts elsewhere at once after a click, and after another key that presses', () => {
    key(drawn.button('First'), 'Enter');
    press(drawn.button('Second'), 1);
    expect(key(drawn.button('Second'), 'Enter')).toBe(true);
    expect(key(drawn.find('[type=checkbox]'), ' ')).toBe(true);
    expect(key(drawn.find('.line'), 'Enter', { ctrlKey: true })).toBe(true);
  });

  it('that is held presses once, also long after, and so does the next press right behind it', () => {
    key(drawn.button('First'), 'Enter');
    past(2000);
    expect(key(drawn.button('First'), 'Enter', held)).toBe(false);
    expect(key(drawn.find('.line'), 'Enter', held)).toBe(false);
    expect(key(drawn.find('textarea'), 'Enter', held)).toBe(false);
    expect(key(drawn.button('Second'), 'Enter')).toBe(false);
    expect(pressed.mock.calls.flat()).toEqual(['first']);
  });

  it('that is held with Control confirms once, and nothing in what has come', () => {
    const chord = { ctrlKey: true };
    key(drawn.find('.line'), 'Enter', chord);
    expect(key(drawn.find('.line'), 'Enter', { ...chord, ...held })).toBe(false);
    expect(key(drawn.find('textarea'), 'Enter', { ...chord, ...held })).toBe(false);
    expect(pressed).toHaveBeenCalledOnce();
  });

  it('that was held when the page came does nothing in it', () => {
    expect(key(drawn.button('First'), 'Enter', held)).toBe(false);
    expect(key(drawn.button('First'), 'Escape', held)).toBe(false);
  });

  it('that is held while typing or walking goes on as ever', () => {
    for (const name of ['a', ' ', 'Backspace', 'ArrowDown', 'Enter']) {
      expect(key(drawn.find('textarea'), name)).toBe(true);
      expect(key(drawn.find('textarea'), name, held)).toBe(true);
    }
    expect(key(drawn.find('.line'), ' ')).toBe(true);
    expect(key(drawn.find('.line'), ' ', held)).toBe(true);
    expect(key(drawn.button('First'), 'ArrowDown', held)).toBe(true);
  });

  it('that is held ends one question or view, and Escape pressed again the next one too', () => {
    expect(key(drawn.find('.line'), 'Escape')).toBe(true);
    expect(key(drawn.button('First'), 'Escape', held)).toBe(false);
    expect(key(drawn.button('First'), 'Escape')).toBe(true);
  });

  it('that ends a composition presses nothing', () => {
    key(drawn.find('.line'), 'Enter', { isComposing: true });
    expect(key(drawn.button('First'), 'Enter')).toBe(true);
  });
});
