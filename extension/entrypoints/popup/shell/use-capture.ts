/** Opens the add form, or the review of many, with what a context menu or a command took from a page. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useTranslation } from '../../../components/translation.tsx';
import { useWatched } from '../../../components/use-watched.ts';
import { isBeside } from '../../../lib/page/beside.ts';
import type { WaitingCapture } from '../../../lib/page/page-source.ts';
import { captureLostItem, waitingCaptureItem } from '../../../lib/page/waiting-capture-item.ts';
import type { Settings } from '../../../lib/settings/settings.ts';
import type { View } from '../context/popup-context.ts';
import type { Start } from '../context/popup-start.ts';

/** A page not read within this time never will be: its tab is closed, or the background died. Reading takes 3 s. */
const READING_MAX_MS = 4_500;

/** Why nobody of the page stands in the form. */
export type Lost = 'capture.lost' | 'capture.full' | 'capture.nobody';

const NOTHING: WaitingCapture = { status: 'none' };

/** True from the start of reading a page until its form is open. The form that it replaces is kept as a draft. */
export function useCapture(
  start: Start,
  accountId: string,
  settings: Settings,
  open: (view: View) => void,
  /** Null until its text is loaded. */
  onLost: ((key: Lost) => void) | null,
): boolean {
  const { language } = useTranslation();
  const waiting = useWatched(start.capture, waitingCaptureItem);
  // The popup opens for it, also over a side panel.
  const capture = isBeside() ? NOTHING : waiting;
  const takenAtMs = useRef(-1);
  const [isTaking, setTaking] = useState(capture.status === 'ready');
  const [isNobody, setNobody] = useState(false);
  const atMs = capture.status === 'none' ? 0 : capture.atMs;
  const [overMs, setOverMs] = useState(-1);
  useEffect(() => {
    if (capture.status !== 'reading') return;
    const left = Math.max(0, capture.atMs + READING_MAX_MS - Date.now());
    const timer = setTimeout(() => setOverMs(capture.atMs), left);
    return () => clearTimeout(timer);
  }, [capture]);
  useEffect(() => {
    if (capture.status !== 'ready' || capture.atMs === takenAtMs.current) return;
    takenAtMs.current = capture.atMs;
    setTaking(true);
    void import('./take-capture.ts')
      .then(({ takeCapture }) => takeCapture(capture, { accountId, settings, language, open }))
      .then(setNobody)
      .finally(() => setTaking(false));
  }, [capture]);
  const isOver = overMs === atMs;
  const isFull = useWatched(0, captureLostItem) > 0 && !isBeside();
  const lost: Lost | null = isFull
    ? 'capture.full'
    : isOver
      ? 'capture.lost'
      : isNobody
        ? 'capture.nobody'
        : null;
  useEffect(() => {
    if (lost === null || onLost === null) return;
    onLost(lost);
    setNobody(false);
    // A capture that comes after all stays, and opens.
    void waitingCaptureItem.update((kept) =>
      kept.status === 'reading' && kept.atMs === atMs ? NOTHING : kept,
    );
    void captureLostItem.remove();
  }, [lost, onLost]);
  return isTaking || (capture.status === 'reading' && !isOver);
}
