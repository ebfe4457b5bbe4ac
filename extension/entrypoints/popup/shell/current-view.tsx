/** Draws the current view; all but the first are fetched when first opened. */

import { lazyView } from '../../../components/lazy-view.tsx';
import type { Draft, DraftOf } from '../../../lib/memory/drafts-item.ts';
import { usePopup, type View } from '../context/popup-context.ts';
import type { LatestStart } from '../context/use-latest-start.ts';
import { FindView } from '../find/find-view.tsx';

const AddView = lazyView(async () => (await import('../add/add-view.tsx')).AddView);
const ContactView = lazyView(async () => (await import('../contact/contact-view.tsx')).ContactView);
const OutboxView = lazyView(async () => (await import('../outbox/outbox-view.tsx')).OutboxView);
const PageView = lazyView(async () => (await import('../page/page-view.tsx')).PageView);
const PasteView = lazyView(async () => (await import('../add/paste-view.tsx')).PasteView);
const BulkView = lazyView(async () => (await import('../bulk/bulk-view.tsx')).BulkView);
const AccountView = lazyView(async () => (await import('../account/account-view.tsx')).AccountView);
const EndingView = lazyView(async () => (await import('../ending/ending-view.tsx')).EndingView);

interface CurrentViewProps {
  view: View;
  /** The id of the draft that this view keeps, unless the view continues an earlier one. */
  viewId: string;
  start: LatestStart;
}

export function CurrentView({ view, viewId, start }: CurrentViewProps) {
  const { account } = usePopup();
  const draftId = view.draftId ?? viewId;
  const drafts = start.current.drafts[account.id] ?? [];
  /** The values typed before, in a popup that was closed, or before another view was opened from this one. */
  const kept = <Kind extends Draft['kind']>(kind: Kind) =>
    drafts.find((one): one is DraftOf<Kind> => one.id === draftId && one.kind === kind);
  switch (view.name) {
    case 'find':
      return <FindView start={start} />;
    case 'add':
      return (
        <AddView
          form={view.form}
          editedItemId={view.editedItemId || null}
          fromText={view.fromText}
          draftId={draftId}
          kept={kept('form')}
        />
      );
    case 'contact':
      return <ContactView {...view} draftId={draftId} kept={kept('edit') ?? view.edit} drafts={drafts} />;
    case 'outbox':
      return <OutboxView />;
    case 'page':
      return <PageView obstacle={view.obstacle ?? null} />;
    case 'paste':
      return <PasteView draftId={draftId} kept={kept('paste')} />;
    case 'bulk':
      return (
        <BulkView
          forms={view.forms}
          list={view.list}
          fromText={view.fromText}
          draftId={draftId}
          kept={kept('review')}
        />
      );
    case 'account':
      return <AccountView />;
    case 'ending':
      return <EndingView />;
  }
}
