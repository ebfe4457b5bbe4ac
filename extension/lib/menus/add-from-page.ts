/** "Add to Envoke contacts": what was pointed at is read and waits for the add form, which opens meanwhile. */
import { browser } from 'wxt/browser';
import type { WaitingCapture } from '../page/page-source.ts';
import { readSource, type SourceTarget } from '../page/read-source.ts';
import { waitingCaptureItem } from '../storage/items.ts';
import { openPopup } from './open-popup.ts';

/** Nothing is awaited before the popup is asked for; see {@link openPopup}. */
export async function addFromPage(target: SourceTarget, nowMs: number): Promise<void> {
  const reading = waitingCaptureItem.set({ status: 'reading', atMs: nowMs });
  const opening = openPopup('add');
  await reading;
  const source = await readSource(target);
  await waitingCaptureItem.set({
    status: 'ready',
    atMs: nowMs,
    from: target.from,
    source,
  } satisfies WaitingCapture);
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
  await addFromPage({ tabId: front.id, frameId: 0, from: 'selection', linkUrl: null, known }, nowMs);
}
