/** Open writes in this browser for a signed-out account, shown while nobody is signed in. */
import { LeftBehind } from '../../../components/outbox/left-behind.tsx';
import { sendMessage } from '../../../lib/messages/send.ts';

export function LeftBehindSection({ itemIds }: { itemIds: readonly string[] }) {
  const drop = () => {
    // A write that could not be deleted is still shown: the notice follows the storage.
    sendMessage('outbox/drop', { itemIds }).catch(() => undefined);
  };
  return (
    <div class="toast">
      <LeftBehind count={itemIds.length} onDrop={drop} />
    </div>
  );
}
