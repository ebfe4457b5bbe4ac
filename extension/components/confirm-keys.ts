/** Which keys confirm a form. */

/**
 * Fields that hold what is sent. Enter confirms nothing from the others: a person may only be reading a checkbox or a
 * choice, a search finds something to choose, and who records is asked beside the contact.
 */
const FIELDS = 'input:not([type=checkbox], [type=radio], [role=combobox]), select, textarea';

/** For what surrounds a field that does not belong to what is sent. */
export const ASIDE = { 'data-aside': '' } as const;

/** The last one that is shown. */
function isLastField(field: HTMLInputElement): boolean {
  const fields = [...(field.form?.querySelectorAll(FIELDS) ?? [])];
  return fields.findLast((one) => one.closest('[data-aside], details:not([open])') === null) === field;
}

/**
 * For a form's `onKeyDown`: Enter with Ctrl or Cmd confirms anywhere in it, Enter alone only in the last field of what
 * is sent.
 */
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
