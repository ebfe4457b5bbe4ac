/** The focus on what keeps a form from being sent: one way for every form and every kind of fault. */
import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useState } from 'preact/hooks';

/** Opens the groups that the first field at fault stands in, and gives it the focus; false where no field is. */
export function focusFirstFault(root: ParentNode | null): boolean {
  const field = root?.querySelector<HTMLElement>('[aria-invalid=true]');
  if (!field) return false;
  let group = field.closest('details');
  while (group !== null) {
    group.open = true;
    group = group.parentElement?.closest('details') ?? null;
  }
  field.focus();
  // The words below come into sight too: focus alone would leave them below the edge.
  field.scrollIntoView({ block: 'center' });
  return true;
}

/** The returned function gives the first fault the focus once the fields are drawn with their faults. */
export function useFaultFocus(root: RefObject<HTMLElement | null>): () => void {
  const [asked, setAsked] = useState(0);
  useLayoutEffect(() => {
    if (asked > 0) focusFirstFault(root.current);
  }, [asked]);
  return useCallback(() => setAsked((times) => times + 1), []);
}
