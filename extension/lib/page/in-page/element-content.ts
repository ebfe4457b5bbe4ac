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
