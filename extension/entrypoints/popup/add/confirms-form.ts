/** Which keys confirm a form as a whole. Pure. */

/** Enter with Ctrl or Cmd anywhere, and alone on the heading, which has the focus when a form opens filled in. */
export function confirmsForm(event: KeyboardEvent): boolean {
  const isHeading = event.key === 'Enter' && !event.repeat && event.target instanceof HTMLHeadingElement;
  return isHeading || confirmsReview(event);
}

/** A review writes many people at once: Enter counts only with Ctrl or Cmd, and never on the heading alone. */
export function confirmsReview({ key, repeat, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Enter' && !repeat && (ctrlKey || metaKey);
}
