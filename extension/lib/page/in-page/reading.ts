/** The request to the page reader, and its answer. Both cross between the extension and a page. */

export interface ReadingRequest {
  /** The whole page where it is absent. */
  from?: 'selection' | 'link' | 'page';
  /** The link that was clicked. */
  linkUrl?: string | null;
  maxChars: number;
  maxMs: number;
  /** The page itself goes on after each stretch of this length. */
  stretchMs: number;
}

export interface PageReading {
  url: string;
  title: string;
  /** The visible text, one line for each line of the layout, with the addresses of links in angle brackets. */
  text: string;
  /** The same as markup, with the page's data about people. */
  html: string;
  /** `text` without that of closed accordions and tabs, which is the page's own content, only not open. */
  open: string;
  /** What was selected itself, or the link's own words; the rest is context. `''` for a page. */
  selected: string;
  /** Headings over a group of which not everybody was selected, line by line; they are not in the rest. Absent for none. */
  above?: string | undefined;
  /** Addresses of the signed-in user of the page, where the page shows them. */
  own: string[];
  /** Most of the page is a picture that a script draws. */
  isDrawn: boolean;
  isPdf: boolean;
  /** Whether the person is at work in this very frame, and not in one inside it. */
  isInFront: boolean;
  complete: boolean;
}
