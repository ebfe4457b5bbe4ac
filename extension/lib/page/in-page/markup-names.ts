/** The plain element that represents a page's element: blocks that end where layout ends them, tables, headings. */
import { styleOf } from './page-elements.ts';
import type { WalkState } from './walk-state.ts';

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html iframe legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const isBlock = (element: Element, display: string) => {
  // A sign set apart is still part of its word.
  if (display === 'inline-block') return (element.textContent ?? '').length !== 1;
  if (display === 'none') return BLOCKS.has(element.localName);
  // What floats, or is placed absolutely, has no inline display: CSS computes another.
  return display !== 'inline' && display !== 'contents' && !display.startsWith('ruby');
};

const isTable = ({ localName, firstElementChild: first }: Element, display: string, role: string | null) => {
  if (localName === 'table') return true;
  if (first === null) return false;
  if (display === 'table' || display === 'inline-table')
    return /^table-(?:row|header|footer)/.test(styleOf(first).display);
  return /^(?:table|grid|treegrid)$/.test(role ?? '') && /^row/.test(first.getAttribute('role') ?? '');
};

/** The element that represents it in the markup; `''` for none. */
export const nameOf = (element: Element, style: CSSStyleDeclaration, inside: WalkState['inside']): string => {
  const { localName } = element;
  const { display } = style;
  const role = element.getAttribute('role');
  if (inside === 'row') return localName === 'th' ? 'th' : 'td';
  if (inside === 'table') {
    if (localName === 'tr' || display === 'table-row' || role === 'row') return 'tr';
    const isGroup =
      /^t(?:head|body|foot)$/.test(localName) || display.endsWith('-group') || role === 'rowgroup';
    return isGroup ? '' : 'caption';
  }
  if (isTable(element, display, role)) return 'table';
  if (/^(?:h[1-6]|hr|dt)$/.test(localName)) return localName;
  if (role === 'heading') return 'h3';
  return isBlock(element, display) || localName === 'text' ? 'div' : '';
};
