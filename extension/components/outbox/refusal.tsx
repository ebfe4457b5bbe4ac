/** Why the write that is being edited was not taken, over the fields that have to be corrected. */
import { failureOf, needsPerson, type OutboxItem } from '../../lib/outbox/outbox-item.ts';
import { Notice } from '../notice.tsx';
import { OutboxFailure } from './outbox-failure.tsx';

/** Nothing for a new contact, and where nothing went wrong. */
export function Refusal({ item }: { item: OutboxItem | undefined }) {
  if (item === undefined || failureOf(item) === null) return null;
  return (
    <Notice tone={needsPerson(item) ? 'bad' : 'info'}>
      <OutboxFailure item={item} />
    </Notice>
  );
}
