/** The outbox view: what waits to be sent, and why; each write can be edited, retried, or dropped. */
import '../../../components/styles/put-on-form-styles.ts';
import type { ComponentChildren } from 'preact';
import { EmptyState } from '../../../components/empty-state.tsx';
import { interestNames } from '../../../components/interest-name.ts';
import { actionWords } from '../../../components/outbox/action-words.ts';
import { OutboxLine } from '../../../components/outbox/outbox-line.tsx';
import { displayName } from '../../../components/person-name.ts';
import { useTranslation } from '../../../components/translation.tsx';
import { ViewBar } from '../../../components/view-bar.tsx';
import { formatMoment } from '../../../lib/i18n/index.ts';
import { needsPerson, type OutboxItem } from '../../../lib/outbox/outbox-item.ts';
import { viewStatus } from '../../../lib/outbox/outbox-summary.ts';
import { isUndoable, undoStateOf } from '../../../lib/outbox/undo-rules.ts';
import { useLists } from '../add/use-lists.ts';
import { usePopup } from '../context/popup-context.ts';
import { BatchSection } from './batch-section.tsx';
import { partsOf, wordsApart } from './outbox-parts.ts';
import { useAsk } from './use-ask.ts';
import { useWays } from './use-ways.ts';

export function OutboxView() {
  const { t, language } = useTranslation();
  const { outbox, elsewhere, accounts, back, undo, announce } = usePopup();
  const ask = useAsk();
  const ways = useWays();
  const drop = async ({ id, operation }: OutboxItem) => {
    const name = operation.kind === 'create' ? displayName(operation.draft) : operation.email;
    const isDropped = await ask('outbox/drop', { itemIds: [id] });
    if (isDropped) announce({ tone: 'good', text: t('outbox.dropped', { name }) });
  };
  const nameOf = interestNames(useLists().interests, language);
  const whats = wordsApart([...outbox.items, ...elsewhere.items], {
    what: (item) => actionWords(item, outbox.items, t, nameOf),
    moment: (atMs, timeStyle) => formatMoment(atMs / 1000, language, timeStyle),
  });
  const isSignedIn = (id: string) => accounts.accounts.some((one) => one.id === id && one.state === 'active');
  const batches = [...outbox.batches, ...elsewhere.batches];
  const line = (item: OutboxItem, isOwn: boolean) => (
    <OutboxLine
      key={item.id}
      item={item}
      what={whats.get(item.id) ?? ''}
      status={undoStateOf(item, outbox.items) ?? viewStatus(item, accounts.accounts, batches)}
      {...(isOwn ? ways(item) : {})}
      onUndo={isOwn && isUndoable(item, outbox.items) ? () => undo([item.id]) : undefined}
      onRetry={
        isOwn || isSignedIn(item.accountId)
          ? () => void ask('outbox/retry', { itemIds: [item.id] })
          : undefined
      }
      onDrop={() => void drop(item)}
    />
  );
  const { under, over } = partsOf(outbox);
  const unsent = [...under.items, ...elsewhere.items];
  const title = t(unsent.length > 0 && unsent.every(needsPerson) ? 'outbox.titleToFix' : 'outbox.title');
  const accountIds = [...new Set(elsewhere.items.map(({ accountId }) => accountId))];
  return (
    <>
      <ViewBar title={title} onBack={back} />
      {unsent.length > 0 ? null : (
        <EmptyState title={t('outbox.empty')}>
          <p class="soft">{t('outbox.emptyHint')}</p>
        </EmptyState>
      )}
      {outbox.items.length + elsewhere.items.length === 0 ? null : (
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
            <ElsewhereSection
              key={id}
              name={accounts.accounts.find((one) => one.id === id)?.name ?? null}
              isSignedIn={isSignedIn(id)}
            >
              {elsewhere.items.filter(({ accountId }) => accountId === id).map((item) => line(item, false))}
            </ElsewhereSection>
          ))}
          {over.batches.map((batch) => (
            <BatchSection key={batch.id} batch={batch} />
          ))}
          {over.items.length === 0 ? null : (
            <details>
              <summary>{t('outbox.finished', { count: over.items.length })}</summary>
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

interface ElsewhereProps {
  /** Null for an account that is signed out here: only its id is kept. */
  name: string | null;
  isSignedIn: boolean;
  children: ComponentChildren;
}

/** What is refused names ways on, such as the contact to open, that are there only while its account is shown. */
function ElsewhereSection({ name, isSignedIn, children }: ElsewhereProps) {
  const { t } = useTranslation();
  const title = name === null ? t('outbox.elsewhere') : t('outbox.elsewhereOf', { name });
  return (
    <section class="stack-tight">
      <h2>{title}</h2>
      <p class="small soft">{t(isSignedIn ? 'outbox.elsewhereSwitch' : 'outbox.elsewhereSignIn')}</p>
      <ul class="lines lines-long" aria-label={title}>
        {children}
      </ul>
    </section>
  );
}
