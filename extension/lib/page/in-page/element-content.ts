/** What an element shows besides its child nodes: values of fields, text from a style sheet, frames, shadow roots. */
import { styleOf } from './page-elements.ts';

/** Words that a style sheet puts before or behind those of an element: addresses are hidden from robots so. */
export function wordsOfStyle(element: Element): { before: string; after: string } | null {
  if (element.firstElementChild !== null) return null;
  const isShort = (element.firstChild?.nodeValue ?? '').length < 4;
  const hasData = (): boolean => element.getAttributeNames().some((name) => name.startsWith('data-'));
  if (!isShort && !(element.hasAttributes() && hasData())) return null;
  const words = (place: '::before' | '::after') => {
    const pieces = styleOf(element, place).content.match(/"(?:[^"\\]|\\.)*"|attr\([\w-]+\)/g) ?? [];
    const read = pieces.map((piece) =>
      piece.startsWith('"') ? piece.slice(1, -1) : (element.getAttribute(piece.slice(5, -1)) ?? ''),
    );
    return /[\w@]/.test(read.join('')) ? read.join('') : '';
  };
  return { before: words('::before'), after: words('::after') };
}

/** What the page put into a field, or shows there; not what somebody is typing. `''` for any other element. */
export function fieldValue(element: Element): string {
  if (element.localName !== 'input' && element.localName !== 'textarea') return '';
  const field = element as HTMLInputElement | HTMLTextAreaElement;
  if (!/^(?:text|textarea|email|tel|url|search)$/.test(field.type)) return '';
  return field.readOnly || field.disabled ? field.value : field.defaultValue;
}

/** What a list of choices shows, where that answers a question; other lists set what the page shows. */
const ANSWER =
  /^(?:(?:yes|no|oui|non)(?![\p{L}\d-])|(?:true|false|vrai|faux|[yno✓✔✗✘])$|(?:un|not )?subscribed|(?:dés|non )?abonné)/iu;

/** Words that are seen beside a box. */
const isLabelled = (labels: Iterable<Element>): boolean =>
  [...labels].some((label) => label.textContent.trim() !== '' && label.getBoundingClientRect().width > 1);

/** A box for the row itself stands in its first cell, or has a name that says so. */
function isAloneInCell(element: Element): boolean {
  const cell = element.closest<HTMLTableCellElement>('td, dd');
  return (
    cell !== null &&
    (cell.localName === 'dd' || cell.cellIndex > 0) &&
    cell.textContent.trim() === '' &&
    cell.querySelectorAll('input:not([type=hidden]), [role=checkbox], [role=switch]').length === 1
  );
}

/** A box that a program draws: its words are its own, or stand beside it in a label. */
function isDrawnBox(element: Element): boolean {
  const role = element.getAttribute('role');
  // The one in a cell of its own selects the row.
  if (role === 'radio') return element.closest('[role=gridcell]')?.textContent.trim() !== '';
  if (role !== 'checkbox' && role !== 'switch') return false;
  const label = element.closest('label');
  if (element.textContent.trim() !== '' || (label !== null && isLabelled([label]))) return true;
  const isNamed = element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby');
  return (role === 'switch' || !isNamed) && isAloneInCell(element);
}

/** What a box asks that is out of sight. Others open the parts of a page that is made without a script. */
const ASKS_FOR_EMAIL =
  /^(?:yes|no|oui|non)(?![\p{L}\d-])|news|lettre|bulletin|courriel|e-?mail|consent|recevoir|receive|subscri|abonn/iu;

/** Whether a style sheet draws another box in its place, beside words that are seen. */
function isDrawnOver({ labels }: HTMLInputElement): boolean {
  const all = [...(labels ?? [])];
  return isLabelled(all) && all.some(({ textContent }) => ASKS_FOR_EMAIL.test(textContent.trim()));
}

const mark = (isChosen: boolean): string => (isChosen ? '☑ ' : '☐ ');

/** What somebody has chosen here, as a box or in a word: "☑ ", "☐ ", "Non"; `''` for any other element. */
export function choiceIn(element: Element, isSeen = true): string {
  if (element.localName === 'select') {
    const words = (element as HTMLSelectElement).selectedOptions[0]?.text.trim() ?? '';
    return ANSWER.test(words) ? words : '';
  }
  if (element.localName === 'input') {
    const input = element as HTMLInputElement;
    const isChoice =
      input.type === 'radio' ||
      (input.type === 'checkbox' && (isLabelled(input.labels ?? []) || isAloneInCell(input)));
    return isChoice && (isSeen || isDrawnOver(input)) ? mark(input.checked) : '';
  }
  const state = stateOf(element);
  return state === 'true' || state === 'false' ? mark(state === 'true') : '';
}

/** Whether a box that a program draws is chosen, or a button "Oui" beside a button "Non" is pressed. */
function stateOf(element: Element): string | null {
  const checked = element.getAttribute('aria-checked');
  if (checked !== null) return isDrawnBox(element) ? checked : null;
  const pressed = element.getAttribute('aria-pressed') ?? element.getAttribute('aria-selected');
  return pressed !== null && /^(?:yes|no|oui|non)$/i.test(element.textContent.trim()) ? pressed : null;
}

/** Null where the frame is of another site: it is read by itself, where that is allowed. */
export function frameBody(element: Element): HTMLElement | null {
  try {
    return (element as HTMLIFrameElement).contentDocument?.body ?? null;
  } catch {
    return null;
  }
}

/** In the isolated world the browser opens closed ones too; what they show, a reader sees. */
export function shadowOf(element: Element, localName: string): ShadowRoot | null {
  const { shadowRoot } = element;
  if (shadowRoot !== null || !localName.includes('-')) return shadowRoot;
  const { chrome } = globalThis as {
    chrome?: { dom?: { openOrClosedShadowRoot?: (of: Element) => ShadowRoot | null } };
  };
  const inFirefox = element as Element & { openOrClosedShadowRoot?: ShadowRoot | null };
  return inFirefox.openOrClosedShadowRoot ?? chrome?.dom?.openOrClosedShadowRoot?.(element) ?? null;
}
