/** A bulk add in the outbox: its progress, and its result as text or as a file. */
import { BatchCard } from '../../../components/outbox/batch-progress.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { saveCsv } from '../../../lib/download/save-text-file.ts';
import { batchProgress } from '../../../lib/outbox/batch-counts.ts';
import type { OutboxBatch } from '../../../lib/outbox/outbox-item.ts';
import { usePopup } from '../context/popup-context.ts';
import { batchResultCsv } from './batch-result.ts';
import { useAsk } from './use-ask.ts';

export function BatchSection({ batch }: { batch: OutboxBatch }) {
  const { t } = useTranslation();
  const { outbox, announce } = usePopup();
  const ask = useAsk();
  const progress = batchProgress(batch, outbox.items);
  const items = outbox.items.filter(({ batchId }) => batchId === batch.id);
  const csv = () => batchResultCsv(items, outbox.items);
  const copy = async () => {
    await navigator.clipboard.writeText(csv());
    announce({ tone: 'good', text: t('bulk.copied') });
  };
  const dismiss = () => {
    announce(null);
    void ask('outbox/batch', { batchId: batch.id, action: 'dismiss' });
  };
  const lost = progress.failed + progress.needsDecision + progress.stopped;
  const mayDismiss = () => {
    const actions = [{ label: t('bulk.dismissAnyway'), run: dismiss }];
    announce({ tone: 'bad', text: t('bulk.dismissLoses', { count: lost }), actions, isQuestion: true });
  };
  return (
    <BatchCard
      batch={batch}
      progress={progress}
      adds={items.some(({ operation }) => operation.kind === 'create')}
      onDismiss={lost === 0 ? dismiss : mayDismiss}
      onAction={(action) => void ask('outbox/batch', { batchId: batch.id, action })}
      onCopy={() => void copy()}
      onSave={() => saveCsv('envoke-contacts.csv', csv())}
    />
  );
}
