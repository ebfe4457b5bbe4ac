/** Open writes in this browser for a signed-out account, shown while nobody is signed in. */
import { LeftBehind } from '../../../components/outbox/left-behind.tsx';
import { sendMessage } from '../../../lib/messages/send.ts';
import type { OutboxSnapshot } from '../../../lib/outbox/outbox-item.ts';
import { countUnsent } from '../../../lib/outbox/outbox-summary.ts';
import { countWithdrawals } from '../../../lib/outbox/shown-consent.ts';

export function LeftBehindSection({ left }: { left: OutboxSnapshot }) {
  const drop = () => {
    // A write that could not be deleted is still shown: the notice follows the storage.
    sendMessage('outbox/drop', { itemIds: left.items.map(({ id }) => id) }).catch(() => undefined);
  };
  return (
    <div class="toast">
      <LeftBehind unsent={countUnsent(left)} withdrawals={countWithdrawals(left.items)} onDrop={drop} />
    </div>
  );
}
