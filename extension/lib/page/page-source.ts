/** The text and markup taken from a page, from which contacts are captured. It never leaves the browser. */

/**
 * Why a page cannot be read: it is a PDF; a script draws it as a picture; the browser lets no extension in (its own
 * pages, the store); it does not answer.
 */
export type Obstacle = 'pdf' | 'drawn' | 'closed' | 'silent';

export interface PageSource {
  /** Visible text of the selection, link or page, with what stands around it. */
  text: string;
  /** The same content as plain markup, with the page's JSON-LD; null when only text could be read. */
  html: string | null;
  url: string;
  title: string;
  /** The link that was clicked; null when it was not one. */
  linkUrl: string | null;
  /** The selected text itself; absent or `''` where all of `text` was selected. */
  selected?: string;
  /** Headings over a group of which not everybody was selected, line by line: they are not in `text`. */
  above?: string;
  /** Addresses of the signed-in user of the page, where the page shows them. */
  own?: readonly string[];
  /** Absent where the page could be read. */
  obstacle?: Obstacle | undefined;
}

/** The captured source that the add form opens with. */
export type WaitingCapture =
  | { status: 'none' }
  /** A command was given and the page is being read. */
  | { status: 'reading'; atMs: number }
  | { status: 'ready'; atMs: number; from: 'selection' | 'link' | 'page'; source: PageSource };

/** A whole page, all its frames together. */
export interface PageAddresses extends PageSource {
  html: string;
  /** As found: each once, in order, lower-cased. */
  addresses: readonly string[];
  /** `text` without what is in closed accordions and tabs. */
  open: string;
  /** False when the page was too large or too slow to be read to its end. */
  complete: boolean;
}
