/** Draws a component into a document of happy-dom, with real text. */
import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach } from 'vitest';
import { TranslationProvider } from '../../../extension/components/translation.tsx';
import { type Language, loadTranslator } from '../../../extension/lib/i18n/index.ts';

export interface Drawn {
  root: HTMLElement;
  /** The first element that the selector names; throws when there is none. */
  find: <E extends HTMLElement = HTMLElement>(selector: string) => E;
  /** The button with exactly this text or label. */
  button: (name: string) => HTMLButtonElement;
  text: () => string;
  click: (element: HTMLElement) => Promise<void>;
  type: (field: HTMLInputElement | HTMLTextAreaElement, value: string) => Promise<void>;
}

const mounted = new Set<Element>();
// A component left mounted would continue to draw after its document is gone.
afterEach(() => {
  for (const root of mounted) render(null, root);
  mounted.clear();
});

/** Draws into an element, or draws it anew, until the test is over. */
export async function mount(node: ComponentChild, root: Element): Promise<void> {
  mounted.add(root);
  await act(() => render(node, root));
}

const nameOf = (button: Element) => button.textContent?.trim() || (button.getAttribute('title') ?? '');

export async function draw(node: ComponentChild, language: Language = 'en'): Promise<Drawn> {
  const translator = await loadTranslator(language);
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  await mount(<TranslationProvider value={translator}>{node}</TranslationProvider>, root);
  const find = <E extends HTMLElement = HTMLElement>(selector: string) => {
    const found = root.querySelector<E>(selector);
    if (found === null) throw new Error(`no ${selector} in ${root.innerHTML}`);
    return found;
  };
  return {
    root,
    find,
    text: () => root.textContent ?? '',
    button(name) {
      const found = [...root.querySelectorAll('button')].find((button) => nameOf(button) === name);
      if (found === undefined) throw new Error(`no button ${name} in ${root.innerHTML}`);
      return found;
    },
    click: async (element) => act(() => element.click()),
    type: async (field, value) =>
      act(() => {
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }),
  };
}
