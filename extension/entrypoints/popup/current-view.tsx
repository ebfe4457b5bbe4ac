/** Draws the view on top; all but the first are fetched when they are first opened. */
import { lazyView } from './lazy-view.tsx';
import type { View } from './state/popup-context.ts';
import type { LatestStart } from './state/use-latest-start.ts';
import { FindView } from './views/find-view.tsx';

const AddView = lazyView(async () => (await import('./views/add-view.tsx')).AddView);
const ContactView = lazyView(async () => (await import('./views/contact-view.tsx')).ContactView);
const OutboxView = lazyView(async () => (await import('./views/outbox-view.tsx')).OutboxView);
const PageView = lazyView(async () => (await import('./views/page-view.tsx')).PageView);
const PasteView = lazyView(async () => (await import('./views/paste-view.tsx')).PasteView);
const BulkView = lazyView(async () => (await import('./views/bulk-view.tsx')).BulkView);
const AccountView = lazyView(async () => (await import('./views/account-view.tsx')).AccountView);

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
