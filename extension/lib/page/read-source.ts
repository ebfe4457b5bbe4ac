/** Takes a selection, a link or a page from a tab, as far as the browser lets us read it. */
import { browser } from 'wxt/browser';
import { isBoolean, isNullOr, isShaped, isString } from '../storage/guards.ts';
import { type FoundSource, findSourceInPage, type SourceRequest } from './in-page-source.ts';
import type { PageSource } from './page-source.ts';
import { inTime } from './time-box.ts';

/** More than any directory page has; memory storage holds ten megabytes in all. */
const MAX_TEXT_CHARS = 400_000;
const MAX_HTML_CHARS = 1_500_000;
/** A page that is busy for longer does not hold up the form: what the browser said of the click is used. */
const MAX_WAIT_MS = 3_000;

const isFoundSource = isShaped<FoundSource>({
  text: isString,
  html: isNullOr(isString),
  url: isString,
  title: isString,
  isInFront: isBoolean,
});

export interface SourceTarget {
  tabId: number;
  /** Null where only the tab is known: the frame that has the selection. */
  frameId: number | null;
  from: SourceRequest['from'];
  linkUrl: string | null;
  /** What the browser itself said of the click; used where the page cannot be read (PDF, the browser's own pages). */
  known: { text: string; url: string; title: string };
}

export async function readSource({
  tabId,
  frameId,
  from,
  linkUrl,
  known,
}: SourceTarget): Promise<PageSource> {
  const found = await findIn(tabId, frameId, {
    from,
    linkUrl,
    maxTextChars: MAX_TEXT_CHARS,
    maxHtmlChars: MAX_HTML_CHARS,
  });
  return {
    // A selection in a text field is known to the browser alone.
    text: found === null || found.text === '' ? known.text : found.text,
    html: found?.html || null,
    url: known.url || (found?.url ?? ''),
    title: known.title || (found?.title ?? ''),
    linkUrl,
  };
}

async function findIn(
  tabId: number,
  frameId: number | null,
  request: SourceRequest,
): Promise<FoundSource | null> {
  try {
    const reading = browser.scripting.executeScript({
      target: frameId === null ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] },
      func: findSourceInPage,
      args: [request],
      // What can be selected is there already, though the page may go on loading forever.
      injectImmediately: true,
    });
    const frames = (await inTime(reading, MAX_WAIT_MS)) ?? [];
    const found = frames.map(({ result }): unknown => result).filter(isFoundSource);
    const selected = found.filter(({ text }) => text !== '');
    return selected.find(({ isInFront }) => isInFront) ?? selected[0] ?? found[0] ?? null;
  } catch {
    return null;
  }
}
