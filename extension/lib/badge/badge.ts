/** The number on the extension's button: how many confirmed writes have not come to an end. */
import { browser } from 'wxt/browser';
import type { OutboxSnapshot } from '../outbox/outbox-item.ts';
import { loadOutbox } from '../outbox/outbox-store.ts';
import { viewStatus } from '../outbox/outbox-summary.ts';
import { type AccountList, loadAccounts } from '../session/accounts.ts';

export interface Badge {
  text: string;
  /** `attention`: something waits for a decision of the person, not for the network. */
  tone: 'progress' | 'attention';
}

/** Dark enough for white digits at 4.5:1 (WCAG 1.4.3). */
const COLORS: Readonly<Record<Badge['tone'], string>> = { progress: '#1f5f8b', attention: '#b3261e' };
const MOST = 999;

/** Pure. Empty text means no badge. */
export function badgeOf({ items, batches }: OutboxSnapshot, { accounts }: AccountList): Badge {
  const statuses = items.map((item) => viewStatus(item, accounts, batches));
  const open = statuses.filter((status) => status !== 'done' && status !== 'stopped');
  const needsPerson = open.some((status) => ['failed', 'needs-decision', 'needs-sign-in'].includes(status));
  const count = open.length > MOST ? `${MOST}+` : String(open.length);
  return { text: open.length === 0 ? '' : count, tone: needsPerson ? 'attention' : 'progress' };
}

let showing: Promise<void> | null = null;
let isStale = false;
/** The badge that this background has set; null when it has just started. */
let shown: Badge | null = null;

/** Shows the stored state; calls during a running one cause one more run, not one each. */
export function showBadge(): Promise<void> {
  isStale = true;
  showing ??= showWhileStale().finally(() => {
    showing = null;
  });
  return showing;
}

async function showWhileStale(): Promise<void> {
  while (isStale) {
    isStale = false;
    const next = badgeOf(await loadOutbox(), await loadAccounts());
    if (next.text !== shown?.text) await browser.action.setBadgeText({ text: next.text });
    if (next.tone !== shown?.tone) {
      await browser.action.setBadgeBackgroundColor({ color: COLORS[next.tone] });
      await browser.action.setBadgeTextColor({ color: '#ffffff' });
    }
    shown = next;
  }
}
