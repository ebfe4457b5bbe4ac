/** What was taken from a page: the material that contacts are captured from. It never leaves the browser. */

export interface PageSource {
  /** Visible text of the selection, link or page. */
  text: string;
  /** Markup of the same, with the page's JSON-LD; null when only text could be had. */
  html: string | null;
  url: string;
  title: string;
  /** The link that was clicked; null when it was not one. */
  linkUrl: string | null;
}

/** What the add form opens with. */
export type WaitingCapture =
  | { status: 'none' }
  /** A command was given and the page is being read. */
  | { status: 'reading'; atMs: number }
  /** What was read could not be kept. */
  | { status: 'failed'; atMs: number }
  | { status: 'ready'; atMs: number; from: 'selection' | 'link' | 'page'; source: PageSource };

/** The addresses of a page, as found: each once, in order, lower-cased. */
export interface PageAddresses {
  url: string;
  title: string;
  addresses: readonly string[];
  /** False when the page was too large or too slow to be read to its end. */
  complete: boolean;
}
