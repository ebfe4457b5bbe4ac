/** Takes a selection, a link or a page from a tab, as far as the browser lets us read it. */
import { emailKey } from '../../../shared/email-key.ts';
import { findAddresses } from '../capture/details/find-addresses.ts';
import { parseMailto } from '../capture/details/mailto.ts';
import type { ReadingRequest } from './in-page/reading.ts';
import { obstacleAt, readWholePage } from './page-addresses.ts';
import type { Obstacle, PageSource } from './page-source.ts';
import { readFrames } from './read-frames.ts';

export interface SourceTarget {
  tabId: number;
  /** Null where only the tab is known: the frame that has the selection. */
  frameId: number | null;
  from: NonNullable<ReadingRequest['from']>;
  linkUrl: string | null;
  /** The browser's own data about the click; used where the page cannot be read (PDF, the browser's own pages). */
  known: { text: string; url: string; title: string };
}

export async function readSource(target: SourceTarget): Promise<PageSource> {
  const { tabId, from, linkUrl, known } = target;
  const part = from === 'page' ? null : await readPart(target);
  // The keyboard command where nothing is selected means the page.
  const isPage =
    part === null ||
    (from === 'selection' && typeof part === 'object' && part.text === '' && known.text === '');
  const read = isPage ? await readWholePage(tabId, known.url) : part;
  const found: Partial<PageSource> = typeof read === 'string' ? { obstacle: read } : read;
  const text = found.text || known.text;
  return {
    linkUrl,
    ...found,
    // A selection that no frame has (in a PDF) is known only to the browser.
    text,
    html: found.html || null,
    url: known.url || (found.url ?? ''),
    title: known.title || (found.title ?? ''),
    obstacle: known.text === '' && linkUrl === null ? found.obstacle : undefined,
  };
}

async function readPart({
  tabId,
  frameId,
  from,
  linkUrl,
  known,
}: SourceTarget): Promise<PageSource | Obstacle> {
  const frames = await readFrames(tabId, { from, linkUrl }, frameId);
  if (typeof frames === 'string') return obstacleAt(known.url, frames);
  const withText = frames.filter(({ text }) => text !== '');
  const found = withText.find(({ isInFront }) => isInFront) ?? withText[0] ?? frames[0];
  if (found === undefined) return 'silent';
  const { url, title, html, own, text, selected, above } = found;
  if (linkUrl === null) return { url, title, html, own, linkUrl, text, selected, above };
  // For a link its own text is used, for a selection also the text around it.
  const words = selected.replace(/<[^>]*>/g, '').trim();
  const link = isOutvoted(linkUrl, selected) ? null : linkUrl;
  return { url, title, html, own, linkUrl: link, text: words, above };
}

/** The words of the link are an address to which it does not write: they are what the person saw. */
function isOutvoted(linkUrl: string, selected: string): boolean {
  const shown = new Set(findAddresses(selected, []).map(emailKey));
  return shown.size > 0 && parseMailto(linkUrl).every(({ email }) => !shown.has(emailKey(email)));
}
