/** The whole page that the person sees, read only on request. */
import { isReadEmail } from '../../../shared/email-address.ts';
import { emailKey } from '../../../shared/email-key.ts';
import { LOOKUP_MAX_EMAILS } from '../../../shared/limits.ts';
import { findAddresses } from '../capture/details/find-addresses.ts';
import type { PageReading } from './in-page/reading.ts';
import type { Obstacle, PageAddresses } from './page-source.ts';
import { readFrames } from './read-frames.ts';
import { tabBeneath } from './tab-beneath.ts';

/** What could be read, or why nothing could. */
export async function readPageAddresses(): Promise<PageAddresses | Obstacle> {
  const tab = await tabBeneath();
  return tab?.id === undefined ? 'closed' : readWholePage(tab.id, tab.url ?? '');
}

/** All frames of a tab that the browser lets the extension read. */
export async function readWholePage(tabId: number, url: string): Promise<PageAddresses | Obstacle> {
  const frames = await readFrames(tabId, { from: 'page', linkUrl: null });
  if (typeof frames === 'string') return obstacleAt(url, frames);
  return mergeFrames(frames) ?? 'silent';
}

/** The first frame is the page itself. Pure; null where nothing answered. */
export function mergeFrames(frames: readonly PageReading[]): PageAddresses | null {
  const [page] = frames;
  if (page === undefined) return null;
  const all = (part: 'text' | 'html' | 'open') => frames.map((frame) => frame[part]).join('\n');
  const text = all('text');
  const read = findAddresses(text, [], LOOKUP_MAX_EMAILS + 1).filter(isReadEmail);
  // One mailbox in two spellings of its domain is one address: the first one counts.
  const byKey = Map.groupBy(read, emailKey);
  const addresses = [...byKey.values()].flatMap((spellings) => spellings.slice(0, 1));
  return {
    url: page.url,
    title: page.title,
    text,
    html: all('html'),
    open: all('open'),
    linkUrl: null,
    own: frames.flatMap(({ own }) => own),
    obstacle: addresses.length === 0 ? obstacleOf(page) : undefined,
    addresses: addresses.slice(0, LOOKUP_MAX_EMAILS),
    complete: addresses.length <= LOOKUP_MAX_EMAILS && frames.every(({ complete }) => complete),
  };
}

/** Why the text of a page cannot be read, though the page itself can. */
function obstacleOf({ isPdf, isDrawn }: Pick<PageReading, 'isPdf' | 'isDrawn'>): Obstacle | undefined {
  return isPdf ? 'pdf' : isDrawn ? 'drawn' : undefined;
}

/** A PDF that the browser shows in its own viewer page is still a PDF for the person. */
export function obstacleAt(url: string, otherwise: Obstacle): Obstacle {
  return /\.pdf(?:[?#]|$)/i.test(url) ? 'pdf' : otherwise;
}
