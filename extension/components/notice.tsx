/** A message in the view with what can be done next; the request id pairs it with the broker's log. */
import type { ComponentChildren } from 'preact';
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
  /** Its action waits for a yes; Escape says no. */
  isQuestion?: boolean;
}

/** The live regions of a page. They are always in the document, so that screen readers announce new text in them. */
export function LiveRegions({ announcement }: { announcement: Announcement | null }) {
  const urgent = announcement?.tone === 'bad';
  return (
    <>
      <div class="toast" role="status">
        {announcement !== null && !urgent ? <AnnouncementBox announcement={announcement} /> : null}
      </div>
      <div class="toast" role="alert">
        {announcement !== null && urgent ? <AnnouncementBox announcement={announcement} /> : null}
      </div>
    </>
  );
}

function AnnouncementBox({ announcement }: { announcement: Announcement }) {
  const { actions = [] } = announcement;
  return (
    <div class={`notice tone-${announcement.tone}`}>
      <div class="row row-spread">
        <span>{announcement.text}</span>
        <span class="row">
          {actions.map(({ label, run }) => (
            <button key={label} type="button" class="button button-link" onClick={run}>
              {label}
            </button>
          ))}
        </span>
      </div>
      <RequestId id={announcement.requestId ?? null} />
    </div>
  );
}
