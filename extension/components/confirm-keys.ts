/** Which keys confirm a form. */

/**
 * Controls where Enter could confirm by accident: a person who focuses a checkbox or a choice may only be reading it.
 */
const FIELDS = 'input:not([type=checkbox], [type=radio]), select, textarea';

/** The last one that is shown. */
function isLastField(field: HTMLInputElement): boolean {
  const fields = [...(field.form?.querySelectorAll(FIELDS) ?? [])];
  return fields.findLast((one) => one.closest('details:not([open])') === null) === field;
}

/** For a form's `onKeyDown`: Enter with Ctrl or Cmd confirms anywhere in it, Enter alone only in its last field. */
export function confirmKeys(confirm: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    const { key, ctrlKey, metaKey, repeat, target } = event;
    if (key !== 'Enter' || event.isComposing || event.defaultPrevented) return;
    if (ctrlKey || metaKey) {
      event.preventDefault();
      if (!repeat) confirm();
    } else if (target instanceof HTMLInputElement && (repeat || !isLastField(target))) event.preventDefault();
  };
}

/** As `aria-keyshortcuts` has it. */
export const CONFIRM_SHORTCUT = 'Control+Enter Meta+Enter';
