/** What waits to be sent, and why; each write can be edited, tried again, or dropped. */
import '../../../components/styles/forms.css';
import { EmptyState } from '../../../components/empty-state.tsx';
import { OutboxLine } from '../../../components/outbox/outbox-line.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { ViewBar } from '../../../components/view-bar.tsx';
import type { OutboxItem } from '../../../lib/outbox/outbox-item.ts';
import { viewStatus } from '../../../lib/outbox/outbox-view.ts';
import { fromDraft } from '../state/add-form.ts';
import { usePopup } from '../state/popup-context.ts';
import { useAsk } from '../state/use-ask.ts';
import { BatchSection } from './batch-section.tsx';

export function OutboxView() {
  const { t } = useTranslation();
  const { outbox, accounts, open, back } = usePopup();
  const ask = useAsk();
  const edit = ({ id, operation }: OutboxItem) =>
    operation.kind === 'create'
      ? () => open({ name: 'add', form: fromDraft(operation.draft), editedItemId: id })
      : undefined;
  return (
    <>
      <ViewBar title={t('outbox.title')} onBack={back} />
      {outbox.items.length === 0 ? (
        <EmptyState title={t('outbox.empty')}>
          <p class="soft">{t('outbox.emptyHint')}</p>
        </EmptyState>
      ) : (
        <div class="view">
          {outbox.batches.map((batch) => (
            <BatchSection key={batch.id} batch={batch} />
          ))}
          <ul class="lines" aria-label={t('outbox.title')}>
            {outbox.items.map((item) => (
              <OutboxLine
                key={item.id}
                item={item}
                status={viewStatus(item, accounts.accounts, outbox.batches)}
                onEdit={edit(item)}
                onRetry={() => void ask('outbox/retry', { itemIds: [item.id] })}
                onDrop={() => void ask('outbox/drop', { itemIds: [item.id] })}
              />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
