/** The plain element that represents a page's element: blocks that end where layout ends them, tables, headings. */
import { styleOf } from './page-elements.ts';
import type { WalkState } from './walk-state.ts';

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html iframe legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const OWN_NAMES = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'dt']);
/** Whether layout gives it a line or a box of its own. */
export const isSetApart = (element: Element, localName: string, display: string) => {
  // A sign set apart is still part of its word.
  if (display === 'inline-block') return (element.textContent ?? '').length !== 1;
  if (display === 'none') return BLOCKS.has(localName);
  // What floats, or is placed absolutely, has no inline display: CSS computes another.
  return display !== 'inline' && display !== 'contents' && !display.startsWith('ruby');
};

const isTable = (element: Element, localName: string, display: string, role: string | null) => {
  if (localName === 'table') return true;
  const isByStyle = display === 'table' || display === 'inline-table';
  if (/^(?:table|grid|treegrid)$/.test(role ?? '')) return element.querySelector(ROWS) !== null;
  const first = isByStyle ? element.firstElementChild : null;
  return first !== null && /^table-(?:row|header|footer)/.test(styleOf(first).display);
};

const ROWS = '[role=row]';
const CELLS = '[role=gridcell], [role=cell], [role=rowheader], [role=columnheader]';

/** The cell in front that only has a box to select its row. */
const isSelector = (element: Element) =>
  element.previousElementSibling === null &&
  element.parentElement?.matches(ROWS) === true &&
  element.textContent?.trim() === '' &&
  element.querySelector('input, [role=checkbox], [role=radio]') !== null;

/** Whether something in a row is a cell; in a row that is told by its role, cells are told so too. */
const isCell = (element: Element) =>
  element.closest(ROWS) === null || (element.matches(CELLS) && !isSelector(element));

/** The element that represents it in the markup; `''` for none. */
export const nameOf = (
  element: Element,
  localName: string,
  display: string,
  inside: WalkState['inside'],
  isPiece: boolean,
): string => {
  if (inside === 'row') {
    if (localName === 'th' || localName === 'td') return localName;
    return isCell(element) ? 'td' : '';
  }
  const role = element.getAttribute('role');
  if (inside === 'table') {
    if (localName === 'tr' || display === 'table-row' || role === 'row') return 'tr';
    const isGroup =
      /^t(?:head|body|foot)$/.test(localName) || display.endsWith('-group') || role === 'rowgroup';
    return isGroup || element.querySelector(ROWS) !== null ? '' : 'caption';
  }
  if (isTable(element, localName, display, role)) return 'table';
  if (OWN_NAMES.has(localName)) return localName;
  if (role === 'heading') return 'h3';
  if (isPiece) return '';
  return isSetApart(element, localName, display) || localName === 'text' ? 'div' : '';
};
