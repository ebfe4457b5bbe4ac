/** What waits in this browser for an account that is signed out, while nobody is signed in. */
import { LeftBehind } from '../../../components/outbox/left-behind.tsx';
import { sendMessage } from '../../../lib/messages/send.ts';

export function LeftBehindSection({ itemIds }: { itemIds: readonly string[] }) {
  const drop = () => {
    // What could not be dropped is still shown: the notice follows the storage.
    sendMessage('outbox/drop', { itemIds }).catch(() => undefined);
  };
  return (
    <div class="toast">
      <LeftBehind count={itemIds.length} onDrop={drop} />
    </div>
  );
}
