/** Tells the fields that letters are typed into from what only a press changes. */

const TEXT = 'textarea, input:not([type=checkbox], [type=radio], [type=file], [type=date])';

type TextField = HTMLInputElement | HTMLTextAreaElement;

export const takesText = (target: EventTarget | null): target is TextField =>
  target instanceof Element && target.matches(TEXT);
