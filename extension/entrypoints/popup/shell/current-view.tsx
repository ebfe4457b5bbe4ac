/** Draws the view on top; all but the first are fetched when they are first opened. */

import { lazyView } from '../../../components/lazy-view.tsx';
import type { View } from '../context/popup-context.ts';
import type { LatestStart } from '../context/use-latest-start.ts';
import { FindView } from '../find/find-view.tsx';

const AddView = lazyView(async () => (await import('../add/add-view.tsx')).AddView);
const ContactView = lazyView(async () => (await import('../contact/contact-view.tsx')).ContactView);
const OutboxView = lazyView(async () => (await import('../outbox/outbox-view.tsx')).OutboxView);
const PageView = lazyView(async () => (await import('../page/page-view.tsx')).PageView);
const PasteView = lazyView(async () => (await import('../add/paste-view.tsx')).PasteView);
const BulkView = lazyView(async () => (await import('../bulk/bulk-view.tsx')).BulkView);
const AccountView = lazyView(async () => (await import('../account/account-view.tsx')).AccountView);

export function CurrentView({ view, start }: { view: View; start: LatestStart }) {
  switch (view.name) {
    case 'find':
      return <FindView start={start} />;
    case 'add':
      return <AddView form={view.form} editedItemId={view.editedItemId || null} />;
    case 'contact':
      return <ContactView contact={view.contact} edit={view.edit} />;
    case 'outbox':
      return <OutboxView />;
    case 'page':
      return <PageView />;
    case 'paste':
      return <PasteView />;
    case 'bulk':
      return <BulkView forms={view.forms} kept={view.kept ?? null} />;
    case 'account':
      return <AccountView />;
  }
}
