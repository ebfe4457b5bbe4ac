/** The outbox view: what waits to be sent, and why; each write can be edited, retried, or dropped. */
import '../../../components/styles/put-on-form-styles.ts';
import type { ComponentChildren } from 'preact';
import { EmptyState } from '../../../components/empty-state.tsx';
import { OutboxLine } from '../../../components/outbox/outbox-line.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { ViewBar } from '../../../components/view-bar.tsx';
import {
  failureOf,
  needsPerson,
  type OutboxBatch,
  type OutboxItem,
  type OutboxSnapshot,
  statusOf,
} from '../../../lib/outbox/outbox-item.ts';
import { countPeople, viewStatus } from '../../../lib/outbox/outbox-summary.ts';
import { isUndoable } from '../../../lib/outbox/undo-rules.ts';
import { type Popup, usePopup } from '../context/popup-context.ts';
import { fromDraft } from '../form/add-form.ts';
import { BatchSection } from './batch-section.tsx';
import { useAsk } from './use-ask.ts';

/** The actions of an item besides retry and drop: only where there is a form, or a contact to look at. */
function waysOn({ id, operation, state, lastFailure }: OutboxItem, { open, settings }: Popup) {
  const contact = failureOf({ state, lastFailure })?.contact ?? null;
  return {
    onEdit:
      operation.kind === 'create'
        ? () => open({ name: 'add', form: fromDraft(operation.draft, settings), editedItemId: id })
        : undefined,
    onOpen: contact === null ? undefined : () => open({ name: 'contact', contact }),
  };
}

/** Open items and items that need the person come first; finished items are below. */
function splitFinished({ items, batches }: OutboxSnapshot) {
  const isOver = (item: OutboxItem) => ['done', 'stopped'].includes(statusOf(item, batches));
  const isBatchOver = (batch: OutboxBatch) =>
    items.every((item) => item.batchId !== batch.id || isOver(item));
  return {
    under: {
      items: items.filter((item) => !isOver(item)),
      batches: batches.filter((one) => !isBatchOver(one)),
    },
    over: { items: items.filter(isOver), batches: batches.filter(isBatchOver) },
  };
}

export function OutboxView() {
  const { t } = useTranslation();
  const popup = usePopup();
  const { outbox, elsewhere, accounts, back, undo } = popup;
  const ask = useAsk();
  const line = (item: OutboxItem, isOwn: boolean) => (
    <OutboxLine
      key={item.id}
      item={item}
      status={viewStatus(item, accounts.accounts, outbox.batches)}
      {...(isOwn ? waysOn(item, popup) : {})}
      onUndo={isOwn && isUndoable(item, outbox.items) ? () => undo([item.id]) : undefined}
      onRetry={() => void ask('outbox/retry', { itemIds: [item.id] })}
      onDrop={() => void ask('outbox/drop', { itemIds: [item.id] })}
    />
  );
  const { under, over } = splitFinished(outbox);
  const unsent = [...under.items, ...elsewhere];
  const title = t(unsent.length > 0 && unsent.every(needsPerson) ? 'outbox.titleToFix' : 'outbox.title');
  const accountIds = [...new Set(elsewhere.map(({ accountId }) => accountId))];
  return (
    <>
      <ViewBar title={title} onBack={back} />
      {outbox.items.length + elsewhere.length === 0 ? (
        <EmptyState title={t('outbox.empty')}>
          <p class="soft">{t('outbox.emptyHint')}</p>
        </EmptyState>
      ) : (
        <div class="view">
          {under.batches.map((batch) => (
            <BatchSection key={batch.id} batch={batch} />
          ))}
          {under.items.length === 0 ? null : (
            <ul class="lines lines-long" aria-label={title}>
              {under.items.map((item) => line(item, true))}
            </ul>
          )}
          {accountIds.map((id) => (
            <ElsewhereSection key={id} name={accounts.accounts.find((one) => one.id === id)?.name ?? null}>
              {elsewhere.filter(({ accountId }) => accountId === id).map((item) => line(item, false))}
            </ElsewhereSection>
          ))}
          {over.batches.map((batch) => (
            <BatchSection key={batch.id} batch={batch} />
          ))}
          {over.items.length === 0 ? null : (
            <details>
              <summary>{t('outbox.finished', { count: countPeople(over.items) })}</summary>
              <ul class="lines lines-long" aria-label={t('outbox.statusDone')}>
                {over.items.map((item) => line(item, true))}
              </ul>
            </details>
          )}
        </div>
      )}
    </>
  );
}

/** `name` is null for an account that is signed out here: only its id is kept. */
function ElsewhereSection({ name, children }: { name: string | null; children: ComponentChildren }) {
  const { t } = useTranslation();
  const title = name === null ? t('outbox.elsewhere') : t('outbox.elsewhereOf', { name });
  return (
    <section class="stack-tight">
      <h2>{title}</h2>
      <ul class="lines lines-long" aria-label={title}>
        {children}
      </ul>
    </section>
  );
}
