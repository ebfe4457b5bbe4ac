/** Escape answers the innermost open question with no, before it leaves the view or closes the popup. */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Marks the element of a question: where several are open, Escape is about the one that has the focus. */
export const QUESTION = { 'data-question': '' };

/** @param question the element marked with {@link QUESTION} */
export function useCancelKey(
  isAsking: boolean,
  cancel: () => void,
  question: RefObject<HTMLElement | null>,
): void {
  useLayoutEffect(() => {
    if (!isAsking) return;
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      const focused = target instanceof Element ? target.closest('[data-question]') : null;
      if (focused !== null && focused !== question.current) return;
      event.preventDefault();
      cancel();
    };
    // On the document, which hears a key before the window does: there the views listen.
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
