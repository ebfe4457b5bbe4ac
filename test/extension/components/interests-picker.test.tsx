// @vitest-environment happy-dom
/** Tags and subscriptions: chips for a few, a search for many, in the reader's language. */
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { InterestsPicker } from '../../../extension/components/add/interests-picker.tsx';
import type { Lists } from '../../../shared/schemas/contact.ts';
import { draw } from './draw.tsx';

const tags = (count: number): Lists['interests'] =>
  Array.from({ length: count }, (_, at) => ({ id: String(at), name: `Chapter ${at}`, kind: 'tag' }));
const EVENT: Lists['interests'][number] = {
  id: 'event',
  name: 'ANNUAL-CONF',
  kind: 'tag',
  display_names: { en: 'Annual conference', fr: 'Congrès annuel' },
};
const picker = (offered: Lists['interests'], chosen: readonly string[] = [], onToggle = vi.fn()) => (
  <InterestsPicker offered={offered} chosen={chosen} onToggle={onToggle} />
);
/** Whether the field prevented the key's default action, so that the form and the view ignore the key. */
async function press(field: HTMLElement, key: string): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  await act(() => void field.dispatchEvent(event));
  return event.defaultPrevented;
}

describe('tags', () => {
  it('are chips while they are a dozen', async () => {
    const drawn = await draw(picker(tags(12)));
    expect(drawn.root.querySelectorAll('.chip')).toHaveLength(12);
    expect(drawn.root.querySelector('[role=combobox]')).toBeNull();
  });

  it('are named in the language of the reader where Envoke has both, and set by their own name', async () => {
    const onToggle = vi.fn();
    const drawn = await draw(picker([EVENT, ...tags(2)], [], onToggle), 'fr');
    await drawn.click(drawn.button('Congrès annuel'));
    expect(onToggle).toHaveBeenCalledWith('ANNUAL-CONF', true);
    expect(drawn.text()).toContain('Chapter 0');
  });
});

describe('tags by the dozen', () => {
  it('show only the chosen ones, each of which can be taken off', async () => {
    const onToggle = vi.fn();
    const drawn = await draw(picker(tags(30), ['Chapter 7', 'Not listed'], onToggle));
    expect([...drawn.root.querySelectorAll('.chip')].map(({ textContent }) => textContent)).toEqual([
      'Chapter 7',
      'Not listed',
    ]);
    await drawn.click(drawn.button('Chapter 7'));
    expect(onToggle).toHaveBeenCalledWith('Chapter 7', false);
  });

  it('are completed whatever the accents, and picked by Enter without sending the form', async () => {
    const onToggle = vi.fn();
    const drawn = await draw(picker([EVENT, ...tags(30)], [], onToggle), 'fr');
    const field = drawn.find<HTMLInputElement>('[role=combobox]');
    await drawn.type(field, 'congres');
    const options = [...drawn.root.querySelectorAll('[role=option]')];
    expect(options.map(({ textContent }) => textContent)).toEqual(['Congrès annuel']);
    expect(field.getAttribute('aria-activedescendant')).toBe(options[0]?.id);
    expect(await press(field, 'Enter')).toBe(true);
    expect(onToggle).toHaveBeenCalledWith('ANNUAL-CONF', true);
    expect(field.value).toBe('');
  });

  it('are walked over by the arrows, and left by Escape without leaving the view', async () => {
    const onToggle = vi.fn();
    const drawn = await draw(picker(tags(30), [], onToggle));
    const field = drawn.find<HTMLInputElement>('[role=combobox]');
    await press(field, 'ArrowDown');
    await press(field, 'ArrowDown');
    const marked = () => drawn.root.querySelector('[aria-selected=true]')?.textContent;
    expect(marked()).toBe('Chapter 1');
    expect(drawn.text()).toContain('23 more');
    expect(await press(field, 'Escape')).toBe(true);
    expect(marked()).toBeUndefined();
    await press(field, 'Enter');
    expect(onToggle).not.toHaveBeenCalled();
  });

  it('say when nothing has the name', async () => {
    const drawn = await draw(picker(tags(30)));
    await drawn.type(drawn.find<HTMLInputElement>('[role=combobox]'), 'zzz');
    expect(drawn.text()).toContain('Nothing has this name');
  });
});
