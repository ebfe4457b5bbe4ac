/** Which keys confirm a form as a whole. Pure. */

/** Enter with Ctrl or Cmd anywhere, and alone on the heading, which has the focus when a form opens filled in. */
export function confirmsForm({ key, repeat, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  return key === 'Enter' && !repeat && (ctrlKey || metaKey || target instanceof HTMLHeadingElement);
}
