/**
 * "Add to Envoke contacts": reads the selection, link or page that was clicked. The popup opens meanwhile and waits for
 * it.
 */
import { browser } from 'wxt/browser';
import type { PageSource } from '../page/page-source.ts';
import { readSource, type SourceTarget } from '../page/read-source.ts';
import { captureLostItem, waitingCaptureItem } from '../page/waiting-capture-item.ts';
import { openPopup } from './open-popup.ts';

/** How much is kept of a text that does not fit in memory. */
const SHORT_TEXT_CHARS = 10_000;

/** Nothing is awaited before the popup is asked for; see {@link openPopup}. */
export async function addFromPage(target: SourceTarget, nowMs: number): Promise<void> {
  const reading = waitingCaptureItem.set({ status: 'reading', atMs: nowMs });
  const opening = openPopup('add');
  try {
    await reading;
    const source = await readSource(target);
    const keep = (kept: PageSource) =>
      waitingCaptureItem.set({ status: 'ready', atMs: nowMs, from: target.from, source: kept });
    // Memory may have no room for the markup. The text has most of the data, and even its beginning has some people.
    await keep(source)
      .catch(() => keep({ ...source, html: null }))
      .catch(() => keep({ ...source, html: null, text: source.text.slice(0, SHORT_TEXT_CHARS) }));
  } catch {
    await waitingCaptureItem.remove();
    await captureLostItem.set(nowMs);
  }
  await opening;
}

/** The keyboard command: the selection of the tab in front. */
export async function addFromActiveTab(
  tab: { id?: number | undefined; url?: string | undefined; title?: string | undefined } | undefined,
  nowMs: number,
): Promise<void> {
  const front = tab ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  if (front?.id === undefined) return;
  const known = { text: '', url: front.url ?? '', title: front.title ?? '' };
  await addFromPage({ tabId: front.id, frameId: null, from: 'selection', linkUrl: null, known }, nowMs);
}
