// @vitest-environment happy-dom
/** Which keys confirm a form, and which do not. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ASIDE, confirmKeys } from '../../../extension/components/confirm-keys.ts';
import { type Drawn, draw } from './draw.tsx';

const confirm = vi.fn();
const form = (
  <form onKeyDown={confirmKeys(confirm)}>
    <h1 tabIndex={-1}>Add contact</h1>
    <input class="first" />
    <input type="checkbox" />
    <input type="radio" />
    <input class="last" />
    <div {...ASIDE}>
      <input class="recorder" />
    </div>
    <input class="search" role="combobox" aria-expanded={false} aria-controls="found" />
    <details>
      <input class="hidden" />
    </details>
    <button type="submit">Save</button>
  </form>
);
const enter = (more: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...more });

describe('Enter in a form', () => {
  let drawn: Drawn;
  beforeEach(async () => {
    confirm.mockClear();
    drawn = await draw(form);
  });
  /** Whether the browser is left to submit the form, which it does from a field. */
  const isLeft = (selector: string, more?: KeyboardEventInit) => {
    const event = enter(more);
    drawn.find(selector).dispatchEvent(event);
    return !event.defaultPrevented;
  };

  it.each(['.first', '[type=checkbox]', '[type=radio]', '.recorder', '.search'])(
    'alone confirms nothing from %s',
    (selector) => {
      expect(isLeft(selector)).toBe(false);
      expect(confirm).not.toHaveBeenCalled();
    },
  );

  it('alone confirms nothing from the heading, which has the focus first', () => {
    drawn.find('h1').dispatchEvent(enter());
    expect(confirm).not.toHaveBeenCalled();
  });

  it('held down confirms nothing, with Ctrl or in the last field', () => {
    drawn.find('h1').dispatchEvent(enter({ ctrlKey: true, repeat: true }));
    expect(isLeft('.last', { repeat: true })).toBe(false);
    expect(confirm).not.toHaveBeenCalled();
  });

  it('that ends a composition confirms nothing', () => {
    drawn.find('.last').dispatchEvent(enter({ ctrlKey: true, isComposing: true }));
    expect(confirm).not.toHaveBeenCalled();
  });

  it('alone confirms from the last field that is shown, and from the button', () => {
    expect(isLeft('.last')).toBe(true);
    expect(isLeft('button')).toBe(true);
  });

  it.each(['h1', '.first', '[type=radio]', 'button'])(
    'with Ctrl or Cmd confirms once from %s',
    (selector) => {
      expect(isLeft(selector, { ctrlKey: true })).toBe(false);
      expect(isLeft(selector, { metaKey: true })).toBe(false);
      expect(confirm).toHaveBeenCalledTimes(2);
    },
  );
});
