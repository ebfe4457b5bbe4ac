/** A message in the view with what can be done next; the request id pairs it with the broker's log. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { QUESTION, useCancelKey } from './cancel-key.ts';
import { useTranslation } from './translation.tsx';

export type Tone = 'info' | 'good' | 'warn' | 'bad';

interface NoticeProps {
  tone: Tone;
  title?: string;
  children?: ComponentChildren;
  actions?: ComponentChildren;
  requestId?: string | null;
}

export function Notice({ tone, title, children, actions, requestId }: NoticeProps) {
  return (
    <div class={`notice tone-${tone}`}>
      {title === undefined ? null : <p class="notice-title">{title}</p>}
      {children === undefined ? null : <div class="notice-body">{children}</div>}
      {actions === undefined ? null : <div class="row">{actions}</div>}
      <RequestId id={requestId ?? null} />
    </div>
  );
}

/** Small print under an error: the request id, or nothing when there was no answer. */
export function RequestId({ id }: { id: string | null }) {
  const { t } = useTranslation();
  return id === null ? null : <p class="small soft">{t('error.requestId', { id })}</p>;
}

export interface Announcement {
  tone: Tone;
  text: string;
  /** Offered beside the text. */
  actions?: readonly { label: string; run: () => void }[];
  requestId?: string | null;
  /** Its action waits for a yes; the focus is on no, and Escape says no. */
  isQuestion?: boolean;
}

interface LiveRegionsProps {
  announcement: Announcement | null;
  onClose: () => void;
}

/**
 * The live regions of a page. They are always in the document, so that screen readers announce new text in them; each
 * announcement is drawn anew, so that they announce the same words a second time.
 */
export function LiveRegions({ announcement, onClose }: LiveRegionsProps) {
  const urgent = announcement?.tone === 'bad';
  const box = announcement && <AnnouncementBox key={announcement} {...announcement} onClose={onClose} />;
  return (
    <>
      <div class="toast" role="status">
        {urgent ? null : box}
      </div>
      <div class="toast" role="alert">
        {urgent ? box : null}
      </div>
    </>
  );
}

type AnnouncementBoxProps = Announcement & Pick<LiveRegionsProps, 'onClose'>;

function AnnouncementBox(props: AnnouncementBoxProps) {
  const { tone, text, actions = [], requestId, isQuestion = false, onClose } = props;
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useCancelKey(isQuestion, onClose, box);
  // As with every question, to the button that does nothing, and back to where it was asked.
  useLayoutEffect(() => {
    if (!isQuestion) return;
    const asker = document.activeElement;
    box.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
    return () => {
      if (asker instanceof HTMLElement && box.current?.contains(document.activeElement)) asker.focus();
    };
  }, []);
  // Bad news stays until it is closed, and a question can be answered with no.
  const close = { label: t(isQuestion ? 'shell.cancel' : 'shell.close'), run: onClose };
  return (
    <div class={`notice tone-${tone}`} ref={box} {...(isQuestion ? QUESTION : {})}>
      <div class="row row-spread">
        <span>{text}</span>
        <span class="row">
          {(tone === 'bad' ? [...actions, close] : actions).map(({ label, run }) => (
            <button key={label} type="button" class="button button-link" onClick={run}>
              {label}
            </button>
          ))}
        </span>
      </div>
      <RequestId id={requestId ?? null} />
    </div>
  );
}
