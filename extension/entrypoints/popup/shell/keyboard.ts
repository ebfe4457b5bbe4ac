/** Keys of the list: arrows walk over everything marked `data-arrow-stop`, letters go back to the search box. */

function stops(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-arrow-stop]')];
}

/** Moves the focus one stop; at the ends it stays. */
function step(root: ParentNode, by: 1 | -1): void {
  const all = stops(root);
  const at = all.indexOf(document.activeElement as HTMLElement);
  all[Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
}

const isLetter = (event: KeyboardEvent) =>
  event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;

/** Handles a key of the find view; other keys are left to the browser. */
export function handleListKey(event: KeyboardEvent, root: ParentNode): void {
  const target = event.target as HTMLElement;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    step(root, event.key === 'ArrowDown' ? 1 : -1);
  } else if (isLetter(event) && target.matches('button[data-arrow-stop]')) {
    stops(root)[0]?.focus();
  }
}
