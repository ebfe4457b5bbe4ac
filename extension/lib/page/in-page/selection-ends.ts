/** What is selected, as the person sees it: the browser's own ranges begin and end beside it, or are found elsewhere. */
import { fieldValue, shadowOf } from './element-content.ts';
import { isElement } from './page-elements.ts';

export const wordEnd = (words: string, at: number, by: 1 | -1): number => {
  let end = at;
  while (/\S/.test(words.charAt(by === 1 ? end : end - 1))) end += by;
  return end;
};

/** The line of a text around a place in it, and whether more than one person may be in it. */
function lineAround(text: string, at: number) {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const next = text.indexOf('\n', at);
  const end = next < 0 ? text.length : next;
  return { start, end, isShared: text.slice(start, end).split('@').length > 2 };
}

/**
 * The text selected in a field, which no range has, and that with the rest of its lines: an address that the selection cuts
 * is read whole. Of a line with several people the words alone were meant.
 */
export function selectedInField(): { selected: string; text: string } {
  const field = document.activeElement as Partial<HTMLInputElement> | null;
  const { selectionStart: start, selectionEnd: end, value = '' } = field ?? {};
  if (start == null || end == null || field?.type === 'password') return { selected: '', text: '' };
  const words = value.slice(start, end);
  if (words.trim() === '') return { selected: words, text: words };
  // Where a line's end was selected with it, the next line is not meant.
  const [first, last] = [start + words.search(/\S/), start + words.trimEnd().length];
  const [top, bottom] = [lineAround(value, first), lineAround(value, last)];
  return {
    selected: value.slice(
      top.isShared ? wordEnd(value, first, -1) : top.start,
      bottom.isShared ? wordEnd(value, last, 1) : bottom.end,
    ),
    text: value.slice(top.start, bottom.end),
  };
}

/**
 * From the first to the last text or filled-in field that it takes a word of. Three clicks select up to the start of the next block, of
 * which nobody sees anything selected. As it is where it takes no words, only a picture.
 */
export function trimmed(range: Range): Range {
  const seen = document.createRange();
  let isEmpty = true;
  const nodes = document.createNodeIterator(
    range.commonAncestorContainer,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  );
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    const field = isElement(node) ? node : null;
    const words = field === null ? (node.nodeValue ?? '') : fieldValue(field);
    const from = field === null && node === range.startContainer ? range.startOffset : 0;
    const to = field === null && node === range.endContainer ? range.endOffset : words.length;
    const isTaken = words.slice(from, to).trim() !== '' && range.intersectsNode(node);
    if (!isTaken || (field ?? node.parentElement)?.checkVisibility?.() === false) continue;
    if (isEmpty && field !== null) seen.setStartBefore(field);
    else if (isEmpty) seen.setStart(node, from);
    isEmpty = false;
    if (field === null) seen.setEnd(node, to);
    else seen.setEndAfter(field);
  }
  return isEmpty ? range : seen;
}

const rangesOf = (selection: Selection | null): Range[] =>
  Array.from({ length: selection?.rangeCount ?? 0 }, (_, index) => selection?.getRangeAt(index)).filter(
    (range) => range !== undefined && !range.collapsed,
  ) as Range[];

/** What is selected; within a shadow root, Chromium says it there, and for the page that nothing is. */
export function selectedRanges(selection: Selection): { ranges: Range[]; isInShadow: boolean } {
  const at = selection.anchorNode?.childNodes[selection.anchorOffset] ?? null;
  const shadow = at !== null && isElement(at) ? shadowOf(at, at.localName) : null;
  const inner = (shadow as (ShadowRoot & { getSelection?: () => Selection | null }) | null)?.getSelection?.();
  return { ranges: [selection, inner ?? null].flatMap(rangesOf), isInShadow: inner != null };
}
