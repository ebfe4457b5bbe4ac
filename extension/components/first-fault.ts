/** The focus on what keeps a form from being sent: one way for every form and every kind of fault. */
import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import { showNote } from './show-note.ts';

/** Opens the groups that the first field or choice at fault stands in, and gives it the focus; false where none is. */
export function focusFirstFault(root: ParentNode | null): boolean {
  const fault = root?.querySelector<HTMLElement>('[aria-invalid=true]');
  if (!fault) return false;
  let group = fault.closest('details');
  while (group !== null) {
    group.open = true;
    group = group.parentElement?.closest('details') ?? null;
  }
  const field = fault.matches('fieldset') ? fault.querySelector('input') : fault;
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
  showNote(fault);
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
