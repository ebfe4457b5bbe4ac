/** Brings the words about a field, or a choice, into sight: the focus alone would leave them under a bar in a low window. */
export function showNote(field: Element): void {
  const noted = field.closest('[aria-describedby]');
  document
    .getElementById(noted?.getAttribute('aria-describedby') ?? '')
    ?.scrollIntoView({ block: 'nearest' });
}
