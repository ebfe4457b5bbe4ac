/** The hidden parts of accordions and tabs: content of the page, only collapsed. Other hidden content is not read. */
import { styleOf } from './page-elements.ts';

const CONTROLS =
  'button, summary, [role="button"], [role="tab"], [aria-expanded], [aria-controls], [data-target], [data-bs-target], [data-tab], [onclick], a[href^="#"]';
const OPENERS =
  'button:not([type="submit"]), summary, [role="button"], [role="tab"], [aria-expanded], [onclick], a:not([href]), a[href="#"], a[href^="javascript:"]';
const opened = new WeakMap<Node, ReadonlySet<string>>();
/** Names of parts that some control of the page opens: asked for once, since pages have many hidden parts. */
const openedIn = (root: Document | ShadowRoot) => {
  const known = opened.get(root);
  if (known !== undefined) return known;
  const names = new Set<string>();
  for (const control of root.querySelectorAll(CONTROLS))
    for (const { name, value } of control.attributes)
      if (!/^(?:class|style|type|id|role)$/.test(name) && value.length < 500)
        for (const word of value.match(/[\w-]+/g) ?? []) names.add(word);
  opened.set(root, names);
  return names;
};

/** A control and nothing else, or a heading that is one. */
const isOpener = (element: Element): boolean => {
  if (element.matches(OPENERS)) return true;
  if (element.localName === 'label')
    return /^(?:checkbox|radio)$/.test(
      ((element as HTMLLabelElement).control as Partial<HTMLInputElement> | null)?.type ?? '',
    );
  const words = (element.textContent ?? '').trim();
  if (words === '' || words.length > 200) return false;
  if ((element.querySelector(OPENERS)?.textContent ?? '').trim() === words) return true;
  return /^(?:h[1-6]|dt|div|li)$/.test(element.localName) && styleOf(element).cursor === 'pointer';
};

/** The hidden part of an accordion or of tabs: the page's own content, only not open. */
export const isPanel = (element: Element) => {
  if (element.matches('[role="tabpanel"], [hidden="until-found"]')) return true;
  if (element.id !== '' && openedIn(element.getRootNode() as Document | ShadowRoot).has(element.id))
    return true;
  const { previousElementSibling: before } = element;
  if (before === null || !isOpener(before)) return false;
  // More than an address: a trap for robots has nothing else.
  const words = (element.textContent ?? '').replace(/\S*@\S*/g, '').match(/\p{L}{2,}/gu) ?? [];
  return words.length > 1;
};
