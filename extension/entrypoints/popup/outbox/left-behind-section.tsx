/** Open writes in this browser for a signed-out account, shown while nobody is signed in. */
import { LeftBehind } from '../../../components/outbox/left-behind.tsx';
import { sendMessage } from '../../../lib/messages/send.ts';
import { needsPerson, type OutboxItem } from '../../../lib/outbox/outbox-item.ts';

export function LeftBehindSection({ items }: { items: readonly OutboxItem[] }) {
  const toFix = items.filter(needsPerson).length;
  const drop = () => {
    // A write that could not be deleted is still shown: the notice follows the storage.
    sendMessage('outbox/drop', { itemIds: items.map(({ id }) => id) }).catch(() => undefined);
  };
  return (
    <div class="toast">
      <LeftBehind waiting={items.length - toFix} toFix={toFix} onDrop={drop} />
    </div>
  );
}
