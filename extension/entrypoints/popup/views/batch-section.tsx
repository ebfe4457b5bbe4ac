/** A bulk add in the outbox: its progress, and its result as text or as a file. */
import { BatchCard } from '../../../components/outbox/batch-progress.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import type { OutboxBatch } from '../../../lib/outbox/outbox-item.ts';
import { batchProgress } from '../../../lib/outbox/outbox-view.ts';
import { batchResultCsv } from '../state/batch-result.ts';
import { usePopup } from '../state/popup-context.ts';
import { saveTextFile } from '../state/save-text-file.ts';
import { useAsk } from '../state/use-ask.ts';

export function BatchSection({ batch }: { batch: OutboxBatch }) {
  const { t } = useTranslation();
  const { outbox, announce } = usePopup();
  const ask = useAsk();
  const csv = () => batchResultCsv(outbox.items.filter(({ batchId }) => batchId === batch.id));
  const copy = async () => {
    await navigator.clipboard.writeText(csv());
    announce({ tone: 'good', text: t('bulk.copied') });
  };
  return (
    <BatchCard
      batch={batch}
      progress={batchProgress(batch, outbox.items)}
      onAction={(action) => void ask('outbox/batch', { batchId: batch.id, action })}
      onCopy={() => void copy()}
      onSave={() => saveTextFile('envoke-contacts.csv', 'text/csv', csv())}
    />
  );
}
