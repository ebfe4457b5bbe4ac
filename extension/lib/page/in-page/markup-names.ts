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
  const first = isByStyle || role !== null ? element.firstElementChild : null;
  if (first === null) return false;
  if (isByStyle) return /^table-(?:row|header|footer)/.test(styleOf(first).display);
  return /^(?:table|grid|treegrid)$/.test(role ?? '') && /^row/.test(first.getAttribute('role') ?? '');
};

/** The element that represents it in the markup; `''` for none. */
export const nameOf = (
  element: Element,
  localName: string,
  display: string,
  inside: WalkState['inside'],
  isPiece: boolean,
): string => {
  if (inside === 'row') return localName === 'th' ? 'th' : 'td';
  const role = element.getAttribute('role');
  if (inside === 'table') {
    if (localName === 'tr' || display === 'table-row' || role === 'row') return 'tr';
    const isGroup =
      /^t(?:head|body|foot)$/.test(localName) || display.endsWith('-group') || role === 'rowgroup';
    return isGroup ? '' : 'caption';
  }
  if (isTable(element, localName, display, role)) return 'table';
  if (OWN_NAMES.has(localName)) return localName;
  if (role === 'heading') return 'h3';
  if (isPiece) return '';
  return isSetApart(element, localName, display) || localName === 'text' ? 'div' : '';
};
