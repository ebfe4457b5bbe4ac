/** The outcome of a bulk add as CSV that a spreadsheet opens as text. Pure. @see RFC 4180 */
import { toCsv } from '../../../../shared/csv.ts';
import { itemEmail, type OutboxItem } from '../../../lib/outbox/outbox-item.ts';
import { undoStateOf } from '../../../lib/outbox/undo-rules.ts';

/**
 * One row for each person: e-mail, name, outcome, and why not. Column names are the wire's, the same in every language.
 * @param all the whole outbox: who was undone is not in Envoke as the add left them
 */
export function batchResultCsv(items: readonly OutboxItem[], all = items): string {
  const rows = items.map((item) => {
    const { operation, state } = item;
    const draft = operation.kind === 'create' ? operation.draft : undefined;
    const failure = 'failure' in state ? state.failure : null;
    return [
      itemEmail(item),
      draft?.first_name ?? '',
      draft?.last_name ?? '',
      undoStateOf(item, all) ?? state.status,
      state.status === 'done' ? state.contactId : '',
      failure === null ? '' : [failure.refusal ?? failure.slug, ...failure.envokeErrors].join(': '),
    ];
  });
  return toCsv([['email', 'first_name', 'last_name', 'outcome', 'contact_id', 'reason'], ...rows]);
}
