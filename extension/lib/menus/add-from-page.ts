/** "Add to Envoke contacts": what was pointed at is read and waits for the add form, which opens meanwhile. */
import { browser } from 'wxt/browser';
import type { PageSource } from '../page/page-source.ts';
import { readSource, type SourceTarget } from '../page/read-source.ts';
import { waitingCaptureItem } from '../page/waiting-capture-item.ts';
import { openPopup } from './open-popup.ts';

/** Of a text that memory has no room for. */
const SHORT_TEXT_CHARS = 10_000;

/** Nothing is awaited before the popup is asked for; see {@link openPopup}. */
export async function addFromPage(target: SourceTarget, nowMs: number): Promise<void> {
  const reading = waitingCaptureItem.set({ status: 'reading', atMs: nowMs });
  const opening = openPopup('add');
  await reading;
  const source = await readSource(target);
  const keep = (kept: PageSource) =>
    waitingCaptureItem.set({ status: 'ready', atMs: nowMs, from: target.from, source: kept });
  // Memory may be too full for the markup; the text has most of what is looked for, and its beginning somebody at least.
  await keep(source)
    .catch(() => keep({ ...source, html: null }))
    .catch(() => keep({ ...source, html: null, text: source.text.slice(0, SHORT_TEXT_CHARS) }))
    .catch(() => waitingCaptureItem.set({ status: 'failed', atMs: nowMs }))
    // The popup says so by itself when nothing comes.
    .catch(() => undefined);
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
