/** Why the write that is being edited was not taken, over the fields that have to be corrected. */
import { Notice } from '../../../components/notice.tsx';
import { OutboxFailure } from '../../../components/outbox/outbox-failure.tsx';
import { failureOf, needsPerson } from '../../../lib/outbox/outbox-item.ts';
import { usePopup } from '../context/popup-context.ts';

/** Nothing for a new contact, and where nothing went wrong. */
export function Refusal({ itemId }: { itemId: string | null }) {
  const { outbox } = usePopup();
  const item = outbox.items.find(({ id }) => id === itemId);
  if (item === undefined || failureOf(item) === null) return null;
  return (
    <Notice tone={needsPerson(item) ? 'bad' : 'info'}>
      <OutboxFailure item={item} />
    </Notice>
  );
}
